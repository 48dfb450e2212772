"""Lists of articles by issue: one page of a group, as an index of a newspaper sets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jianbao.model.site import ListPage
from jianbao.render.edition import Edition, Link
from jianbao.render.pieces import Teaser, teaser


@dataclass(frozen=True, slots=True)
class IssueRows:
    """The articles of one issue on a list."""

    issue: Link
    date: str
    """EDTF without its qualifier, as `<time datetime>` takes it: `2025-12`."""
    rows: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list."""

    issues: tuple[IssueRows, ...]
    """Newest first."""
    total: int
    """Articles in the whole list."""
    number: int
    count: int
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
    entries = [edition.archive.entries[identifier] for identifier in ids]
    return tuple(
        IssueRows(edition.issues[key], members[0].date.base, tuple(teaser(edition, entry) for entry in members))
        for key, members in ((key, list(group)) for key, group in groupby(entries, key=lambda entry: entry.issue))
    )


def listing(edition: Edition, pages: Sequence[ListPage], number: int, total: int) -> Listing:
    """Page `number` (1 is the oldest) of the pages of a group."""
    page = next(page for page in pages if page.number == number)
    return Listing(
        issues=by_issue(edition, page.entries),
        total=total,
        number=page.number,
        count=page.count,
        newer=page.newer,
        older=page.older,
        newest=pages[0].path,
        oldest=pages[-1].path,
    )
