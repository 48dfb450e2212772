"""Which segments there are, and which shard of theirs holds a key: the one file of the index that keeps its name.

Where a segment has more than PAGED_SHARDS shards, that file has the first key of every PAGE_SHARDS only, and those of
all are in pages of their own among the segment's files.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from jianbao.index.search.bits import Codes, Reader, golomb, joined, packed, raw, row
from jianbao.index.search.format import PAGE_SHARDS, PAGED_SHARDS, VERSION, keys_name

Key = tuple[int, int]
"""Two code points, or one and 0."""

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
    keys: tuple[Key, ...]
    """By shard of postings: its keys are not less, those of the shard before are less."""

    def shard(self, first: int, second: int) -> int:
        """Give the number of the shard that alone can hold the key; -1 if it sorts before all."""
        return bisect_right(self.keys, (first, second)) - 1


def write_directory(entries: Sequence[Entry]) -> bytes:
    """Pack the entries, newest segment first.

    Golomb(0): version, number of segments; for each: name, 64 bits; articles, characters, shards, Golomb(16); for each
    shard, or each page of them, its first code point less that of the one before, Golomb(1); one bit: the second
    follows, less that of the one before if the first is the same, Golomb(13).
    """
    return packed(joined(_number(VERSION, 0), _number(len(entries), 0), *map(_entry, entries)))


def _number(value: int, k: int) -> Codes:
    return golomb(np.array([value]), k)


def write_pages(keys: Sequence[Key]) -> Iterator[tuple[str, bytes]]:
    """The first keys of all shards of a segment, page by page; none where the directory has them."""
    if len(keys) > PAGED_SHARDS:
        for number, start in enumerate(range(0, len(keys), PAGE_SHARDS)):
            yield keys_name(number), packed(_keys(keys[start : start + PAGE_SHARDS]))


def _entry(entry: Entry) -> Codes:
    pieces = [raw(np.array([int(entry.name[start : start + 8], 16) for start in (0, 8)]), _NAME_BITS)]
    pieces += [_number(value, 16) for value in (entry.articles, entry.characters, len(entry.keys))]
    return joined(*pieces, _keys(entry.keys[:: PAGE_SHARDS if len(entry.keys) > PAGED_SHARDS else 1]))


def _keys(keys: Sequence[Key]) -> Codes:
    first, second = np.array(keys, dtype=np.int64).reshape(-1, 2).T
    steps = np.diff(first, prepend=0)
    before = np.where(steps == 0, np.concatenate(([0], second))[:-1], 0)
    # The second only where there is one.
    codes = row(
        golomb(steps, 1), raw((second > 0).astype(np.int64), 1), golomb(np.where(second > 0, second - before, 0), 13)
    )
    return codes[np.flatnonzero(np.stack((second >= 0, second >= 0, second > 0), 1))]


def read_directory(data: bytes, read: Callable[[str], bytes]) -> tuple[Entry, ...]:
    """Read what `write_directory` wrote, and the pages by `read`; ValueError where it is not that."""
    reader = Reader(data)
    version = reader.golomb(0)
    if version != VERSION:
        raise ValueError(f"the index is of format {version}, this reads {VERSION}")
    return tuple(_read_entry(reader, read) for _ in range(reader.golomb(0)))


def _read_entry(reader: Reader, read: Callable[[str], bytes]) -> Entry:
    name = "".join(f"{reader.bits(_NAME_BITS):08x}" for _ in range(_NAME_PARTS))
    articles, characters, shards = (reader.golomb(16) for _ in range(3))
    if shards <= PAGED_SHARDS:
        return Entry(name, articles, characters, tuple(_read_keys(reader, shards)))
    starts = range(0, shards, PAGE_SHARDS)
    list(_read_keys(reader, len(starts)))
    keys: list[Key] = []
    for number, start in enumerate(starts):
        page = Reader(read(f"{name}/{keys_name(number)}"))
        keys += _read_keys(page, min(PAGE_SHARDS, shards - start))
    return Entry(name, articles, characters, tuple(keys))


def _read_keys(reader: Reader, count: int) -> Iterator[Key]:
    first = second = 0
    for _ in range(count):
        step = reader.golomb(1)
        first += step
        second = (0 if step else second) + reader.golomb(13) if reader.bits(1) else 0
        yield first, second
