"""The page of an issue, and the calendar of all issues."""

from calendar import monthrange, weekday
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from jianbao.model.edtf import Qualifier
from jianbao.model.site import Issue, IssuePage
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.digest import digest_paths
from jianbao.render.pages.pieces import Teaser, teaser
from jianbao.render.reference import issue_number

_LEDE = 72
"""Characters of text under a headline: two to three lines of a column."""


@dataclass(frozen=True, slots=True)
class PageOfIssue:
    """One page (版) of an issue."""

    number: int | None
    section: str | None
    stories: tuple[Teaser, ...]
    digests: tuple[str, ...]
    """Paths of the pages of its digests."""


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
    digests = digest_paths(edition.archive, issue)
    return IssueView(
        page=Page(issue.path, "issues", head),
        spoken=edition.speak(issue.date),
        date=issue.date.base,
        approximate=issue.date.qualifier is not Qualifier.CERTAIN,
        newspaper=issue.newspaper,
        number=issue_number(issue.number),
        count=len(issue.entries),
        pages=tuple(_page_of_issue(edition, page, digests) for page in issue.pages),
        previous=edition.issues[issue.previous] if issue.previous else None,
        next=edition.issues[issue.next] if issue.next else None,
    )


def _page_of_issue(edition: Edition, page: IssuePage, digests: Mapping[str, str]) -> PageOfIssue:
    entries = [edition.archive.entries[identifier] for identifier in page.entries]
    return PageOfIssue(
        number=page.fields.page,
        section=page.fields.section,
        stories=tuple(teaser(edition, entry, lede=_LEDE) for entry in entries),
        digests=tuple(path for file in dict.fromkeys(entry.file for entry in entries) if (path := digests.get(file))),
    )


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
    """A year of a paper: its months, and its issues without a known day; a gap in the archive has neither."""

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
    anchors: Mapping[int, str]
    """The paper whose calendar a link to a year leads to: the first that has the year."""


def issues_view(edition: Edition, head: Head) -> IssuesView:
    """Gather the calendar."""
    issues = edition.archive.issues
    papers = dict.fromkeys([edition.archive.config.newspaper, *(issue.newspaper for issue in issues)])
    found = [(paper, years([issue for issue in issues if issue.newspaper == paper], edition)) for paper in papers]
    return IssuesView(
        page=Page("issues/", "issues", head),
        total=len(issues),
        papers=tuple((paper, of_paper) for paper, of_paper in found if of_paper),
        anchors={year.number: paper for paper, of_paper in reversed(found) for year in of_paper if year.issues},
    )


def years(issues: Sequence[Issue], edition: Edition) -> tuple[Year, ...]:
    """The years of one paper from its newest to its oldest, gaps included; `issues` are newest first."""
    by_year = {year: list(group) for year, group in groupby(issues, key=lambda issue: issue.date.year)}
    if not by_year:
        return ()
    dated = [(issue.date.year, issue.date.month) for issue in issues if _has_day(issue)]
    return tuple(
        Year(
            number=year,
            issues=len(by_year.get(year, ())),
            months=_months(year, by_year.get(year, ()), dated),
            undated=tuple(
                Counted(edition.speak(issue.date), issue.path, len(issue.entries))
                for issue in by_year.get(year, ())
                if not _has_day(issue)
            ),
        )
        for year in range(max(by_year), min(by_year) - 1, -1)
    )


def _has_day(issue: Issue) -> bool:
    return bool(issue.date.day) and issue.date.qualifier is Qualifier.CERTAIN


def _months(year: int, issues: Sequence[Issue], span: Sequence[tuple[int, int]]) -> tuple[Month, ...]:
    """Every month of a year that lies between the paper's first and last issue, newest first: gaps show as such.

    `span` holds year and month of all issues of the paper with a day; a year without such an issue has no calendar.
    """
    dated = {(issue.date.month, issue.date.day): issue for issue in issues if _has_day(issue)}
    if not dated:
        return ()
    return tuple(_month(year, month, dated) for month in range(12, 0, -1) if min(span) <= (year, month) <= max(span))


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
