"""The calendar of an archive: days on which an issue is missing, and pages that were added twice."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from jianbao.model.edtf import Qualifier
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Archive, Issue

_FEWEST = 14
"""Issues from which on a paper shows on which days of the week it appears."""
_USUAL = 0.5
"""Share of the Mondays, say, that have an issue, where the paper appears on Mondays: a daily has nearly all, a weekly
all of one day, and an archive of single issues none."""
_FEWEST_TITLES = 2
"""Of a page that is known by its headlines: one alone may well be a standing one, 一句话新闻."""


def calendar_problems(archive: Archive) -> list[Problem]:
    """A warning for each run of days without an issue, and for each page that has the headlines of another."""
    return [*_gaps(archive), *_twice(archive)]


def _gaps(archive: Archive) -> Iterator[Problem]:
    papers: dict[str, dict[dt.date, Issue]] = {}
    for issue in archive.issues:
        if issue.date.day and issue.date.qualifier is Qualifier.CERTAIN:
            papers.setdefault(issue.newspaper, {})[dt.date.fromisoformat(issue.date.base)] = issue
    for paper, issues in papers.items():
        for days in missing_days(list(issues), archive.config.no_issue):
            after = issues[min(day for day in issues if day > days[-1])]
            said = f"on {days[0]}" if len(days) == 1 else f"from {days[0]} to {days[-1]} ({len(days)} issues)"
            hint = (
                "add it with `jianbao add`; where the paper did not appear, write "
                f"`no_issue: [{days[0] if len(days) == 1 else f'{days[0]}/{days[-1]}'}]` into content/site.yaml"
            )
            file = archive.entries[after.entries[0]].file
            yield Problem(file, 0, f"before this issue, {paper} has none {said}", hint, Severity.WARNING)


def missing_days(
    days: Sequence[dt.date], none: Sequence[tuple[dt.date, dt.date]] = ()
) -> Iterator[tuple[dt.date, ...]]:
    """Runs of days between the first and the last on which the paper usually appears and did not.

    `none` are spans, both ends included, without an issue. A paper appears on those days of the week on which it
    appeared at least half of the time.
    """
    if len(days) < _FEWEST:
        return
    first, last, there = min(days), max(days), set(days)
    span = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    all_of, those = Counter(day.weekday() for day in span), Counter(day.weekday() for day in there)
    usual = {weekday for weekday, count in all_of.items() if those[weekday] >= _USUAL * count}
    expected = (
        day
        for day in span
        if day in there or (day.weekday() in usual and not any(start <= day <= end for start, end in none))
    )
    for is_there, run in groupby(expected, key=there.__contains__):
        if not is_there:
            yield tuple(run)


def _twice(archive: Archive) -> Iterator[Problem]:
    """Digests with the same headlines, in the same order, as one that comes before them."""
    first: dict[tuple[str, ...], str] = {}
    for file, titles in sorted(_titles(archive).items()):
        if len(titles) >= _FEWEST_TITLES:
            other = first.setdefault(titles, file)
            if other != file:
                hint = "where one page was added twice, delete one of the two files"
                yield Problem(file, 0, f"it has the same headlines as {other}", hint, Severity.WARNING)


def _titles(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """The headlines of each digest."""
    titles: dict[str, list[str]] = {}
    for entry in archive.entries.values():
        titles.setdefault(entry.file, []).append(entry.card.title)
    return {file: tuple(own) for file, own in titles.items()}
