"""The map of the counties, a county, and what only names it."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import CountyGroup, ListPage
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.figures import figures_of
from jianbao.render.pages.home import counts_and_paths, county_map
from jianbao.render.pages.listing import IssueRows, Listing, by_issue, listing
from jianbao.render.pages.outline_map import OutlineMap, outline_map
from jianbao.render.pages.people import often_named
from jianbao.render.pages.tilemap import TileMap

_NAMED = 10
"""Articles that only name the county, on its own page; all of them have a list of their own."""


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county in the table beside the map."""

    county: Counted
    code: str
    first_topic: Counted | None
    """The topic that it is most in the paper with."""


@dataclass(frozen=True, slots=True)
class CountiesView:
    """What the page of all counties shows."""

    template: ClassVar[str] = "counties.html"

    page: Page
    city: str
    map: TileMap
    outlines: OutlineMap | None
    """Shown instead of `map` where the site has boundaries of its own."""
    rows: tuple[CountyRow, ...]
    """In the order of the codes."""


@dataclass(frozen=True, slots=True)
class CountyView:
    """What one page of a county shows: the articles that it is primary in, then the newest that only name it."""

    template: ClassVar[str] = "county.html"

    page: Page
    name: str
    city: str
    code: str
    aliases: tuple[str, ...]
    """Other names that it is known by, its short name first."""
    former: tuple[str, ...]
    townships: tuple[str, ...]
    topics: tuple[Counted, ...]
    people: tuple[Counted, ...]
    """Persons whom its articles name most often."""
    figures: Counted | None
    named: tuple[IssueRows, ...]
    named_list: Counted | None
    """All articles that only name it. Like `topics` and what follows it on the newest page only."""
    named_more: bool
    """Whether these are more than `named`."""
    listing: Listing


@dataclass(frozen=True, slots=True)
class NamedView:
    """What one page shows of the articles that only name a county."""

    template: ClassVar[str] = "named.html"

    page: Page
    county: Link
    listing: Listing


def counties_view(edition: Edition, head: Head) -> CountiesView:
    """Gather the map."""
    return CountiesView(
        page=Page("counties/", "counties", head),
        city=edition.archive.gazetteer.name,
        map=county_map(edition),
        outlines=_outlines(edition),
        rows=tuple(
            CountyRow(
                county=Counted(group.county.name, group.path, len(group.entries)),
                code=group.county.code,
                first_topic=next(iter(_topics(edition, group)), None),
            )
            for group in edition.archive.county_groups
        ),
    )


def county_view(edition: Edition, group: CountyGroup, page: ListPage, head: Head) -> CountyView:
    """Gather one page of a county."""
    county, named = group.county, group.named
    newest = page.newer is None
    return CountyView(
        page=Page(page.path, "counties", head),
        name=county.name,
        city=edition.archive.gazetteer.name,
        code=county.code,
        aliases=tuple(name for name in dict.fromkeys([county.short, *county.aliases]) if name != county.name),
        former=county.former,
        townships=tuple(township.name for township in county.townships),
        topics=_topics(edition, group) if newest else (),
        people=often_named(edition, group.entries) if newest else (),
        figures=figures_of(edition, group) if newest else None,
        named=by_issue(edition, named.entries[:_NAMED]) if newest else (),
        named_list=Counted(county.name, named.path, len(named.entries)) if newest and named.entries else None,
        named_more=len(named.entries) > _NAMED,
        listing=listing(edition, page, group.pages, len(group.entries) - len(named.entries)),
    )


def named_view(edition: Edition, group: CountyGroup, page: ListPage, head: Head) -> NamedView:
    """Gather one page of the articles that only name a county."""
    named = group.named
    listed = listing(edition, page, named.pages, len(named.entries))
    return NamedView(Page(page.path, "counties", head), edition.counties[group.county.code], listed)


def _outlines(edition: Edition) -> OutlineMap | None:
    archive = edition.archive
    if archive.boundaries is None or archive.config.boundaries is None:
        return None
    told = archive.config.boundaries
    return outline_map(archive.boundaries, told, archive.gazetteer, *counts_and_paths(edition))


def _topics(edition: Edition, group: CountyGroup) -> tuple[Counted, ...]:
    return tuple(Counted(edition.topics[cross.topic].text, cross.path, len(cross.entries)) for cross in group.topics)
