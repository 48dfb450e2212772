"""Figures (数据): numbers with their units, and what each of them counts."""
