"""The labels that a tagger gives to the lines of a page, one a line.

What every line has several of (here, in `sight`, `units`, `pieces`) is a named tuple: it is made in
a third of the time that a frozen dataclass takes.
"""

from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """What a line is. `…_NEXT` continues the heading of the line before; `CONTINUATION` continues any text."""

    TITLE = "title"
    TITLE_NEXT = "title_next"
    KICKER = "kicker"
    KICKER_NEXT = "kicker_next"
    SUBTITLE = "subtitle"
    SUBTITLE_NEXT = "subtitle_next"
    COLUMN = "column"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    JUMP = "jump"
    FURNITURE = "furniture"
    START = "start"
    """First line of an article that has no headline."""


class PageLine(NamedTuple):
    """A non-blank line as the tagger sees it."""

    text: str
    """The line without its line end and its marks; indents and inner spaces kept."""
    blank_before: int
    """Blank lines between it and the non-blank line before it."""
    fixed: Label | None = None
    """The label that a mark demands; the tagger must give exactly this one."""
    fixed_opens: bool | None = None
    """A mark says that an article begins here (True) or does not (False)."""
    apart: bool = False
    """It continues nothing: a blank line keeps it from a marked heading or, in a settled split, from any line."""


class LineTag(NamedTuple):
    """A tagger's answer for one line."""

    label: Label
    opens: bool
    """The line is the first of an article (never for furniture)."""
    confidence: float
    """Probability of the label, 0 to 1."""
    opens_confidence: float
    """Probability that `opens` is right, 0 to 1."""
