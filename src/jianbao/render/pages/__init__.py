"""The pages that people read: one view each."""
