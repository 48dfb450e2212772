"""Names of persons and of organisations, with the offices beside them."""
