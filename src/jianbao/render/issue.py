"""The page of an issue, and the calendar of all issues."""

from calendar import monthrange, weekday
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from jianbao.model.edtf import Qualifier
from jianbao.model.site import Issue, IssuePage
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pieces import Teaser, teaser

_LEDE = 72
"""Characters of text under a headline: two to three lines of a column."""


@dataclass(frozen=True, slots=True)
class PageOfIssue:
    """One page (版) of an issue."""

    number: int | None
    section: str | None
    stories: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """What the page of an issue shows."""

    template: ClassVar[str] = "issue.html"

    page: Page
    spoken: str
    date: str
    approximate: bool
    newspaper: str
    number: str | None
    count: int
    pages: tuple[PageOfIssue, ...]
    previous: Link | None
    next: Link | None


def issue_view(edition: Edition, issue: Issue, head: Head) -> IssueView:
    """Gather the page of an issue."""
    return IssueView(
        page=Page(issue.path, "issues", head),
        spoken=edition.speak(issue.date),
        date=issue.date.base,
        approximate=issue.date.qualifier is not Qualifier.CERTAIN,
        newspaper=issue.newspaper,
        number=issue.number,
        count=len(issue.entries),
        pages=tuple(_page_of_issue(edition, page) for page in issue.pages),
        previous=edition.issues[issue.previous] if issue.previous else None,
        next=edition.issues[issue.next] if issue.next else None,
    )


def _page_of_issue(edition: Edition, page: IssuePage) -> PageOfIssue:
    stories = tuple(teaser(edition, edition.archive.entries[identifier], lede=_LEDE) for identifier in page.entries)
    return PageOfIssue(page.fields.page, page.fields.section, stories)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    number: int
    path: str | None
    count: int
    """Articles of that day."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar."""

    number: int
    lead: int
    """Days of the week before its first day; weeks begin on Monday."""
    days: tuple[Day, ...]
    issues: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its months with issues of a known day, and its issues without one."""

    number: int
    issues: int
    months: tuple[Month, ...]
    undated: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class IssuesView:
    """What the calendar shows. The calendar of one paper; the archive's further papers are listed below each other."""

    template: ClassVar[str] = "issues.html"

    page: Page
    total: int
    papers: tuple[tuple[str, tuple[Year, ...]], ...]
    """Name of each paper with its years, newest first."""


def issues_view(edition: Edition, head: Head) -> IssuesView:
    """Gather the calendar."""
    issues = edition.archive.issues
    papers = dict.fromkeys([edition.archive.config.newspaper, *(issue.newspaper for issue in issues)])
    found = ((paper, years([issue for issue in issues if issue.newspaper == paper], edition)) for paper in papers)
    return IssuesView(
        page=Page("issues/", "issues", head),
        total=len(issues),
        papers=tuple((paper, of_paper) for paper, of_paper in found if of_paper),
    )


def years(issues: Sequence[Issue], edition: Edition) -> tuple[Year, ...]:
    """The years of one paper, newest first; `issues` are newest first."""
    return tuple(
        Year(
            number=number,
            issues=len(members),
            months=_months(members),
            undated=tuple(
                Counted(edition.speak(issue.date), issue.path, len(issue.entries))
                for issue in members
                if not _has_day(issue)
            ),
        )
        for number, members in (
            (number, list(group)) for number, group in groupby(issues, key=lambda issue: issue.date.year)
        )
    )


def _has_day(issue: Issue) -> bool:
    return bool(issue.date.day) and issue.date.qualifier is Qualifier.CERTAIN


def _months(issues: Sequence[Issue]) -> tuple[Month, ...]:
    """Every month from the first to the last with an issue, newest first, so that one without any shows as a gap."""
    dated = {(issue.date.month, issue.date.day): issue for issue in issues if _has_day(issue)}
    if not dated:
        return ()
    year = issues[0].date.year
    first, last = min(month for month, _ in dated), max(month for month, _ in dated)
    return tuple(_month(year, month, dated) for month in range(last, first - 1, -1))


def _month(year: int, number: int, dated: dict[tuple[int, int], Issue]) -> Month:
    found = {day: dated.get((number, day)) for day in range(1, monthrange(year, number)[1] + 1)}
    return Month(
        number=number,
        lead=weekday(year, number, 1),
        days=tuple(
            Day(day, issue.path if issue else None, len(issue.entries) if issue else 0) for day, issue in found.items()
        ),
        issues=sum(issue is not None for issue in found.values()),
    )
