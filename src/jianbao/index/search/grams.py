"""From characters to postings: which articles hold a character or a bigram, how often, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jianbao.index.search.bits import Codes, Integers, Words, golomb, joined, rice
from jianbao.index.search.characters import Characters, are_words
from jianbao.index.search.format import COMPLETE_COUNT, place_parameters

Flags = npt.NDArray[np.bool_]

SLICE = 100_000
"""Occurrences worked on at once: enough for numpy, and what the caches of a processor hold. With 400,000 packing takes
twice as long."""
_LOW = np.uint64(0xFFFFFFFF)
_HIGH = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Grams:
    """Postings of all keys that begin with some characters, sorted by key and article, as codes (see `format`)."""

    first: Integers
    """By key: its code points; the second is 0 for a single character."""
    second: Integers
    complete: Flags
    """By key: whether it is a single character with all its articles."""
    starts: Integers
    """By key: its first posting; and the number of postings."""
    gaps: Codes
    """One a posting."""
    marks: Codes
    marks_starts: Integers
    """By key: its first code in `marks`; and their number."""
    places: Codes
    places_starts: Integers
    """By posting: its first code in `places`; and their number."""


@dataclass(frozen=True, slots=True)
class _Postings:
    """One entry an (n-gram, article)."""

    key: Integers
    """(Rank of the first character) · width + (rank of the second + 1, or 0)."""
    article: Integers
    count: Integers
    in_headline: Integers
    """Occurrences in the headline."""


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """The characters of a segment by rank."""

    codes: Integers
    complete: Flags
    articles: int
    """Articles of the segment."""


def grams(chars: Characters, articles: int) -> Iterator[Grams]:
    """Index all bigrams with their positions, and all single characters, some first characters at a time."""
    present = np.zeros(0x110000, dtype=np.bool_)
    present[chars.code] = True
    rank = (np.cumsum(present, dtype=np.int32) - 1)[chars.code]
    counts = np.bincount(rank)
    alphabet = _Alphabet(np.flatnonzero(present), counts > COMPLETE_COUNT, articles)
    pairs = _sorted_pairs(chars, rank, len(alphabet.codes) + 1)
    singles = _sorted_singles(chars, rank, alphabet.complete)
    total = np.cumsum(counts)
    start = 0
    while start < len(counts):
        done = int(total[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(total, done + SLICE)))
        yield _grams(
            chars, alphabet, _between(singles, start, end, 1), _between(pairs, start, end, len(alphabet.codes) + 1)
        )
        start = end


def _sorted_pairs(chars: Characters, rank: npt.NDArray[np.int32], width: int) -> Words:
    """All bigrams: key and place in the characters."""
    left = np.flatnonzero(~chars.last)
    key = rank[left].astype(np.uint64) * np.uint64(width) + (rank[left + 1] + 1).astype(np.uint64)
    return np.sort(key << _HIGH | left.astype(np.uint64))


def _sorted_singles(chars: Characters, rank: npt.NDArray[np.int32], complete: Flags) -> Words:
    """Single characters, once an article: everywhere if the list is complete, else at the ends of blocks."""
    chosen = np.flatnonzero(chars.last | complete[rank])
    low = chars.article[chosen].astype(np.uint64) << np.uint64(1) | ~chars.headline[chosen]
    found = np.sort(rank[chosen].astype(np.uint64) << _HIGH | low)
    return found[np.flatnonzero(np.diff(found >> np.uint64(1), prepend=~np.uint64(0)))]


def _between(found: Words, start: int, end: int, width: int) -> Words:
    edges = np.array([start * width, end * width], dtype=np.uint64) << _HIGH
    low, high = np.searchsorted(found, edges)
    return found[low:high]


def _grams(chars: Characters, alphabet: _Alphabet, singles: Words, pairs: Words) -> Grams:
    width = len(alphabet.codes) + 1
    alone = _Postings(
        key=(singles >> _HIGH).astype(np.int64) * width,
        article=(singles & _LOW).astype(np.int64) >> 1,
        count=np.ones(len(singles), dtype=np.int64),
        in_headline=1 - (singles & np.uint64(1)).astype(np.int64),
    )
    left = (pairs & _LOW).astype(np.int64)
    paired, places = _bigrams(chars, (pairs >> _HIGH).astype(np.int64), left)
    order = np.argsort(np.concatenate((alone.key, paired.key)), kind="stable")
    merged = _Postings(
        *(
            np.concatenate((getattr(alone, name), getattr(paired, name)))[order]
            for name in ("key", "article", "count", "in_headline")
        )
    )
    starts = np.append(np.flatnonzero(np.diff(merged.key, prepend=-1)), len(merged.key))
    keys = merged.key[starts[:-1]]
    second = np.concatenate(([0], alphabet.codes))[keys % width]
    single = second == 0
    holding = np.diff(starts)
    marks, marks_starts = _marks(merged, single, starts)
    return Grams(
        first=alphabet.codes[keys // width],
        second=second,
        complete=alphabet.complete[keys // width] & single,
        starts=starts,
        gaps=rice(_gaps(merged.article, starts), np.repeat(_gap_parameters(alphabet.articles, holding), holding)),
        marks=marks,
        marks_starts=marks_starts,
        places=places,
        places_starts=_offsets(np.where(np.repeat(single, holding), 0, merged.count)),
    )


def _bigrams(chars: Characters, key: Integers, left: Integers) -> tuple[_Postings, Codes]:
    """Postings of bigrams, and the codes of all their positions."""
    article, headline = chars.article[left], chars.headline[left]
    fresh = (np.diff(key, prepend=-1) != 0) | (np.diff(article, prepend=-1) != 0)
    starts = np.flatnonzero(fresh)
    postings = _Postings(
        key[starts],
        article[starts].astype(np.int64),
        np.diff(starts, append=len(left)),
        np.diff(_offsets(headline)[np.append(starts, len(left))]),
    )
    return postings, _places(chars, left, fresh | np.diff(headline, prepend=False))


def _places(chars: Characters, left: Integers, fresh: Flags) -> Codes:
    """Positions as differences, begun anew where `fresh`."""
    position = chars.position[left].astype(np.int64)
    before = np.concatenate(([0], position[:-1]))[: len(position)]
    values = position - np.where(fresh, 0, before)
    wordy = are_words(chars.code[left]) | are_words(chars.code[left + 1])
    borders = 2 * chars.begins[left] + chars.ends[left + 1]
    table = np.array(
        [[place_parameters(headline=h, wordy=w) for w in (False, True)] for h in (False, True)], dtype=np.int64
    )
    parameter = table[chars.headline[left].astype(np.int64), wordy.astype(np.int64), (~fresh).astype(np.int64)]
    return rice(np.where(wordy, values << 2 | borders, values), parameter)


def _gaps(members: Integers, starts: Integers) -> Integers:
    """How many numbers are left out before each member of ascending lists; `starts` gives where each list begins."""
    before = np.concatenate(([0], members[:-1] + 1))[: len(members)]
    before[starts[:-1][starts[:-1] < len(members)]] = 0
    return members - before


def _marks(postings: _Postings, single: Flags, starts: Integers) -> tuple[Codes, Integers]:
    """What is out of the ordinary in the list of each key, and where the codes of each key begin.

    Weights are what `format.occurrences_of` reads.
    """
    key = np.repeat(np.arange(len(single)), np.diff(starts))
    found, count = postings.in_headline > 0, postings.count
    weight = np.where(single[key], found, np.where(found, 2 * count, np.maximum(2 * count - 3, 0)))
    at = np.flatnonzero(weight)
    owner = key[at]
    number = np.bincount(owner, minlength=len(single))
    place = _gaps(at - starts[owner], _offsets(number))
    places = rice(place, _gap_parameters(np.diff(starts)[owner], number[owner]))
    paired = ~single[owner]
    both = paired & found[at] & (count[at] > 1)
    pieces = (
        (golomb(number, 0), np.arange(len(single))),
        (places, owner),
        (rice(weight[at][paired] - 1, 1), owner[paired]),
        (golomb(postings.in_headline[at][both] - 1, 0), owner[both]),
    )
    # The number of a key's marks, then mark by mark.
    turn = np.concatenate((np.full(len(single), -1), at, at[paired], at[both]))
    owners = np.concatenate([keys for _, keys in pieces])
    order = np.lexsort((turn, owners))
    return joined(*(codes for codes, _ in pieces))[order], _offsets(np.bincount(owners, minlength=len(single)))


def _gap_parameters(articles: Integers | int, holding: Integers) -> Integers:
    """`format.gap_parameter` for many."""
    mean = articles * 11 // (holding * 16)
    return np.maximum(np.frexp(mean.astype(np.float64))[1].astype(np.int64) - 1, 0)


def _offsets(lengths: npt.NDArray[np.generic]) -> Integers:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
