"""Which earlier articles tell of the same subject, go on with the same story, or are the same text.

An article looks at what was printed before it and at its own issue only, and of that at the last few articles with each
of its keywords: so a new day at the end of the archive changes the page of no older article, a change in the middle
changes few, and the work for an article does not grow with the archive. Words weigh what a fixed list says
(`text.words`), and less where the last articles with them are recent: what is in the paper every day tells nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain, count
from math import sqrt

from jianbao.index.reprints import CLUES, is_reprint
from jianbao.model.site import Bond, Entry, Issue, Relation
from jianbao.text.fingerprint import fingerprint
from jianbao.text.words import inverse_document_frequency

_SHOWN, _MOST_REPRINTS = 3, 2
_ALIKE, _FEWEST_SHARED = 0.3, 2
"""Least likeness (cosine, discounted) and number of shared keywords."""
_SAME_STORY, _STORY_DAYS = 0.4, 31
_REPRINT_DAYS = 62
"""Later the same words are the formulas of an annual event."""
_LOOK_BACK = 20
"""Articles with a keyword that are looked at."""
_RARE_DAYS, _LEAST_WEIGHT = 90, 0.25
"""Days that these articles spread over where the word keeps its weight; it loses three quarters of it at most."""
_WORDS, _RANK = 6, 8
"""Keywords that count, and how slowly their weight falls with their rank: a ninth would count half."""

Clue = str | int
"""What articles may share: a keyword, or the fingerprint of a clause."""


class Relations(Mapping[str, tuple[Relation, ...]]):
    """By the id of an article: what it is related to, worked out when it is asked for."""

    def __init__(self, issues: Iterable[Issue], entries: Mapping[str, Entry]) -> None:
        """Take the issues oldest first."""
        self._issues = [[entries[identifier] for identifier in issue.entries] for issue in issues]

    def stamps(self) -> dict[str, str]:
        """By issue: fingerprint of all that the relations of its articles follow from beside the issue itself.

        For each clue that is what is told of the last articles with it, as a difference of two running sums.
        """
        return self._followed.stamps

    @cached_property
    def _followed(self) -> "_Followed":
        rows: dict[Clue, list[int]] = {}
        stamps = {}
        places = count()
        for members in filter(None, self._issues):
            windows = []
            first = members[0]
            issue = f"{first.issue} {first.date} {first.newspaper}"
            for entry in members:
                told, place = _told(entry, issue), next(places)
                for clue in _clues(entry):
                    row = rows.get(clue)
                    if row is None:
                        rows[clue] = [place, told]
                        windows.append(0)
                        continue
                    last = row[-1]
                    windows.append(last - row[-2 * _LOOK_BACK - 1] if len(row) > 2 * _LOOK_BACK else last)
                    row += place, last + told
            stamps[first.issue] = fingerprint(windows)
        return _Followed(rows, stamps)

    @cached_property
    def _rows(self) -> "_Rows":
        return _Rows(self._issues, self._followed.rows)

    def __getitem__(self, identifier: str) -> tuple[Relation, ...]:
        return tuple(self._rows.relations(identifier))

    def __iter__(self) -> Iterator[str]:
        return (entry.id for members in self._issues for entry in members)

    def __len__(self) -> int:
        return sum(map(len, self._issues))


@dataclass(frozen=True, slots=True)
class _Followed:
    """The clues, followed through the archive."""

    rows: Mapping[Clue, Sequence[int]]
    """By clue: the place of each article with it, and behind that the sum of what is told of it and those before."""
    stamps: dict[str, str]
    """See `Relations.stamps`."""


class _Rows:
    """The articles in one row, as they were printed, and where in it each clue stands."""

    def __init__(self, issues: Sequence[Sequence[Entry]], followed: Mapping[Clue, Sequence[int]]) -> None:
        self._followed = followed
        self._entries = [entry for members in issues for entry in members]
        self._places = {entry.id: place for place, entry in enumerate(self._entries)}
        self._day = cache(lambda place: date.fromisoformat(self._entries[place].date.first_day).toordinal())
        self._weights = cache(lambda place: _weights(self._entries[place].card.keywords))
        self._ends = {entry.issue: place + 1 for place, entry in enumerate(self._entries)}
        """By issue: the place behind its last article."""

    def relations(self, identifier: str) -> Iterator[Relation]:
        """Reprints first, then the most alike; of one text that was printed several times one."""
        place = self._places[identifier]
        reprints = self._reprints(place)[:_MOST_REPRINTS]
        for other in reprints:
            yield Relation(self._entries[other].id, Bond.REPRINT, ())
        shown = [place]
        for likeness, other, shared in self._alike(place):
            if len(reprints) + len(shown) > _SHOWN:
                break
            if not any(self._is_reprint(other, one) for one in shown):
                yield Relation(self._entries[other].id, self._bond(place, other, likeness), shared)
                shown.append(other)

    def _reprints(self, place: int) -> list[int]:
        sharing = {other for clue in self._entries[place].card.sketch[:CLUES] for other in self._before(place, clue)}
        others = sharing.difference(self._story(place))
        return sorted(other for other in others if self._is_reprint(place, other))

    def _is_reprint(self, place: int, other: int) -> bool:
        near = abs(self._day(place) - self._day(other)) <= _REPRINT_DAYS
        return near and is_reprint(self._entries[place].card.sketch, self._entries[other].card.sketch)

    def _alike(self, place: int) -> list[tuple[float, int, tuple[str, ...]]]:
        """Likeness, place and shared keywords of the articles on the same subject, the most alike first."""
        mine = self._weights(place)
        before = {word: self._before(place, word) for word in mine}
        rare = {word: self._rarity(place, others) for word, others in before.items()}
        counts = Counter(chain.from_iterable(before.values()))
        for one in self._story(place):
            del counts[one]
        found = []
        for other, number in counts.items():
            if number >= _FEWEST_SHARED:
                its = self._weights(other)
                shared = tuple(word for word in mine if word in its)
                likeness = round(sum([mine[word] * its[word] * rare[word] for word in shared]), 3)
                if likeness >= _ALIKE:
                    found.append((likeness, other, shared))
        return sorted(found, reverse=True)

    def _before(self, place: int, clue: Clue) -> Sequence[int]:
        """Places of the last articles with the clue, up to the end of the issue."""
        having = self._followed[clue][::2]
        end = bisect_left(having, self._ends[self._entries[place].issue])
        return having[max(0, end - _LOOK_BACK) : end]

    def _story(self, place: int) -> tuple[int, ...]:
        """The article itself, and the other pieces of its story."""
        return (place, *(self._places[identifier] for identifier in self._entries[place].story))

    def _rarity(self, place: int, others: Sequence[int]) -> float:
        """How much of its weight a word keeps that stood in these articles before."""
        if len(others) < _LOOK_BACK:
            return 1.0
        return max(_LEAST_WEIGHT, min(1.0, (self._day(place) - self._day(others[0])) / _RARE_DAYS))

    def _bond(self, place: int, other: int, likeness: float) -> Bond:
        follows = likeness >= _SAME_STORY and 0 < self._day(place) - self._day(other) <= _STORY_DAYS
        return Bond.FOLLOWS if follows else Bond.ALIKE


def _clues(entry: Entry) -> tuple[Clue, ...]:
    return (*entry.card.keywords[:_WORDS], *entry.card.sketch[:CLUES])


def _told(entry: Entry, issue: str) -> int:
    """A number for all that the page of another article may follow from or show."""
    facts = f"{entry.id} {entry.card.whole} {issue}"
    return int.from_bytes(blake2b(facts.encode(errors="backslashreplace"), digest_size=8).digest())


def _weights(keywords: tuple[str, ...]) -> dict[str, float]:
    """Keyword → weight, as a vector of length 1."""
    raw = {word: inverse_document_frequency(word) / (1 + rank / _RANK) for rank, word in enumerate(keywords[:_WORDS])}
    length = sqrt(sum(weight**2 for weight in raw.values()))
    return {word: weight / length for word, weight in raw.items()}
