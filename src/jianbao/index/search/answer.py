"""What a search is asked and what it gives: plain values, as JSON has them."""

from collections.abc import Collection
from typing import Literal, TypedDict

Sort = Literal["relevance", "newest", "oldest"]

Filters = TypedDict(
    "Filters",
    {
        "topic": Collection[str],
        "county": Collection[str],
        "newspaper": Collection[str],
        "kind": Collection[str],
        "reporter": Collection[str],
        "from": str,
        "to": str,
    },
    total=False,
)
"""An article must have one of the values of each; dates are YYYY, YYYY-MM or YYYY-MM-DD, both ends included.

Of an article that is dated by its month or year, all of this must lie between them.
"""


class Hit(TypedDict):
    """An article that was found."""

    id: str
    url: str
    """Relative to the site's root."""
    title: str
    date: str
    topics: list[str]
    counties: list[str]
    newspaper: str
    kind: str
    people: list[str]
    score: float


class Facets(TypedDict):
    """Articles by value. Each facet counts what all filters but its own leave; month and year share one, the dates."""

    topic: dict[str, int]
    county: dict[str, int]
    kind: dict[str, int]
    newspaper: dict[str, int]
    month: dict[str, int]
    year: dict[str, int]


class Answer(TypedDict):
    """What was found."""

    total: int
    hits: list[Hit]
    facets: Facets
    terms: list[str]
    """Folded."""
