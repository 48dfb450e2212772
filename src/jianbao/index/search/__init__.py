"""Exact search over static files: the index, and two engines that read it."""
