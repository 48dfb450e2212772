"""The front page: the newest issue, then the ways into the archive."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.edtf import Qualifier
from jianbao.model.site import Entry, Issue
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.pieces import Teaser, teaser
from jianbao.render.pages.tilemap import TileMap, tile_map
from jianbao.render.reference import issue_number

_LEAD_LEDE = 220
_LEDE = 80
_STORIES = 12
"""Articles of the newest issue beside the lead; an issue of many pages has its own page."""
_ISSUES = 6
_PEOPLE = 16


@dataclass(frozen=True, slots=True)
class Front:
    """The newest issue as a front page."""

    issue: Link
    spoken: str
    date: str
    approximate: bool
    newspaper: str
    number: str | None
    count: int
    pages: tuple[int | None, ...]
    lead: Teaser
    stories: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much the archive holds."""

    articles: int
    issues: int
    first: str
    """Oldest issue's date in words."""
    last: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the front page shows; an archive without articles has no `front`."""

    template: ClassVar[str] = "home.html"

    page: Page
    front: Front | None
    extent: Extent | None
    topics: tuple[Counted, ...]
    """Topics of the first level with articles, most first."""
    counties: TileMap
    years: tuple[Counted, ...]
    """Issues a year, newest year first."""
    issues: tuple[Counted, ...]
    """The newest issues."""
    people: tuple[Counted, ...]


def home_view(edition: Edition, head: Head) -> HomeView:
    """Gather the front page."""
    archive = edition.archive
    issues = archive.issues
    per_year = Counter(issue.date.year for issue in issues)
    topics = [
        Counted(edition.topics[group.topic.id].text, group.path, len(group.entries))
        for group in archive.topic_groups
        if group.entries and group.topic.parent is None
    ]
    return HomeView(
        page=Page("", "", head),
        front=_front(edition, issues[0]) if issues and issues[0].entries else None,
        extent=_extent(edition),
        topics=tuple(sorted(topics, key=lambda topic: -topic.count)),
        counties=county_map(edition),
        years=tuple(Counted(str(year), f"{edition.home}issues/#y{year}", count) for year, count in per_year.items()),
        issues=tuple(
            Counted(edition.issues[issue.key].text, issue.path, len(issue.entries)) for issue in issues[:_ISSUES]
        ),
        people=tuple(Counted(group.name, group.path, len(group.entries)) for group in archive.people[:_PEOPLE]),
    )


def county_map(edition: Edition) -> TileMap:
    """The map of all counties, each a link."""
    return tile_map(edition.archive.gazetteer, *counts_and_paths(edition))


def counts_and_paths(edition: Edition) -> tuple[dict[str, int], dict[str, str]]:
    """What a map shows of each county, by its code: the number of its articles, and where it leads."""
    groups = edition.archive.county_groups
    return {one.county.code: len(one.entries) for one in groups}, {one.county.code: one.path for one in groups}


def _front(edition: Edition, issue: Issue) -> Front:
    entries = [edition.archive.entries[identifier] for identifier in issue.entries]
    lead = next((entry for entry in entries if _can_lead(entry)), entries[0])
    others = [entry for entry in entries if entry is not lead]
    return Front(
        issue=edition.issues[issue.key],
        spoken=edition.speak(issue.date),
        date=issue.date.base,
        approximate=issue.date.qualifier is not Qualifier.CERTAIN,
        newspaper=issue.newspaper,
        number=issue_number(issue.number),
        count=len(entries),
        pages=tuple(page.fields.page for page in issue.pages),
        lead=teaser(edition, lead, lede=_LEAD_LEDE),
        stories=tuple(teaser(edition, entry, lede=_LEDE) for entry in others[:_STORIES]),
    )


def _can_lead(entry: Entry) -> bool:
    """A story with a headline of its own that begins here, as the lead of a front page does."""
    return not entry.card.title_inferred and entry.card.continued_from is None


def _extent(edition: Edition) -> Extent | None:
    archive = edition.archive
    if not archive.issues:
        return None
    return Extent(
        articles=len(archive.newest),
        issues=len(archive.issues),
        first=edition.speak(archive.issues[-1].date),
        last=edition.speak(archive.issues[0].date),
    )
