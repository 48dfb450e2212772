"""Which articles of a segment have the terms: the cheapest cover of each by bigrams, verified by positions."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jianbao.index.search.bits import Reader
from jianbao.index.search.directory import Entry, Key
from jianbao.index.search.fold import is_word
from jianbao.index.search.format import grams_name, positions_name
from jianbao.index.search.postings import BEGINS, ENDS, Place, Postings, read_shard, union
from jianbao.index.search.query import Query

Read = Callable[[str], bytes]
"""Gives a file by its name below the folder of the index."""


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of a term in an article."""

    body: int
    """Occurrences outside the headline."""
    headline: int
    whole: bool
    """Whether any begins and ends at borders of words."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found in a segment."""

    articles: Mapping[int, tuple[Found, ...]]
    """By article, in ascending order: by term."""
    frequencies: tuple[int, ...]
    """By term: at most so many articles have it."""
    joins: tuple[frozenset[int], ...] = ()
    """For each term and the next, the articles with the characters that meet where one follows the other."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """Lists that together hold every character of a term, and where in the term each begins."""

    term: str
    offsets: tuple[int, ...]
    lists: tuple[Postings, ...]


@dataclass(slots=True)
class SegmentIndex:
    """The postings of a segment, read as they are asked for."""

    entry: Entry
    read: Read
    shards: dict[int, dict[Key, Postings]] = field(default_factory=dict)

    def match(self, query: Query) -> Matches:
        """Find the articles with all terms and none of the excluded."""
        if not query.terms:
            return Matches(dict.fromkeys(range(self.entry.articles), ()), ())
        covers = [self._cover(term) for term in query.terms]
        frequencies = tuple(min(len(postings.articles) for postings in cover.lists) for cover in covers)
        articles = _common(postings.articles for cover in covers for postings in cover.lists)
        found = self._verify(covers, articles)
        for term in query.excluded:
            cover = self._cover(term)
            held = _common([list(found), *(postings.articles for postings in cover.lists)])
            for article in self._verify([cover], held):
                del found[article]
        joins = [
            self._postings((ord(term[-1]), ord(after[0]))).articles for term, after in pairwise(query.terms) if found
        ]
        return Matches(found, frequencies, tuple(map(frozenset, joins)))

    def _shard(self, number: int) -> dict[Key, Postings]:
        if number not in self.shards:
            self.shards[number] = read_shard(self.read(f"{self.entry.name}/{grams_name(number)}"), self.entry.articles)
        return self.shards[number]

    def _postings(self, key: Key) -> Postings:
        number = self.entry.shard(*key)
        return (number >= 0 and self._shard(number).get(key)) or Postings(key)

    def _single(self, code: int) -> Postings:
        own = self._postings((code, 0))
        if own.complete:
            return own
        numbers = range(max(self.entry.shard(code, 0), 0), self.entry.shard(code, 0x110000) + 1)
        shards = (self._shard(number) for number in numbers)
        return union((code, 0), (p for shard in shards for key, p in shard.items() if key[0] == code))

    def _cover(self, term: str) -> _Cover:
        codes = [ord(char) for char in term]
        if len(codes) == 1:
            return _Cover(term, (0,), (self._single(codes[0]),))
        offsets = self._offsets(codes)
        return _Cover(term, offsets, tuple(self._postings((codes[at], codes[at + 1])) for at in offsets))

    def _offsets(self, codes: Sequence[int]) -> tuple[int, ...]:
        """Where bigrams begin that cover the term: as few as can be, two overlapping if need be, from fewest shards."""
        odd = len(codes) % 2
        count = (len(codes) + 1) // 2
        ways = [
            tuple(2 * i if i < turn else 2 * i - odd for i in range(count))
            for turn in (range(1, count) if odd else [count])
        ]
        return min(ways, key=lambda way: len({self.entry.shard(codes[at], codes[at + 1]) for at in way}))

    def _verify(self, covers: Sequence[_Cover], articles: Sequence[int]) -> dict[int, tuple[Found, ...]]:
        """Those of the articles, which all lists hold, that have the terms."""
        by_term = [self._occurrences(cover, articles) for cover in covers]
        found = zip(articles, zip(*by_term, strict=True), strict=True)
        return {article: terms for article, terms in found if all(term.body + term.headline for term in terms)}

    def _occurrences(self, cover: _Cover, articles: Sequence[int]) -> list[Found]:
        lists = cover.lists
        indices = [[bisect_left(postings.articles, article) for article in articles] for postings in lists]
        if len(cover.term) == 1 or (len(cover.term) == len("ab") and not lists[0].wordy):
            return [
                Found(lists[0].counts[at] - lists[0].headlines[at], lists[0].headlines[at], whole=True)
                for at in indices[0]
            ]
        places = [self._places(postings, some) for postings, some in zip(lists, indices, strict=True)]
        return [_occurrences(cover, [by_list[i] for by_list in places]) for i in range(len(articles))]

    def _places(self, postings: Postings, indices: Sequence[int]) -> list[list[Place]]:
        """Positions in the articles at these places of the list."""
        if postings.file < 0:
            return [postings.places[index] for index in indices]
        edges = [*postings.cuts, len(postings.articles)]
        runs = {}
        for run in {postings.run(index) for index in indices}:
            reader = Reader(self.read(f"{self.entry.name}/{positions_name(postings.file + run)}"))
            runs[run] = postings.read_places(reader, edges[run], edges[run + 1])
        return [runs[run][index - edges[run]] for index in indices for run in [postings.run(index)]]


def _common(lists: Iterable[Sequence[int]]) -> list[int]:
    """Articles in all of the lists."""
    least, *others = sorted(lists, key=len)
    common = set(least).intersection(*others)
    return sorted(common)


def _occurrences(cover: _Cover, places: Sequence[Sequence[Place]]) -> Found:
    """Count where the bigrams of a cover stand side by side; `places` has those of each in one article."""
    last = {(place.in_headline, place.position): place.borders for place in places[-1]}
    others = [{(place.in_headline, place.position) for place in some} for some in places]
    begins, ends = not is_word(ord(cover.term[0])), not is_word(ord(cover.term[-1]))
    body = headline = 0
    whole = False
    for place in places[0]:
        wanted = [(place.in_headline, place.position + offset) for offset in cover.offsets]
        if all(at in some for at, some in zip(wanted, others, strict=True)):
            headline += place.in_headline
            body += not place.in_headline
            whole |= (begins or place.borders & BEGINS > 0) and (ends or last[wanted[-1]] & ENDS > 0)
    return Found(body, headline, whole)
