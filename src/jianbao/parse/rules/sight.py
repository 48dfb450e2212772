"""What one glance at a line tells, without its neighbours."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from jianbao.parse.fields.names import LONGEST_BYLINE, is_byline
from jianbao.parse.fields.phrases import (
    has_dateline,
    is_author_note,
    is_caption,
    is_column,
    is_jump,
    is_photo_credit,
    is_source,
)
from jianbao.parse.labels import Label, PageLine
from jianbao.parse.rules.furniture import is_furniture
from jianbao.parse.rules.layout import Layout, ends_sentence, is_indented
from jianbao.text.chars import trim

_EDGE = 4
"""Folios and the desk stand among the first or last lines of a page; a folio takes up to three lines."""
_OPENERS, _CLOSERS = "（(《“‘「『【〈", "）)》”’」』】〉"
_HEAD_OF_TEXT = 60
LONGEST_FURNITURE = 120
"""Characters with the white space around them."""


class Sort(Enum):
    """What a line can only be, by its own words."""

    PLAIN = auto()
    FURNITURE = auto()
    BYLINE = auto()
    AUTHOR = auto()
    """A note on the author, at the end of an article: `（作者单位：…）`."""
    SOURCE = auto()
    PHOTO_CREDIT = auto()
    JUMP = auto()
    COLUMN = auto()
    DATELINE = auto()
    """A dateline in parentheses that closes an article: `（本报巴黎2月12日电）`."""


_PLAIN, _CAPTION, _CONTINUATION = Sort.PLAIN, Label.CAPTION, Label.CONTINUATION
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_SORT_OF_MARK = {
    Label.FURNITURE: Sort.FURNITURE,
    Label.BYLINE: Sort.BYLINE,
    Label.CREDIT: Sort.SOURCE,
    Label.JUMP: Sort.JUMP,
    Label.COLUMN: Sort.COLUMN,
    Label.DATELINE: Sort.DATELINE,
}


class Sight(NamedTuple):
    """A line as the rules look at it."""

    text: str
    """Trimmed."""
    full: bool
    """It is exactly as long as the wrapped lines of the page."""
    longer: bool
    """It is longer than they can be."""
    sort: Sort
    indented: bool
    dateline: bool
    """It begins with a dateline: `本报讯（记者 …）`."""
    caption: bool
    """It begins as captions do: `图为…`."""
    extra_blank: int
    """Blank lines before it beyond the usual of the page."""
    blank: bool
    """Any blank line before it."""
    fixed: Label | None
    """What a mark says that it is."""
    fixed_opens: bool | None
    """Whether a mark says that an article begins here."""

    @property
    def ends(self) -> bool:
        """It ends as a sentence does."""
        return ends_sentence(self.text)

    @property
    def depth(self) -> int:
        """Brackets and quotation marks that it opens and does not close; negative if it closes more."""
        return sum(map(self.text.count, _OPENERS)) - sum(map(self.text.count, _CLOSERS))


def look(lines: Sequence[PageLine], layout: Layout) -> tuple[Sight, ...]:
    """Look at every line of a page."""
    known = zip(lines, furniture_among(lines), strict=True)
    return tuple(look_at(line, layout, furniture=each) for line, each in known)


def look_at_rest(text: str) -> Sight:
    """A line that is known to go on with the text of the line before: nothing but its own text is looked at."""
    return Sight(trim(text), False, False, _PLAIN, False, False, False, 0, False, _CONTINUATION, False)  # noqa: FBT003 - as in the class


def furniture_among(lines: Sequence[PageLine]) -> tuple[bool, ...]:
    """Which lines can only be furniture, by their own words and their place at the edge of the page."""
    last = len(lines) - 1
    return tuple(
        line.fixed is None
        and len(line.text) <= LONGEST_FURNITURE
        and is_furniture(line.text, edge=min(n, last - n) < _EDGE)
        for n, line in enumerate(lines)
    )


def look_at(line: PageLine, layout: Layout, *, furniture: bool = False) -> Sight:
    """Look at a line."""
    raw, blank_before, fixed, fixed_opens, _ = line
    text = trim(raw)
    if fixed is None:
        head = text[:_HEAD_OF_TEXT]
        sort, caption, dateline = _sort(text), is_caption(head), has_dateline(head)
    else:
        sort, caption, dateline = _SORT_OF_MARK.get(fixed, _PLAIN), fixed is _CAPTION, False
    width, length = layout.width, len(raw.rstrip())
    return Sight(
        text,
        width in (length, len(raw)),
        0 < width < length,
        Sort.FURNITURE if furniture else sort,
        is_indented(raw),
        dateline,
        caption,
        max(0, blank_before - layout.gap),
        blank_before > 0,
        fixed,
        fixed_opens,
    )


def _sort(text: str) -> Sort:
    """What a line is by its own words."""
    if len(text) > LONGEST_BYLINE:
        return _PLAIN
    return next((sort for sort, fits in _SORTS if fits(text)), _PLAIN)


def _is_closing_dateline(text: str) -> bool:
    if not (text.startswith(("（", "(")) and text.rstrip().endswith(("）", ")"))):
        return False
    inner = text.strip("（()）")
    return len(inner) <= _HEAD_OF_TEXT and has_dateline(inner)


_SORTS: tuple[tuple[Sort, Callable[[str], bool]], ...] = (
    (Sort.JUMP, is_jump),
    (Sort.PHOTO_CREDIT, is_photo_credit),
    (Sort.DATELINE, _is_closing_dateline),
    (Sort.SOURCE, is_source),
    (Sort.BYLINE, is_byline),
    (Sort.AUTHOR, is_author_note),
    (Sort.COLUMN, is_column),
)
"""One row, one construct; the first whose pattern fits the whole line."""
