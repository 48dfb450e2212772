"""Addresses that last: those on record as published, and those that are no more, moved or withdrawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.model.edtf import EdtfDate

GONE = "content/gone.yaml"
"""Where a keeper says what became of them."""


@dataclass(frozen=True, slots=True)
class Gone:
    """One address that is no more, and what became of it. It never leads to anything else again."""

    path: str
    """Of the page, relative to the site's root: `articles/20251208-07/`."""
    date: EdtfDate | None
    """When it was given up; None: nobody has said so, it is only on record that it was published."""
    reason: str
    """Why, in the keeper's words; every reader of the page sees them. Empty: nobody has said."""
    moved: str | None
    """The path that has what stood there; None: it was withdrawn."""
    line: int
    """In `GONE`; 0: it stands nowhere there."""
    likely: str | None = None
    """The path that probably has what stood there, where nobody has said: a reader is told, and not led there."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is on record of an address that was published."""

    title: str
    """Headline of the article that stood there; empty where it is no article, or is withdrawn."""
    gone: bool = False
    """A build has found nothing there any more: no other article gets it."""
    new: bool = False
    """It is in doubt whether what stands there stood at another address before, until somebody has looked."""


Ledger = Mapping[str, Recorded]
"""All addresses on record, by path."""
