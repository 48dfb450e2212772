"""The one file that keeps its name: which segments there are, and which shard of theirs holds a key."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jianbao.index.search.bits import Codes, Reader, golomb, joined, packed, raw
from jianbao.index.search.format import VERSION

_NAME_PARTS = 2
_NAME_BITS = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of a segment."""

    name: str
    """Folder of its files: 16 hexadecimal digits."""
    articles: int
    characters: int
    """Folded characters of all its articles."""
    keys: tuple[tuple[int, int], ...]
    """By shard of postings: two code points; its keys are not less, those of the shard before are less."""

    def shard(self, first: int, second: int) -> int:
        """Give the number of the shard that alone can hold the key; -1 if it sorts before all."""
        return bisect_right(self.keys, (first, second)) - 1


def write_directory(entries: Sequence[Entry]) -> bytes:
    """Pack the entries, newest segment first.

    Golomb(0): version, number of segments; for each: name, 64 bits; articles, characters, shards, Golomb(16); for each
    shard its first code point less that of the shard before, Golomb(1); one bit: the second follows, less that of the
    shard before if the first is the same, Golomb(13).
    """
    return packed(joined(_number(VERSION, 0), _number(len(entries), 0), *map(_entry, entries)))


def _number(value: int, k: int) -> Codes:
    return golomb(np.array([value]), k)


def _entry(entry: Entry) -> Codes:
    pieces = [raw(np.array([int(entry.name[start : start + 8], 16) for start in (0, 8)]), _NAME_BITS)]
    pieces += [_number(value, 16) for value in (entry.articles, entry.characters, len(entry.keys))]
    before = (0, 0)
    for first, second in entry.keys:
        pieces += [_number(first - before[0], 1), raw(np.array([second > 0]), 1)]
        if second:
            pieces.append(_number(second - (before[1] if first == before[0] else 0), 13))
        before = (first, second)
    return joined(*pieces)


def read_directory(data: bytes) -> tuple[Entry, ...]:
    """Read what `write_directory` wrote; ValueError where it is not that."""
    reader = Reader(data)
    version = reader.golomb(0)
    if version != VERSION:
        raise ValueError(f"the index is of format {version}, this reads {VERSION}")
    return tuple(_read_entry(reader) for _ in range(reader.golomb(0)))


def _read_entry(reader: Reader) -> Entry:
    name = "".join(f"{reader.bits(_NAME_BITS):08x}" for _ in range(_NAME_PARTS))
    articles, characters, shards = (reader.golomb(16) for _ in range(3))
    keys: list[tuple[int, int]] = []
    first = second = 0
    for _ in range(shards):
        step = reader.golomb(1)
        first += step
        second = (0 if step else second) + reader.golomb(13) if reader.bits(1) else 0
        keys.append((first, second))
    return Entry(name, articles, characters, tuple(keys))
