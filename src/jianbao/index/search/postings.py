"""Reading a shard of postings."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from jianbao.index.search.bits import Reader
from jianbao.index.search.directory import Key
from jianbao.index.search.fold import is_word
from jianbao.index.search.format import (
    APART_ARTICLES,
    gap_parameter,
    occurrences_of,
    place_parameters,
    second_parameter,
)

BEGINS: Final = 2
ENDS: Final = 1


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a bigram in an article."""

    in_headline: bool
    position: int
    borders: int
    """BEGINS if the bigram begins at a border of words, plus ENDS if it ends at one; both where it cannot do else."""


@dataclass(slots=True)
class Postings:
    """The articles with a character or bigram, in ascending order."""

    key: Key
    articles: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    """By article: occurrences; 1 for a single character."""
    headlines: list[int] = field(default_factory=list)
    """By article: of them in the headline."""
    complete: bool = False
    """Of a single character: these are all its articles."""
    file: int = -1
    """Number of the first file of positions; -1 if they are in `places`."""
    cuts: list[int] = field(default_factory=lambda: [0])
    """Places in the list where the files of positions begin."""
    places: list[list[Place]] = field(default_factory=list)
    """By article, where they are not in files of their own."""

    @property
    def wordy(self) -> bool:
        """Whether a border of words can be missing."""
        return any(map(is_word, self.key))

    def run(self, index: int) -> int:
        """Which of the files of positions has the article at this place of the list."""
        return bisect_right(self.cuts, index) - 1

    def read_places(self, reader: Reader, start: int, end: int) -> list[list[Place]]:
        """Read the positions in a run of the articles."""
        return [self._article(reader, index) for index in range(start, end)]

    def _article(self, reader: Reader, index: int) -> list[Place]:
        heads = self.headlines[index]
        return [
            *self._zone(reader, heads, in_headline=True),
            *self._zone(reader, self.counts[index] - heads, in_headline=False),
        ]

    def _zone(self, reader: Reader, count: int, *, in_headline: bool) -> Iterable[Place]:
        wordy = self.wordy
        k, next_k = place_parameters(headline=in_headline, wordy=wordy)
        position = 0
        for _ in range(count):
            value = reader.rice(k)
            k = next_k
            position += value >> 2 if wordy else value
            yield Place(in_headline, position, value & 3 if wordy else BEGINS | ENDS)


def read_shard(data: bytes, articles: int) -> dict[Key, Postings]:
    """Read a shard of a segment of so many articles; ValueError where it is not whole."""
    reader = Reader(data)
    shard = {postings.key: (postings, holding) for postings, holding in _keys(reader)}
    for postings, holding in shard.values():
        _read_articles(reader, postings, articles, holding)
        if postings.key[1] and postings.file < 0:
            postings.places = postings.read_places(reader, 0, holding)
    return {key: postings for key, (postings, _) in shard.items()}


def _keys(reader: Reader) -> Iterable[tuple[Postings, int]]:
    """All keys and their numbers of articles; the lists are still empty."""
    first = 0
    for _ in range(reader.golomb(2)):
        first += reader.golomb(4)
        count = reader.golomb(3) + 1
        k = second_parameter(count)
        second = -1
        for _ in range(count):
            second += reader.rice(k) + 1
            postings = Postings((first, second))
            holding = reader.golomb(0) + 1
            if not second:
                postings.complete = bool(reader.bits(1))
            elif holding >= APART_ARTICLES and reader.bits(1):
                postings.file = reader.golomb(8)
                for _ in range(reader.golomb(1)):
                    postings.cuts.append(postings.cuts[-1] + reader.golomb(8))
            yield postings, holding


def _read_articles(reader: Reader, postings: Postings, articles: int, holding: int) -> None:
    single = postings.key[1] == 0
    postings.counts, postings.headlines = [1] * holding, [0] * holding
    marks = reader.golomb(0)
    k = gap_parameter(holding, marks) if marks else 0
    index = -1
    for _ in range(marks):
        index += reader.rice(k) + 1
        if single:
            postings.headlines[index] = 1
            continue
        postings.counts[index], in_headline = occurrences_of(reader.rice(1) + 1)
        if in_headline:
            postings.headlines[index] = reader.golomb(0) + 1 if postings.counts[index] > 1 else 1
    k = gap_parameter(articles, holding)
    article = -1
    for _ in range(holding):
        article += reader.rice(k) + 1
        postings.articles.append(article)


def union(key: Key, lists: Iterable[Postings]) -> Postings:
    """All articles of some lists, as a complete list of a single character."""
    headline: dict[int, bool] = {}
    for postings in lists:
        for article, heads in zip(postings.articles, postings.headlines, strict=True):
            headline[article] = headline.get(article, False) or heads > 0
    articles = sorted(headline)
    return Postings(key, articles, [1] * len(articles), [int(headline[article]) for article in articles], complete=True)
