"""Filters and facets."""

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from jianbao.index.search.answer import Facets, Filters
from jianbao.index.search.articles import Traits

_YEAR: Final = 4
_MONTH: Final = 7
_FACETS: Final = ("topic", "county", "kind", "newspaper", "month", "year")


def failures(traits: Traits, filters: Filters) -> set[str]:
    """Name the filters that an article fails: topic, county, kind, newspaper, reporter, date.

    All of an article's month or year must lie between the dates, so that a month filters what its facet counts.
    """
    start, end = filters.get("from", ""), filters.get("to", "")
    passed = {
        "topic": _any(filters.get("topic"), traits.topics),
        "county": _any(filters.get("county"), traits.counties),
        "kind": _any(filters.get("kind"), (traits.kind,)),
        "newspaper": _any(filters.get("newspaper"), (traits.newspaper,)),
        "reporter": _any(filters.get("reporter"), traits.people),
        "date": start <= traits.day and (not end or last_day(traits.date)[: len(end)] <= end),
    }
    return {name for name, passes in passed.items() if not passes}


def _any(wanted: Collection[str] | None, values: Iterable[str]) -> bool:
    return wanted is None or any(value in wanted for value in values)


def last_day(date: str) -> str:
    """The last day of a date: 2024-02-29 of `2024-02~`."""
    year, month, day = ([*date.rstrip("?~%").split("-"), "", ""])[:3]
    month = month or "12"
    return f"{year}-{month}-{day or monthrange(int(year), int(month))[1]}"


class Tally:
    """Counts facets."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in _FACETS}

    def add(self, traits: Traits, failed: set[str]) -> None:
        """Count an article that the terms found, whether or not it passes the filters."""
        values = {
            "topic": traits.topics,
            "county": traits.counties,
            "kind": (traits.kind,),
            "newspaper": (traits.newspaper,),
        }
        for facet, own in values.items():
            if failed <= {facet}:
                self._counts[facet].update(own)
        if failed <= {"date"}:
            self._counts["year"][traits.date[:_YEAR]] += 1
            if traits.date[_YEAR : _YEAR + 1] == "-":
                self._counts["month"][traits.date[:_MONTH]] += 1

    def facets(self) -> Facets:
        """Give the counts."""
        topic, county, kind, newspaper, month, year = (dict(counts) for counts in self._counts.values())
        return Facets(topic=topic, county=county, kind=kind, newspaper=newspaper, month=month, year=year)
