"""Pieces of a page: lines that surely belong together, joined, so that what follows reads paragraphs and not lines.

A column's end or a narrow column breaks a paragraph into lines that say little by themselves. What joins them shows in
the layout, in the last characters of one line and the first of the next; that is judged first, by a network of its own.
Only what is nearly certain is joined: what is left apart can still be told for a continuation by the tagger.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jianbao.parse.labels import PageLine

SURE = 0.7
"""Probability from which a line is joined to the one before."""


class Piece(NamedTuple):
    """Lines `first` to `last` of a page, joined."""

    line: PageLine
    first: int
    last: int


def gather(lines: Sequence[PageLine], joins: Sequence[bool]) -> tuple[Piece, ...]:
    """The pieces of a page; `joins` says of each line whether it is joined to the one before (of the first: no)."""
    firsts = [at for at, joined in enumerate(joins) if not joined or at == 0]
    ends = [*firsts[1:], len(lines)]
    return tuple(Piece(_joined(lines[first:end]), first, end - 1) for first, end in zip(firsts, ends, strict=True))


def _joined(lines: Sequence[PageLine]) -> PageLine:
    """One line in place of several: the indent, the blank lines and the mark are the first one's."""
    first = lines[0]
    if len(lines) == 1:
        return first
    text = first.text.rstrip() + "".join([line.text.strip() for line in lines[1:]])
    return first._replace(text=text)


def may_join(line: PageLine) -> bool:
    """Whether a line may be joined to the one before: never one whose mark names it, which must be seen by itself."""
    return line.fixed is None and not line.fixed_opens and not line.apart
