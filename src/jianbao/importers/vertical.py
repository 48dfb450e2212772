"""Pages whose lines run from the top down and follow each other from the right, as old papers and some today set them.

Turned a quarter to the left such a page is an ordinary one: its lines run from the left, one below the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.importers.glyphs import Glyph
from jianbao.text.chars import is_han

_TURNED_RIGHT = 3
"""Turns after which what lies on its right side, as Latin letters and figures do in such lines, stands upright."""
_FEW = 20
"""Steps from one character to the next; of fewer nothing can be said."""
_SHORTEST = 4
"""Characters of a line that runs from the left; a figure that stands upright within one that runs down has three."""
_SAME_LINE = 0.5
"""Ems between the middles of characters of one line, at most."""
_PITCH = 2.0
"""Ems from one character of a line to the next, at most."""


def is_vertical(page: Sequence[Glyph]) -> bool:
    """Whether most Chinese characters of a page stand below the one before."""
    steps = list(pairwise(glyph for glyph in page if glyph.turns == 0 and is_han(glyph.char)))
    down = sum(_goes_down(before, after) for before, after in steps)
    return len(steps) >= _FEW and down > sum(_goes_along(before, after) for before, after in steps)


def parted(page: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """What runs from the left on such a page, its head and what stands below pictures, and what runs down."""
    along: list[Glyph] = []
    down: list[Glyph] = []
    for line in _runs_along(page):
        shown = sum(not _has_no_place(glyph) for glyph in line)
        (along if shown >= _SHORTEST else down).extend(line)
    return along, down


def _runs_along(page: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters in the order of the file, together as far as each stands to the right of the one before."""
    line: list[Glyph] = []
    last: Glyph | None = None
    for glyph in page:
        if not _has_no_place(glyph):
            if last is not None and not _goes_along(last, glyph):
                yield line
                line = []
            last = glyph
        line.append(glyph)
    yield line


def _has_no_place(glyph: Glyph) -> bool:
    return glyph.char.isspace() or not glyph.em


def _goes_down(before: Glyph, after: Glyph) -> bool:
    right, low = _middle(after, 0) - _middle(before, 0), _middle(before, 1) - _middle(after, 1)
    return abs(right) < _SAME_LINE * before.em < low < _PITCH * before.em


def _goes_along(before: Glyph, after: Glyph) -> bool:
    right, low = _middle(after, 0) - _middle(before, 0), _middle(before, 1) - _middle(after, 1)
    return before.turns == after.turns == 0 and abs(low) < _SAME_LINE * before.em < right < _PITCH * before.em


def turned_left(page: Sequence[Glyph]) -> list[Glyph]:
    """The page turned a quarter to the left, its characters line by line."""
    turned = [glyph for glyph in map(_turned_left, page) if glyph is not None]
    return [glyph for line in _lines(turned) for glyph in sorted(line, key=lambda glyph: glyph.box[0])]


def _turned_left(glyph: Glyph) -> Glyph | None:
    """None for what has no place, and what stands otherwise."""
    if _has_no_place(glyph) or glyph.turns not in {0, _TURNED_RIGHT}:
        return None
    left, bottom, right, top = glyph.box
    return replace(glyph, box=(-top, left, -bottom, right)) if glyph.turns == 0 else replace(glyph, turns=0)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -_middle(glyph, 1)):
        if line and _middle(line[0], 1) - _middle(glyph, 1) > _SAME_LINE * min(line[0].em, glyph.em):
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _middle(glyph: Glyph, axis: int) -> float:
    """Of its box from left to right (axis 0) or from bottom to top (1)."""
    return (glyph.box[axis] + glyph.box[axis + 2]) / 2
