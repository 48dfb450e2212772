"""Lists of articles by issue: one page of a group, as an index of a newspaper sets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jianbao.model.site import Entry, ListPage
from jianbao.render.edition import Edition
from jianbao.render.pages.pieces import Teaser, teaser


@dataclass(frozen=True, slots=True)
class IssueRows:
    """The articles of one issue on a list."""

    path: str
    spoken: str
    """The issue's date in words."""
    date: str
    """EDTF without its qualifier, as `<time datetime>` takes it: `2025-12`."""
    newspaper: str | None
    """Named where the archive holds several."""
    rows: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. Only the newest says how long the list is: the others stay as they are while it grows."""

    issues: tuple[IssueRows, ...]
    """Newest first."""
    total: int | None
    """Articles in the whole list, on its newest page."""
    number: int
    """Counted from the oldest."""
    newer: str | None
    older: str | None
    newest: str
    """Path of the page with the newest articles."""
    oldest: str

    @property
    def is_newest(self) -> bool:
        """This page opens the list: it alone shows what the list is about."""
        return self.newer is None


def by_issue(edition: Edition, ids: Sequence[str]) -> tuple[IssueRows, ...]:
    """Articles under their issues, in the order given."""
    entries = (edition.archive.entries[identifier] for identifier in ids)
    return tuple(_rows(edition, list(group)) for _, group in groupby(entries, key=lambda entry: entry.issue))


def _rows(edition: Edition, members: Sequence[Entry]) -> IssueRows:
    first = members[0]
    return IssueRows(
        path=edition.issues[first.issue].path,
        spoken=edition.speak(first.date),
        date=first.date.base,
        newspaper=first.newspaper if edition.several_papers else None,
        rows=tuple(teaser(edition, entry) for entry in members),
    )


def listing(edition: Edition, page: ListPage, pages: Sequence[ListPage], total: int) -> Listing:
    """One of the pages of a group."""
    return listed(page, pages, total, by_issue(edition, page.entries))


def listed(page: ListPage, pages: Sequence[ListPage], total: int, issues: tuple[IssueRows, ...] = ()) -> Listing:
    """The same of rows that are made; without any for pages that set their rows themselves."""
    return Listing(
        issues=issues,
        total=total if page.newer is None else None,
        number=page.number,
        newer=page.newer,
        older=page.older,
        newest=pages[0].path,
        oldest=pages[-1].path,
    )
