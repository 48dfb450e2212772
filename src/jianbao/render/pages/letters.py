"""Names under the letters that they begin with in pinyin."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from jianbao.text.pinyin import initial, reading_key


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """What it is sorted by."""


Member = TypeVar("Member", bound=Named)


@dataclass(frozen=True, slots=True)
class Letter(Generic[Member]):
    """All whose name begins with a sound."""

    letter: str
    """`A` to `Z`; `#` for what has no sound that we know."""
    members: tuple[Member, ...]
    """In the order of pinyin."""


def by_letter(members: Iterable[Member]) -> tuple[Letter[Member], ...]:
    """Put them under their letters."""
    ordered = sorted(members, key=lambda one: (initial(one.name), *reading_key(one.name)))
    return tuple(Letter(letter, tuple(same)) for letter, same in groupby(ordered, lambda one: initial(one.name)))
