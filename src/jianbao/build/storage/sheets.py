"""What the store keeps of a digest: the rows that it was read into, and what is found in them again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from jianbao.build.storage.packing import Data, unpacked
from jianbao.build.storage.store import Store
from jianbao.model.card import Card
from jianbao.model.digest import IssueFields
from jianbao.model.errors import StoreError
from jianbao.model.problem import Problem
from jianbao.model.record import Record


@dataclass(frozen=True, slots=True)
class Unread:
    """A digest that no earlier build has read."""

    file: str
    data: bytes
    stamp: str
    """Fingerprint of both, of the vocabulary and of the code that reads."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a digest was read into, but for the text."""

    sha256: str
    """Of the file's bytes as stored."""
    issue: IssueFields | None
    """None where the digest has an error and is left out."""
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a digest was read into, as the store keeps it."""

    stamp: str
    sheet: bytes
    records: bytes


def one_of(kind: type[Data], row: bytes) -> Data:
    """The only one of its kind in a row. StoreError where it is not there."""
    try:
        (found,) = unpacked(kind, row)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StoreError("a row is not as it was written", damaged=True) from error
    return found


class StoredRecords(Sequence[Record]):
    """The records of a digest, on disk until they are asked for."""

    def __init__(self, store: Store, stamp: str, count: int) -> None:
        self._store = store
        self._stamp = stamp
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        return self._store.records(self._stamp)[index]

    def __iter__(self) -> Iterator[Record]:
        return iter(self._store.records(self._stamp))
