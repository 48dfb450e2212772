"""Cutting an archive into segments by its content alone, so that what is old stays as it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, Protocol, TypeVar


class Dated(Protocol):
    """What stands on a day: a document, or what stands for one."""

    @property
    def first_day(self) -> str:
        """ISO date."""


Document = TypeVar("Document", bound=Dated)

MUCH: Final = 2_000
"""Articles of closed months that tell what there is to suggest."""
FULL: Final = 50_000
"""Articles of a segment that no later issue touches again."""
TIMES: Final = 10
"""A segment joins the one before it once that has no more than so many times its articles.

So with 10,000 articles two months of three end without touching more than some hundred, and each article is written
anew some ten times while the archive trebles. A third segment costs a query there 3 of 19 kB and four of twelve
requests: smaller numbers would make more queries pay that, larger ones more months pay for all that is old.
"""
_MONTH: Final = len("2026-01")


def segments(documents: Sequence[Document]) -> list[tuple[Document, ...]]:
    """Cut the articles into segments, newest first; within each the newest day first, in reading order within a day.

    The newest month is one segment, which a new issue rewrites. The months before it join into few, each much larger
    than the next newer one.
    """
    ordered = sorted(documents, key=lambda document: document.first_day, reverse=True)
    months = [len(list(run)) for _, run in groupby(ordered, key=lambda document: document.first_day[:_MONTH])]
    sizes = [*months[:1], *reversed(_joined(reversed(months[1:])))]
    ends = [sum(sizes[:number]) for number in range(len(sizes) + 1)]
    return [tuple(ordered[start:end]) for start, end in pairwise(ends)]


def _joined(months: Iterator[int]) -> Sequence[int]:
    """Articles of each segment from those of each month, the oldest first."""
    sizes: list[int] = []
    for month in months:
        sizes.append(month)
        while len(sizes) > 1 and sizes[-2] < FULL and sizes[-2] <= TIMES * sizes[-1]:
            sizes[-2:] = [sizes[-2] + sizes[-1]]
    return sizes


def named(cut: Sequence[tuple[Document, ...]]) -> Sequence[tuple[Document, ...]]:
    """The segments whose names are suggested: of an archive that holds much, those of the months that are over.

    So a new issue does not change the names: counting them and finding how they are read takes half a second.
    """
    closed = cut[1:]
    return closed if sum(map(len, closed)) >= MUCH else cut
