"""The ids of the articles of one page (or of an issue whose pages are not told): one that was published keeps its own.

An article is known by its headline among those of its page that are on record. So neither an article that comes in
between nor one that goes moves the number of another, and a number that once was an article's is nobody else's: a new
article whose place would give it one gets the next that nobody ever had. Only where a place on the page has another
headline than before, and nothing else speaks against it, is that taken for a headline that was mended.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import Protocol

from jianbao.model.gone import Recorded


class Titled(Protocol):
    """As much of an article as gives it a number: its card, or itself."""

    @property
    def id(self) -> str | None:
        """Pinned id."""

    @property
    def title(self) -> str:
        """Headline."""


Known = Mapping[str, Recorded]
"""What is on record of articles, by id."""


def page_of(identifier: str) -> str:
    """What an id says of its paper, date and page."""
    return identifier.rpartition("-")[0]


def by_page(record: Known) -> dict[str, dict[str, Recorded]]:
    """What is on record of each page, by what the ids of its articles begin with."""
    pages: dict[str, dict[str, Recorded]] = {}
    for identifier, recorded in record.items():
        pages.setdefault(page_of(identifier), {})[identifier] = recorded
    return pages


def numbered(
    cards: Sequence[Titled], id_of: Callable[[int], str], fixed: Collection[str], record: Known
) -> tuple[str, ...]:
    """One id for each of the cards of a page, in its order.

    `id_of` makes an id of a number, `fixed` are the ids that are pinned or retired anywhere, `record` is that of the
    page. The same page with what is on record after it was published gives the same ids.
    """
    known = _kept(cards, fixed, record)
    unused = _unused(id_of, fixed, record)
    used = set(known.values())
    doubtful = {recorded.title for recorded in record.values()}
    ids = []
    number = 0
    for place, card in enumerate(cards):
        number += 1
        if card.id is not None:
            ids.append(card.id)
            continue
        while id_of(number) in fixed:
            number += 1
        identifier = known.get(place) or id_of(number)
        is_anothers = identifier in used or (identifier in record and record[identifier].gone)
        if place not in known and (is_anothers or card.title in doubtful):
            # Another of its headline must not stand before it in the order of numbers, or they would change places.
            doubtful.add(card.title)
            identifier = next(one for one in unused if one not in used)
        used.add(identifier)
        ids.append(identifier)
    return tuple(ids)


def _kept(cards: Sequence[Titled], fixed: Collection[str], record: Known) -> dict[int, str]:
    """The ids of cards that are on record, by their place; of several with one headline in the order of both."""
    places: dict[str, list[int]] = {}
    for place, card in enumerate(cards):
        if card.id is None:
            places.setdefault(card.title, []).append(place)
    free: dict[str, list[str]] = {}
    for identifier, recorded in record.items():
        if recorded.title in places and identifier not in fixed:
            free.setdefault(recorded.title, []).append(identifier)
    found: dict[int, str] = {}
    for title, ids in free.items():
        wanted = sorted(ids, key=lambda one: (record[one].gone, _order(one)))[: len(places[title])]
        found |= dict(zip(places[title], sorted(wanted, key=_order), strict=False))
    return found


def _unused(id_of: Callable[[int], str], fixed: Collection[str], record: Known) -> Iterator[str]:
    """Ids of the page that nobody ever had."""
    ends = (identifier.rpartition("-")[2] for identifier in record)
    last = max((int(end) for end in ends if end.isdecimal() and end.isascii()), default=0)
    return (one for number in count(last + 1) if (one := id_of(number)) not in fixed)


def _order(identifier: str) -> tuple[int, str]:
    return len(identifier), identifier
