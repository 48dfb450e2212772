"""Pure functions on strings; imports `model` only."""
