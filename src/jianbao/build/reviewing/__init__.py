"""The doubts of the parser, and what a person answers."""
