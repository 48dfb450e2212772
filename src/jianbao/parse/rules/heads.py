"""Which heading of an article is the headline, which the kicker, which the deck.

An ordered table of rules; the first that knows decides. Each probability is, rounded, the share of the cases that the
rule was right on among 4,300 articles of a national daily whose head has two headings.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.parse.fields.phrases import is_person
from jianbao.parse.labels import Label
from jianbao.parse.rules.layout import Layout
from jianbao.parse.rules.units import Unit

_LABELLED = re.compile(r"[（(][^（）()]{2,40}[）)]$")
_CALLS = re.compile(r"(?:强调|指出|表示|要求|提出|认为|宣布|印发|代表|委员)$")
_HAPPENS = re.compile(r"(?:会议|大会|举行|召开|开幕|闭幕|会谈|座谈会|谈会|专家)$")
_ATTENDS = re.compile(r"出席|主持|致辞|发表.{0,6}讲话|作.{0,4}报告")
_LONG_DECK = 28
_MANY_COMMAS = 2


@dataclass(frozen=True, slots=True)
class Headline:
    """Where in a head the headline stands, and the probability that this is right."""

    place: int
    probability: float


Rule = Callable[[Sequence[Unit]], Headline | None]


def marked_title(head: Sequence[Unit]) -> Headline | None:
    """A mark names the headline."""
    return next((Headline(n, 1.0) for n, unit in enumerate(head) if unit.first.fixed is Label.TITLE), None)


def marked_others(head: Sequence[Unit]) -> Headline | None:
    """Marks name what is not the headline."""
    free = [n for n, unit in enumerate(head) if unit.first.fixed is None]
    if len(free) == len(head) or not free:
        return None
    below = [n for n in free if any(unit.first.fixed is Label.KICKER for unit in head[:n])]
    return Headline((below or free)[0], 0.9)


def single(head: Sequence[Unit]) -> Headline | None:
    """One heading is the headline."""
    return Headline(0, 0.97) if len(head) == 1 else None


def broken_bracket(head: Sequence[Unit]) -> Headline | None:
    """A heading that leaves a bracket open goes on in the next: only headlines are so long."""
    place = next((n for n, (unit, below) in enumerate(pairwise(head)) if unit.last.depth > 0 > below.first.depth), None)
    return Headline(place, 0.95) if place is not None else None


def person_between(head: Sequence[Unit]) -> Headline | None:
    """Office and name between two headings: the speaker whom the headline quotes, under the kicker of a series."""
    return Headline(2, 0.85) if len(head) > 2 and is_person(head[1].text) else None  # noqa: PLR2004 - the second of three


def dash_below(head: Sequence[Unit]) -> Headline | None:
    """A deck begins with a dash or stands in parentheses."""
    place = next((n for n, unit in enumerate(head) if n and unit.text.startswith(("—", "－", "（", "("))), None)
    return Headline(place - 1, 0.99) if place else None


def dash_behind(head: Sequence[Unit]) -> Headline | None:
    """A kicker that ends in a dash or colon leads over to the headline."""
    place = next((n for n, unit in enumerate(head[:-1]) if unit.text.endswith(("—", "：", ":"))), None)
    return Headline(place + 1, 0.99) if place is not None else None


def label_behind(head: Sequence[Unit]) -> Headline | None:
    """The label of a column in parentheses stands behind the headline."""
    place = next((n for n, unit in enumerate(head) if _LABELLED.search(unit.text)), None)
    return Headline(place, 0.99) if place is not None else None


def person_below(head: Sequence[Unit]) -> Headline | None:
    """Office and name below a heading say who wrote or spoke."""
    return Headline(0, 0.85) if is_person(head[1].text) else None


def call(head: Sequence[Unit]) -> Headline | None:
    """`…强调`, `…指出` call for the words that the headline quotes."""
    return Headline(1, 0.95) if _CALLS.search(head[0].text) else None


def event(head: Sequence[Unit]) -> Headline | None:
    """That something was held is the news; who attended is the deck."""
    happens = _HAPPENS.search(head[0].text) and "“" not in head[1].text
    return Headline(0, 0.8) if happens or _ATTENDS.search(head[1].text) else None


def long_below(head: Sequence[Unit]) -> Headline | None:
    """Below the headline, a summary of several clauses."""
    below = head[1].text
    summary = below.count("，") >= _MANY_COMMAS and len(below) > _LONG_DECK
    return Headline(0, 0.75) if summary and len(head[0].text) < len(below) else None


def second(head: Sequence[Unit]) -> Headline:
    """Kickers are twice as frequent as decks."""
    del head
    return Headline(1, 0.8)


RULES: tuple[Rule, ...] = (
    marked_title,
    marked_others,
    single,
    broken_bracket,
    person_between,
    dash_below,
    label_behind,
    dash_behind,
    person_below,
    call,
    event,
    long_below,
    second,
)


def read_head(head: Sequence[Unit], layout: Layout) -> tuple[tuple[Label, float], ...]:
    """The label of each heading of a head (at least one) with its probability."""
    found = next(verdict for rule in RULES if (verdict := rule(head)) is not None)
    labels: list[tuple[Label, float]] = []
    for place, unit in enumerate(head):
        if place == found.place:
            label = Label.TITLE
        elif place < found.place:
            label = Label.SUBTITLE if place and is_person(unit.text) else Label.KICKER
        elif place == found.place + 1 and _is_rest_of_title(head[found.place], unit, layout):
            label = Label.TITLE_NEXT
        else:
            label = Label.SUBTITLE
        labels.append((label, found.probability))
    return tuple(labels)


def _is_rest_of_title(title: Unit, below: Unit, layout: Layout) -> bool:
    """Whether a headline was broken: inside of a bracket, or in hard-wrapped text because it would not fit a line."""
    if below.first.fixed is not None:
        return False
    if title.last.depth > 0 and below.first.depth < 0:
        return True
    too_long = len(title.text) + len(below.text) >= layout.width > 0
    return (
        too_long
        and len(below.text) <= layout.width
        and not is_person(below.text)
        and not below.text.startswith(("—", "（"))
    )
