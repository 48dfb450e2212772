"""Addresses that are no more: what they led to has another address now, or was withdrawn."""

from dataclasses import dataclass

from jianbao.model.edtf import EdtfDate

GONE = "content/gone.yaml"
"""Where a keeper says what became of them."""


@dataclass(frozen=True, slots=True)
class Gone:
    """One address that is no more, and what became of it. It never leads to anything else again."""

    path: str
    """Of the page, relative to the site's root: `articles/20251208-07/`."""
    date: EdtfDate
    """When it was given up."""
    reason: str
    """Why, in the keeper's words; every reader of the page sees them."""
    moved: str | None
    """The path that has what stood there; None: it was withdrawn."""
    line: int
    """In `GONE`."""
