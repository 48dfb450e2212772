"""Names under the letters that they begin with in pinyin."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
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
    heard = [(initial(one.name), *reading_key(one.name), one) for one in members]
    heard.sort(key=itemgetter(0, 1, 2))
    return tuple(Letter(letter, tuple(one for *_, one in same)) for letter, same in groupby(heard, itemgetter(0)))
