"""Where does an article begin? The evidence summed up for every unit of a page, in the order of the page."""

import math
from collections.abc import Sequence

from jianbao.parse.rules.evidence import (
    EARLIER_TEXT,
    HEADING_BIAS,
    HEADING_EVIDENCE,
    LONGEST_HEAD,
    TEXT_BIAS,
    TEXT_EVIDENCE,
    Case,
    is_from_elsewhere,
)
from jianbao.parse.rules.layout import Layout
from jianbao.parse.rules.sight import Sort
from jianbao.parse.rules.units import Unit

EVEN = 0.5
"""Above it, an article opens."""
_CHANCE_OF_A_PHRASE = 0.01
"""A byline, a source, a jump hardly ever begins an article."""


def probability(case: Case) -> float:
    """How likely it is that the unit of a case opens an article."""
    heading = case.unit.heading
    table, bias = (HEADING_EVIDENCE, HEADING_BIAS) if heading else (TEXT_EVIDENCE, TEXT_BIAS)
    odds = bias + sum(row.weight * row.test(case) for row in table)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def case_at(
    place: int, units: Sequence[Unit], layout: Layout, *, has_blanks: bool, paragraphs: int, earlier: str
) -> Case:
    """Gather what is around the unit at `place` (not the first), a heading or a text."""
    unit = units[place]
    after = place + 1
    if unit.heading:
        while after < len(units) and units[after].heading and after - place < LONGEST_HEAD:
            after += 1
    text = next((u for u in units[after : after + 3] if u.is_text or u.heading), None)
    return Case(
        layout=layout,
        has_blanks=has_blanks,
        unit=unit,
        before=units[place - 1],
        head=tuple(units[place:after]) if unit.heading else (),
        after=units[after] if after < len(units) else None,
        text=text if text is not None and text.is_text else None,
        paragraphs=paragraphs,
        earlier=earlier[-EARLIER_TEXT:],
    )


def read_openings(units: Sequence[Unit], layout: Layout, *, has_blanks: bool) -> tuple[float, ...]:
    """The probability of every unit to open an article.

    One above `EVEN` does, and changes what the next are weighed by.
    """
    if all(unit.first.fixed_opens is not None for unit in units):
        return tuple(float(place == 0 or unit.first.fixed_opens is True) for place, unit in enumerate(units))
    chances: list[float] = []
    paragraphs, earlier = 0, ""
    for place, unit in enumerate(units):
        if place == 0 or unit.first.fixed_opens is not None:
            chance = float(place == 0 or unit.first.fixed_opens is True)
        elif unit.heading or unit.is_text:
            chance = probability(
                case_at(place, units, layout, has_blanks=has_blanks, paragraphs=paragraphs, earlier=earlier)
            )
        else:
            chance = _CHANCE_OF_A_PHRASE
        chances.append(chance)
        if chance > EVEN:
            paragraphs, earlier = 0, ""
        paragraphs += unit.is_text
        earlier = (earlier + unit.text)[-EARLIER_TEXT:]
    return tuple(_with_labels_above(units, chances))


def _with_labels_above(units: Sequence[Unit], chances: list[float]) -> list[float]:
    """Let an article that opens with a heading begin at the column label, or the `（上接…）`, right above it."""
    for place in range(len(units) - 1, 0, -1):
        unit, above = units[place], units[place - 1]
        label = above.sort is Sort.COLUMN or is_from_elsewhere(above)
        behind_heading = place > 1 and chances[place - 2] > EVEN
        marked = unit.first.fixed_opens is not None or above.first.fixed_opens is not None
        if unit.heading and label and not behind_heading and not marked and chances[place] > EVEN:
            chances[place - 1], chances[place] = chances[place], 1 - chances[place]
    return chances
