"""What a misspelt name was meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 40
"""Characters of a name that are compared: no known one is longer, and comparing takes their square."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, in capitals or not; None where none is."""
    found = get_close_matches(name[:_LONGEST].lower(), list(known), n=1)
    return found[0] if found else None
