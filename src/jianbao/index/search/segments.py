"""Cutting an archive into segments by the calendar alone, so that what is old stays as it is."""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TypeVar


class Dated(Protocol):
    """What stands on a day: a document, or what stands for one."""

    @property
    def first_day(self) -> str:
        """ISO date."""


Document = TypeVar("Document", bound=Dated)

MUCH = 2_000
"""Articles of closed months that tell what there is to suggest."""
FULL = 50_000
"""Articles after which a run of closed years becomes a segment of its own, which no later issue touches again."""


def segments(documents: Sequence[Document]) -> list[tuple[Document, ...]]:
    """Cut the articles into segments, newest first; within each the newest day first, in reading order within a day.

    The newest month is one segment, which a new issue rewrites. All months before it are another, which changes when a
    month ends; where years fill it up, they become segments of their own that never change.
    """
    ordered = sorted(documents, key=lambda document: document.first_day, reverse=True)
    if not ordered:
        return []
    newest = ordered[0].first_day[:7]
    open_month = tuple(document for document in ordered if document.first_day[:7] == newest)
    cut: list[tuple[Document, ...]] = []
    current: tuple[Document, ...] = ()
    closed = reversed(ordered[len(open_month) :])
    for year, run in groupby(closed, key=lambda document: document.first_day[:4]):
        current += tuple(run)
        if len(current) >= FULL and year < newest[:4]:
            cut.append(current)
            current = ()
    cut.append(current)
    return [open_month, *(_newest_first(segment) for segment in reversed(cut) if segment)]


def named(cut: Sequence[tuple[Document, ...]]) -> Sequence[tuple[Document, ...]]:
    """The segments whose names are suggested: of an archive that holds much, those of the months that are over.

    So a new issue does not change the names: counting them and finding how they are read takes half a second.
    """
    closed = cut[1:]
    return closed if sum(map(len, closed)) >= MUCH else cut


def _newest_first(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Turned round: the newest first again, as it was before."""
    return tuple(reversed(documents))
