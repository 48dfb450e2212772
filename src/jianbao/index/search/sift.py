"""Filters and facets."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from jianbao.index.search.answer import Facets, Filters
from jianbao.index.search.articles import Traits

_YEAR: Final = 4
_MONTH: Final = 7


def failures(traits: Traits, filters: Filters) -> set[str]:
    """Name the filters that an article fails: topic, county, date; all others have no facet and are one, `other`."""
    start, end = filters.get("from", ""), filters.get("to", "")
    passed = {
        "topic": _any(filters.get("topic"), traits.topics),
        "county": _any(filters.get("county"), traits.counties),
        "date": start <= traits.day and (not end or traits.day[: len(end)] <= end),
        "other": _any(filters.get("newspaper"), (traits.newspaper,))
        and _any(filters.get("kind"), (traits.kind,))
        and _any(filters.get("person"), traits.people),
    }
    return {name for name, passes in passed.items() if not passes}


def _any(wanted: Collection[str] | None, values: Iterable[str]) -> bool:
    return wanted is None or any(value in wanted for value in values)


class Tally:
    """Counts facets."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in ("topic", "county", "month", "year")}

    def add(self, traits: Traits, failed: set[str]) -> None:
        """Count an article that the terms found, whether or not it passes the filters."""
        if failed <= {"topic"}:
            self._counts["topic"].update(traits.topics)
        if failed <= {"county"}:
            self._counts["county"].update(traits.counties)
        if failed <= {"date"}:
            self._counts["year"][traits.date[:_YEAR]] += 1
            if traits.date[_YEAR : _YEAR + 1] == "-":
                self._counts["month"][traits.date[:_MONTH]] += 1

    def facets(self) -> Facets:
        """Give the counts."""
        topic, county, month, year = (dict(counts) for counts in self._counts.values())
        return Facets(topic=topic, county=county, month=month, year=year)
