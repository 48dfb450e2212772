"""Which articles tell of the same subject, and which go on with the same story.

An article looks back only: what it is related to was there when it was printed, and never changes. An older article
shows the first few that look back at it, so that a new day changes the pages of few old ones, and of none for ever.
Words weigh what a fixed list says (`text.words`), not what the archive holds: the archive may grow under them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from jianbao.text.words import inverse_document_frequency


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about, at its place in the archive."""

    id: str
    day: str
    """ISO date of its issue's first possible day."""
    keywords: tuple[str, ...]
    """Most telling words first."""


@dataclass(frozen=True, slots=True)
class Link:
    """An article that another is related to."""

    id: str
    likeness: float
    """Cosine of the weighted keywords, 0 to 1."""
    shared: tuple[str, ...]
    """The keywords that both have: the reason."""
    follows: bool
    """It tells of the same story within a month."""


@dataclass(frozen=True, slots=True)
class Related:
    """What an article is related to."""

    earlier: tuple[Link, ...]
    """The most alike first."""
    later: tuple[Link, ...]
    """The oldest first; the first few only."""


_EARLIER, _LATER = 5, 3
_ALIKE, _FEWEST_SHARED = 0.2, 2
"""Least cosine and number of shared keywords."""
_SAME_STORY, _STORY_DAYS = 0.4, 31
_LOOK_BACK = 200
"""Articles with a keyword that are looked at: the work for a new one does not grow with the archive."""
_RANK = 8
"""How slowly the keywords' weight falls with their rank: the eighth counts half."""


def relate(subjects: Sequence[Subject]) -> dict[str, Related]:
    """Relate articles, given in the order of their printing; each id is a key of the answer."""
    weights = {subject.id: _weights(subject.keywords) for subject in subjects}
    days = {subject.id: date.fromisoformat(subject.day) for subject in subjects}
    with_word: dict[str, list[str]] = defaultdict(list)
    earlier: dict[str, tuple[Link, ...]] = {}
    later: dict[str, list[Link]] = defaultdict(list)
    for subject in subjects:
        links = _links(subject, with_word, weights, days)
        earlier[subject.id] = links
        for link in links:
            if len(later[link.id]) < _LATER:
                later[link.id].append(Link(subject.id, link.likeness, link.shared, link.follows))
        for word in subject.keywords:
            with_word[word].append(subject.id)
    return {subject.id: Related(earlier[subject.id], tuple(later[subject.id])) for subject in subjects}


def _links(
    subject: Subject,
    with_word: Mapping[str, list[str]],
    weights: Mapping[str, dict[str, float]],
    days: Mapping[str, date],
) -> tuple[Link, ...]:
    shared = Counter(other for word in subject.keywords for other in with_word.get(word, [])[-_LOOK_BACK:])
    links = (_link(other, subject.id, weights, days) for other, count in shared.items() if count >= _FEWEST_SHARED)
    alike = [link for link in links if link.likeness >= _ALIKE]
    return tuple(sorted(alike, key=lambda link: (-link.likeness, link.id))[:_EARLIER])


def _link(other: str, one: str, weights: Mapping[str, dict[str, float]], days: Mapping[str, date]) -> Link:
    mine, its = weights[one], weights[other]
    shared = [word for word in mine if word in its]
    likeness = round(sum(mine[word] * its[word] for word in shared), 3)
    follows = likeness >= _SAME_STORY and (days[one] - days[other]).days <= _STORY_DAYS
    return Link(other, likeness, tuple(shared), follows)


def _weights(keywords: Iterable[str]) -> dict[str, float]:
    """Keyword → weight, as a vector of length 1."""
    raw = {word: inverse_document_frequency(word) / (1 + rank / _RANK) for rank, word in enumerate(keywords)}
    length = sqrt(sum(weight**2 for weight in raw.values()))
    return {word: weight / length for word, weight in raw.items()}
