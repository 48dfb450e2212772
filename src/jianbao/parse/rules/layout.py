"""How a page was set, as its lines show: wrapped at a width or not, with indents or not, with blank lines where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.parse.labels import PageLine

# Sentences end with these; a paragraph whose last line does not may go on in the next.
SENTENCE_END = "。！？…!?"
_CLOSERS = "”’」』）)》】"

_NARROWEST, _WIDEST = 10, 60
"""Columns of hard-wrapped text have 12 to 40 characters; longer lines of one length are chance."""
_LEAST_FULL = 0.3
"""Share of the lines that are exactly full in a hard-wrapped page: 0.5 to 0.9 where paragraphs have several lines."""
_MOST_LONGER = 0.1
"""Share of longer lines: headlines that nobody wrapped."""
_LEAST_LINES = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The habits of one page."""

    width: int
    """Characters of a full line where text is hard-wrapped, 0 where it is not."""
    indents: bool
    """Paragraphs begin with an indent."""
    spaced: bool
    """A blank line stands between all lines or paragraphs, so that one more or less says nothing."""
    gap: int
    """Blank lines that are usual between lines; more of them separate articles."""


def is_indented(text: str) -> bool:
    """Whether a line begins with an ideographic space or at least two other spaces."""
    return text[:1].isspace() and text.startswith(("\u3000", "  ", "\u00a0\u00a0", "\t"))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a finished sentence does, closing quotes and brackets looked through."""
    core = text.rstrip().rstrip(_CLOSERS)
    return core.endswith(tuple(SENTENCE_END)) and core != ""


def read_layout(lines: Sequence[PageLine]) -> Layout:
    """Judge a page by its own lines."""
    lengths = Counter(len(line.text.rstrip()) for line in lines)
    width = _wrap_width(lengths, len(lines))
    texts = [line for line in lines if ends_sentence(line.text)] if not width else lines
    indented = sum(is_indented(line.text) for line in texts)
    blanks = Counter(line.blank_before for line in lines[1:])
    gap = blanks.most_common(1)[0][0] if blanks else 0
    spaced = bool(lines[1:]) and sum(n for blank, n in blanks.items() if blank) > len(lines[1:]) / 2
    return Layout(width, bool(texts) and indented >= (0.05 if width else 0.4) * len(texts), spaced, gap)


def _wrap_width(lengths: Counter[int], total: int) -> int:
    """The length that lines are wrapped at, 0 if they are not."""
    candidates = {length: n for length, n in lengths.items() if _NARROWEST <= length <= _WIDEST}
    if total < _LEAST_LINES or not candidates:
        return 0
    width = max(candidates, key=lambda length: (candidates[length], length))
    longer = sum(n for length, n in lengths.items() if length > width)
    wrapped = candidates[width] >= _LEAST_FULL * total and longer <= _MOST_LONGER * total
    return width if wrapped else 0
