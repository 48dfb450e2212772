"""The pages and tables of figures, each made of what was noted down when the pages of its articles were made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from jianbao.model.job import Job, Outcomes
from jianbao.model.site import CountyGroup, Entry, Issue, TopicGroup
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.heads import page_head
from jianbao.render.machine.spreadsheet import csv_bytes
from jianbao.render.pages.figure_notes import COLUMNS, Stated, read_note, table_rows
from jianbao.render.pages.figures import (
    OVERVIEW,
    FiguresView,
    concerning,
    figure_row,
    figures_of,
    newest_stating,
    overview,
)
from jianbao.render.press import Press
from jianbao.text.fingerprint import fingerprint, joined_fingerprint


def articles_job(issue: str) -> str:
    """Name of the job that makes the pages of an issue's articles, and notes down what they state."""
    return f"articles of {issue}"


def figure_jobs(edition: Edition, press: Press) -> Iterator[Job]:
    """A page for each county and topic with figures, a table for each year, and the overview of them."""
    archive = edition.archive
    notes = _Notes()
    groups: tuple[CountyGroup | TopicGroup, ...] = (*archive.county_groups, *archive.topic_groups)
    for group in groups:
        if counted := figures_of(edition, group):
            yield _page(edition, press, group, counted, notes)
    years = []
    for year, grouped in groupby(archive.issues, lambda issue: issue.date.year):
        issues = tuple(grouped)
        count = sum(archive.entries[one].card.figures for issue in issues for one in issue.entries)
        if count:
            years.append(Counted(str(year), f"{OVERVIEW}figures-{year:04}.csv", count))
            yield _table(edition, press, years[-1].path, issues)
    t = edition.strings
    head = page_head(edition, OVERVIEW, t("title_figures"), t("describe_figures", title=archive.config.title))
    yield press.job(overview(edition, years, head))


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of issues, each read once in a build."""

    read: dict[str, dict[str, list[Stated]]] = field(default_factory=dict)

    def of(self, entry: Entry, outcomes: Outcomes) -> list[Stated]:
        """What an article states."""
        if entry.issue not in self.read:
            self.read[entry.issue] = read_note(outcomes[articles_job(entry.issue)].note())
        return self.read[entry.issue].get(entry.id, [])


def _page(edition: Edition, press: Press, group: CountyGroup | TopicGroup, counted: Counted, notes: _Notes) -> Job:
    shown = newest_stating(edition.archive, concerning(group))
    facts = {
        "look": press.look(FiguresView.template),
        "about": fingerprint(counted, group.path),
        "articles": joined_fingerprint([f"{one.id} {one.card.stamp} {one.date} {one.stamp}" for one in shown]),
    }
    after = tuple(dict.fromkeys(articles_job(entry.issue) for entry in shown))
    return Job(
        f"page /{counted.path}", facts, partial(_set, edition, press, (group.path, counted), shown, notes), after
    )


def _set(
    edition: Edition,
    press: Press,
    about: tuple[str, Counted],
    shown: Sequence[Entry],
    notes: _Notes,
    outcomes: Outcomes,
) -> Iterator[OutputFile]:
    path, counted = about
    t = edition.strings
    title = t("title_figures_of", name=counted.text)
    head = page_head(edition, counted.path, title, t("describe_figures_of", name=counted.text, count=counted.count))
    rows = tuple(figure_row(entry, stated) for entry in shown for stated in notes.of(entry, outcomes))
    yield press.set(
        FiguresView(Page(counted.path, path.partition("/")[0], head), Link(counted.text, path), counted.count, rows)
    )


def _table(edition: Edition, press: Press, path: str, issues: Sequence[Issue]) -> Job:
    """All figures of a year, oldest issue first, so that a new one adds to the end."""
    oldest_first = tuple(reversed(issues))
    facts = {
        # The look of the pages stands for the code and the vocabulary, too.
        "look": press.look(FiguresView.template),
        "articles": joined_fingerprint([edition.texts[issue.key] for issue in oldest_first]),
    }
    after = tuple(articles_job(issue.key) for issue in oldest_first)
    return Job(f"/{path}", facts, partial(_write, path, after), after)


def _write(path: str, jobs: Sequence[str], outcomes: Outcomes) -> Iterator[OutputFile]:
    yield OutputFile(path, csv_bytes(COLUMNS, ()) + b"".join([table_rows(outcomes[job].note()) for job in jobs]))
