"""Tag the lines of a page by general rules: look, join, find where articles begin, name the headings.

Each step is a table of its own: `joins`, `openings`, `heads`. Whatever a mark fixes goes through all of them unchanged.
"""

from collections.abc import Sequence
from typing import TypeAlias

from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.rules.heads import read_head
from jianbao.parse.rules.joins import read_joins
from jianbao.parse.rules.layout import Layout, read_layout
from jianbao.parse.rules.openings import EVEN, read_openings
from jianbao.parse.rules.sight import Sort, look
from jianbao.parse.rules.units import Unit, gather_units

_LABEL_OF_SORT = {
    Sort.BYLINE: Label.BYLINE,
    Sort.AUTHOR: Label.CREDIT,
    Sort.SOURCE: Label.CREDIT,
    Sort.PHOTO_CREDIT: Label.CREDIT,
    Sort.JUMP: Label.JUMP,
    Sort.COLUMN: Label.COLUMN,
    Sort.DATELINE: Label.DATELINE,
}
_CONTINUATION, _FURNITURE = Label.CONTINUATION, Label.FURNITURE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_LONGEST_HEAD = 3
"""Kicker, headline, deck. More lines without a full stop are the first of the text: dates, figures, a list."""
_LONGEST_CROSSHEAD = 30
_SURE_SORT = 0.97
_SURE_TEXT = 0.98


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """Give every line of a page its label, and say where articles begin."""
    layout = read_layout(lines)
    sights = look(lines, layout)
    verdicts = read_joins(sights, layout)
    units = gather_units(sights, verdicts, layout)
    chances = read_openings(units, layout, has_blanks=any(line.blank_before for line in lines[1:]))
    tags: list[_Tag] = [(Label.FURNITURE, False, _SURE_SORT, 1.0)] * len(lines)
    for unit, chance, (label, confidence) in zip(units, chances, label_units(units, chances, layout), strict=True):
        opens = chance > EVEN
        tags[unit.lines[0]] = label, opens, round(confidence, 3), round(max(chance, 1 - chance), 3)
        for place in unit.lines[1:]:
            sure = verdicts[place].probability
            tags[place] = _CONTINUATION, False, sure, sure
    return tuple(_with_marks(line, *tagged) for line, tagged in zip(lines, tags, strict=True))


_Tag: TypeAlias = tuple[Label, bool, float, float]
"""What a `LineTag` holds."""


def _with_marks(line: PageLine, label: Label, opens: bool, confidence: float, sure: float) -> LineTag:  # noqa: FBT001 - as in the class
    if line.fixed is not None:
        label, confidence = line.fixed, 1.0
    if line.fixed_opens is not None:
        opens, sure = line.fixed_opens, 1.0
    return LineTag(label, opens and label is not _FURNITURE, confidence, sure)


def label_units(units: Sequence[Unit], chances: Sequence[float], layout: Layout) -> list[tuple[Label, float]]:
    """The label of each unit's first line, with its probability."""
    labels: list[tuple[Label, float]] = [(Label.PARAGRAPH, EVEN)] * len(units)
    named: set[int] = set()
    for place, chance in enumerate(chances):
        if chance > EVEN:
            head = _head_at(place, units, chances, layout)
            for n, label in zip(head, read_head([units[n] for n in head], layout) if head else (), strict=True):
                labels[n] = label
                named.add(n)
    for place in range(len(units)):
        if place not in named:
            beside = [units[n] for n in (place - 1, place + 1) if 0 <= n < len(units) and n not in named]
            labels[place] = _label_of_body(units[place], beside, opens=chances[place] > EVEN)
    return labels


def _head_at(place: int, units: Sequence[Unit], chances: Sequence[float], layout: Layout) -> list[int]:
    """The places of the headings of the article that opens at `place`; a column label or a jump may be among them."""
    head: list[int] = []
    for n in range(place, min(len(units), place + 2 * _LONGEST_HEAD)):
        unit = units[n]
        if n > place and chances[n] > EVEN:
            break
        if unit.sort is Sort.COLUMN or (unit.sort is Sort.JUMP and not head):
            continue
        if not unit.heading or (head and _is_body(unit, units[head[0]], layout)):
            break
        head.append(n)
    return head[:_LONGEST_HEAD]


def _is_body(unit: Unit, first: Unit, layout: Layout) -> bool:
    """Whether a heading below the first one is the first line of the text.

    So is an indented line where paragraphs are indented and headings are not, a numbered or standing crosshead, and
    what ends in a colon: it addresses the reader or leads over to the text.
    """
    indented = layout.indents and unit.first.indented and not first.first.indented
    return indented or unit.numbered or unit.standing or unit.text.endswith(("：", ":"))


def _label_of_body(unit: Unit, beside: Sequence[Unit], *, opens: bool) -> tuple[Label, float]:
    """The label of a unit that is in no head; `beside` are its neighbours that are in none either."""
    if unit.sort in _LABEL_OF_SORT:
        return _LABEL_OF_SORT[unit.sort], _SURE_SORT
    if unit.first.caption:
        return Label.CAPTION, _SURE_SORT
    if opens:
        return Label.START, _SURE_TEXT
    in_list = any(other.heading and not other.standing for other in beside)
    introduces = unit.text.startswith("—") or unit.text.endswith(("：", ":"))
    if unit.heading and len(unit.text) <= _LONGEST_CROSSHEAD and not in_list and not introduces:
        return Label.CROSSHEAD, 0.85
    return Label.PARAGRAPH, _SURE_TEXT
