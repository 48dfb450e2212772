"""Cutting postings into files of some kilobytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from jianbao.index.search.bits import Codes, Integers, golomb, joined, packed, raw, rice, row
from jianbao.index.search.format import (
    APART_ARTICLES,
    APART_BYTES,
    grams_name,
    positions_name,
    second_parameter,
)
from jianbao.index.search.grams import Grams

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

    number: int
    """Of the first file."""
    cuts: tuple[int, ...]
    """First postings of the files."""


def shards(slices: Iterable[Grams], size: int) -> Shards:
    """Pack the postings into files of about `size` bytes; long lists of positions go to files of their own."""
    done = Shards()
    for grams in slices:
        bits = _offsets(grams.gaps.size)[grams.starts] + _offsets(grams.marks.size)[grams.marks_starts]
        place_bits = _offsets(grams.places.size)[grams.places_starts]
        own = np.diff(place_bits[grams.starts])
        away = (own > 8 * APART_BYTES) & (np.diff(grams.starts) >= APART_ARTICLES)
        apart = {}
        for key in np.flatnonzero(away).tolist():
            apart[key] = _write_positions(done, grams, key, place_bits, size)
        weight = np.diff(bits) + np.where(away, 0, own) + _KEY_BITS
        for start, end in _bounds(weight, 8 * size):
            inside = {key: value for key, value in apart.items() if start <= key < end}
            done.grams.append((grams_name(len(done.grams)), _shard(grams, start, end, inside)))
            whole = start == 0 or grams.first[start] != grams.first[start - 1]
            done.keys.append((int(grams.first[start]), 0 if whole else int(grams.second[start])))
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


def _write_positions(done: Shards, grams: Grams, key: int, place_bits: Integers, size: int) -> _Apart:
    """Put the positions of a key into files of their own."""
    start, end = int(grams.starts[key]), int(grams.starts[key + 1])
    runs = [(start + a, start + b) for a, b in _bounds(np.diff(place_bits[start : end + 1]), 8 * size)]
    number = len(done.positions)
    for a, b in runs:
        places = grams.places[grams.places_starts[a] : grams.places_starts[b]]
        done.positions.append((positions_name(len(done.positions)), packed(places)))
    return _Apart(number, tuple(a for a, _ in runs))


def _shard(grams: Grams, start: int, end: int, apart: dict[int, _Apart]) -> bytes:
    """Pack a run of keys."""
    first = grams.first[start:end]
    edges = np.append(np.flatnonzero(np.diff(first, prepend=-1)), end - start)
    steps = np.diff(first[edges[:-1]], prepend=0)
    pieces = [golomb(np.array([len(steps)]), 2)]
    for step, a, b in zip(steps.tolist(), edges.tolist(), edges[1:].tolist(), strict=False):
        pieces.append(row(golomb(np.array([step]), 4), golomb(np.array([b - a - 1]), 3)))
        pieces.append(_keys(grams, start + a, start + b, apart))
    pieces.append(_postings(grams, start, end, list(apart)))
    return packed(joined(*pieces))


def _keys(grams: Grams, start: int, end: int, apart: dict[int, _Apart]) -> Codes:
    """Pack the keys that begin with one character."""
    second = grams.second[start:end]
    count = np.diff(grams.starts[start : end + 1])
    flags = grams.complete[start:end].astype(np.int64)
    inside = [key for key in apart if start <= key < end]
    flags[[key - start for key in inside]] = 1
    flag = raw(flags, 1)
    flag.size[(second > 0) & (count < APART_ARTICLES)] = 0
    columns = row(rice(np.diff(second, prepend=-1) - 1, second_parameter(end - start)), golomb(count - 1, 0), flag)
    pieces = []
    edge = 0
    for key in sorted(inside):
        at = 3 * (key - start + 1)
        where = apart[key]
        pieces += [
            columns[edge:at],
            row(golomb(np.array([where.number]), 8), golomb(np.array([len(where.cuts) - 1]), 1)),
            golomb(np.diff(where.cuts), 8),
        ]
        edge = at
    return joined(*pieces, columns[edge:])


def _postings(grams: Grams, start: int, end: int, apart: list[int]) -> Codes:
    """Pack the postings of a run of keys: of each its marks, its articles and then its positions."""
    runs = [grams.marks_starts[start : end + 1], grams.starts[start : end + 1]]
    runs.append(grams.places_starts[runs[1]])
    owners = [np.repeat(np.arange(start, end), np.diff(edges)) for edges in runs]
    streams = [
        codes[edges[0] : edges[-1]] for codes, edges in zip((grams.marks, grams.gaps, grams.places), runs, strict=True)
    ]
    if apart:
        beside = np.flatnonzero(~np.isin(owners[2], apart))
        owners[2], streams[2] = owners[2][beside], streams[2][beside]
    # A stable sort by key leaves the three kinds of each in their order.
    return joined(*streams)[np.argsort(np.concatenate(owners), kind="stable")]
