"""Cutting postings into files of some kilobytes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from jianbao.index.search.bits import Codes, Integers, golomb, joined, packed_runs, raw, rice, row
from jianbao.index.search.format import (
    APART_ARTICLES,
    APART_BYTES,
    grams_name,
    positions_name,
    second_parameter,
)
from jianbao.index.search.grams import Flags, Grams

_KEY_BITS = 16
"""What a key costs before its postings, roughly."""


@dataclass(slots=True)
class Shards:
    """The files of the postings of a segment, and where each shard of them begins."""

    grams: list[tuple[str, bytes]] = field(default_factory=list)
    positions: list[tuple[str, bytes]] = field(default_factory=list)
    keys: list[tuple[int, int]] = field(default_factory=list)
    """By shard of grams: two code points that are not greater than its first key, and greater than those before."""


@dataclass(frozen=True, slots=True)
class _Apart:
    """Positions of one key in files of their own."""

    key: int
    number: int
    """Of the first file."""
    cuts: tuple[int, ...]
    """First postings of the files."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """Codes with the place that each takes: codes of one place follow one another as they stand here."""

    codes: Codes
    place: Integers


def shards(slices: Iterable[Grams], size: int) -> Shards:
    """Pack the postings into files of about `size` bytes; long lists of positions go to files of their own."""
    done = Shards()
    for grams in slices:
        bits = _offsets(grams.gaps.size)[grams.starts] + _offsets(grams.marks.size)[grams.marks_starts]
        place_bits = _offsets(grams.places.size)[grams.places_starts]
        own = np.diff(place_bits[grams.starts])
        away = (own > 8 * APART_BYTES) & (np.diff(grams.starts) >= APART_ARTICLES)
        apart = _write_positions(done, grams, np.flatnonzero(away).tolist(), place_bits, size)
        weight = np.diff(bits) + np.where(away, 0, own) + _KEY_BITS
        opens = np.zeros(len(weight), np.bool_)
        opens[[start for start, _ in _bounds(weight, 8 * size)]] = True
        for data in _packed(grams, opens, apart):
            done.grams.append((grams_name(len(done.grams)), data))
        whole = np.diff(grams.first, prepend=-1) > 0
        second = np.where(whole, 0, grams.second)
        done.keys += zip(grams.first[opens].tolist(), second[opens].tolist(), strict=True)
    return done


def _offsets(lengths: Integers) -> Integers:
    return np.concatenate(([0], np.cumsum(lengths)))


def _bounds(weight: Integers, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a row of weights into runs of at most the limit, or of one."""
    total = np.cumsum(weight)
    start = 0
    while start < len(weight):
        before = int(total[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(total, before + limit, side="right")))
        yield start, end
        start = end


def _write_positions(
    done: Shards, grams: Grams, keys: Sequence[int], place_bits: Integers, size: int
) -> tuple[_Apart, ...]:
    """Put the positions of some keys into files of their own."""
    apart, runs = [], [grams.places[:0]]
    for key in keys:
        start, end = int(grams.starts[key]), int(grams.starts[key + 1])
        cuts = [(start + a, start + b) for a, b in _bounds(np.diff(place_bits[start : end + 1]), 8 * size)]
        apart.append(_Apart(key, len(done.positions) + len(runs) - 1, tuple(a for a, _ in cuts)))
        runs += [grams.places[grams.places_starts[a] : grams.places_starts[b]] for a, b in cuts]
    for data in packed_runs(joined(*runs), _offsets(np.array([len(run.size) for run in runs])))[1:]:
        done.positions.append((positions_name(len(done.positions)), data))
    return tuple(apart)


def _packed(grams: Grams, opens: Flags, apart: Sequence[_Apart]) -> list[bytes]:
    """Pack the keys and their postings; `opens` tells by key whether a shard begins there."""
    shard = np.cumsum(opens) - 1
    streams = _keys(grams, opens, apart), _postings(grams, apart)
    # Of each shard first all keys, then all postings.
    part = np.concatenate([2 * shard[stream.place // _SLOTS] + n for n, stream in enumerate(streams)])
    turn = part * (_SLOTS * len(shard)) + np.concatenate([stream.place for stream in streams])
    codes = joined(*(stream.codes for stream in streams))[np.argsort(turn, kind="stable")]
    return packed_runs(codes, _offsets(np.bincount(part >> 1, minlength=int(shard[-1]) + 1)))


_SLOTS = 4
"""Places of a key: what opens its shard, what opens its first character, itself, where its positions are."""


def _keys(grams: Grams, opens: Flags, apart: Sequence[_Apart]) -> _Stream:
    """The keys, those that begin with one character together."""
    groups = np.flatnonzero(opens | (np.diff(grams.first, prepend=-1) != 0))
    fresh = opens[groups]
    steps = np.diff(grams.first[groups], prepend=0)
    steps[fresh] = grams.first[groups][fresh]
    held = np.diff(np.append(groups, len(opens)))
    shards_at = np.flatnonzero(opens)
    numbers = np.diff(np.append(np.flatnonzero(fresh), len(groups)))
    own = _SLOTS * np.arange(len(opens)) + 2
    pieces = [
        (golomb(numbers, 2), _SLOTS * shards_at),
        (row(golomb(steps, 4), golomb(held - 1, 3)), np.repeat(_SLOTS * groups + 1, 2)),
        (_columns(grams, groups, held, [one.key for one in apart]), np.repeat(own, 3)),
    ]
    for one in apart:
        where = joined(
            golomb(np.array([one.number]), 8), golomb(np.array([len(one.cuts) - 1]), 1), golomb(np.diff(one.cuts), 8)
        )
        pieces.append((where, np.full(len(where.size), _SLOTS * one.key + 3)))
    return _Stream(joined(*(codes for codes, _ in pieces)), np.concatenate([place for _, place in pieces]))


def _columns(grams: Grams, groups: Integers, held: Integers, apart: Sequence[int]) -> Codes:
    """What is said of every key: its second character, its articles, its flag."""
    before = np.concatenate(([-1], grams.second[:-1]))
    before[groups] = -1
    parameter = np.repeat([second_parameter(keys) for keys in held.tolist()], held)
    articles = np.diff(grams.starts)
    flags = grams.complete.astype(np.int64)
    flags[list(apart)] = 1
    flag = raw(flags, 1)
    flag.size[(grams.second > 0) & (articles < APART_ARTICLES)] = 0
    return row(rice(grams.second - before - 1, parameter), golomb(articles - 1, 0), flag)


def _postings(grams: Grams, apart: Sequence[_Apart]) -> _Stream:
    """The postings of all keys: of each its marks, its articles and then, unless they are apart, its positions."""
    runs = [grams.marks_starts, grams.starts, grams.places_starts[grams.starts]]
    keys = np.arange(len(grams.first))
    owners = [np.repeat(keys, np.diff(edges)) for edges in runs]
    streams = [grams.marks, grams.gaps, grams.places]
    if apart:
        beside = np.flatnonzero(~np.isin(owners[2], [one.key for one in apart]))
        owners[2], streams[2] = owners[2][beside], streams[2][beside]
    return _Stream(joined(*streams), _SLOTS * np.concatenate(owners))
