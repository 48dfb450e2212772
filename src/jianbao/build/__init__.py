"""The order of the stages, and the only stage that touches the disk."""
