"""Figures (数据): the newest of a county or a topic, each in its sentence, and where there are any."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import Archive, CountyGroup, Entry, TopicGroup
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.figure_notes import Stated

OVERVIEW = "figures/"
ROWS = 60
"""Figures on a page, if the last article has not more: the newest. The table of a year has all."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in the table of a page."""

    subject: str
    printed: str
    normal: str
    """Value and unit with the multipliers worked in: `476,900千瓦`; empty where it is printed like that."""
    trend: str
    change: str
    """Per cent with its sign: `+31.5%`; empty where the text states none."""
    before: str
    after: str
    article: Link
    date: str
    """EDTF without its qualifier."""


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The newest figures of a county or topic."""

    template: ClassVar[str] = "figures.html"

    page: Page
    about: Link
    """The county or the topic."""
    total: int
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresOverview:
    """Where figures are, and the tables of all."""

    template: ClassVar[str] = "all_figures.html"

    page: Page
    counties: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    years: tuple[Counted, ...]
    """The table of each year, newest first."""


def figures_path(group: CountyGroup | TopicGroup) -> str:
    """Where the figures of a county or topic stand."""
    return f"{group.path}{OVERVIEW}"


def concerning(group: CountyGroup | TopicGroup) -> tuple[str, ...]:
    """Ids of the articles whose figures are those of a county or topic, newest first.

    What an article states is told of the county that it is about, not of those that it only names.
    """
    if isinstance(group, TopicGroup):
        return group.entries
    return tuple(identifier for page in group.pages for identifier in page.entries)


def figures_of(edition: Edition, group: CountyGroup | TopicGroup) -> Counted | None:
    """The way to the figures of a county or topic, with their number; None where it has none."""
    entries = edition.archive.entries
    total = sum(entries[identifier].card.figures for identifier in concerning(group))
    name = edition.topics[group.topic.id].text if isinstance(group, TopicGroup) else group.county.name
    return Counted(name, figures_path(group), total) if total else None


def newest_stating(archive: Archive, ids: Sequence[str]) -> tuple[Entry, ...]:
    """The newest of the articles that state anything, as many as it takes for `ROWS` figures."""
    found: list[Entry] = []
    count = 0
    for identifier in ids:
        if count >= ROWS:
            break
        entry = archive.entries[identifier]
        if entry.card.figures:
            count += entry.card.figures
            found.append(entry)
    return tuple(found)


def figure_row(entry: Entry, stated: Stated) -> FigureRow:
    """A figure as a page shows it."""
    normal = f"{spoken_value(stated.value)}{stated.unit}"
    return FigureRow(
        subject=stated.subject,
        printed=stated.printed,
        normal="" if normal == stated.printed.replace("％", "%") else normal,
        trend=stated.trend,
        change="" if stated.change is None else f"{stated.change:+g}%",
        before=stated.before,
        after=stated.after,
        article=Link(entry.card.title, entry.path),
        date=entry.date.base,
    )


def spoken_value(value: float) -> str:
    """A number with commas and with no more decimals than it has: `476,900`, `31.5`."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def overview(edition: Edition, years: Sequence[Counted], head: Head) -> FiguresOverview:
    """Gather the overview."""
    archive = edition.archive
    counties = (figures_of(edition, group) for group in archive.county_groups)
    topics = (figures_of(edition, group) for group in archive.topic_groups)
    return FiguresOverview(
        page=Page(OVERVIEW, "", head),
        counties=tuple(filter(None, counties)),
        topics=tuple(filter(None, topics)),
        years=tuple(years),
    )
