"""The map of the counties, and a county."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import CountyGroup, ListPage
from jianbao.render.edition import Counted, Edition, Page
from jianbao.render.head import Head
from jianbao.render.home import county_map
from jianbao.render.listing import Listing, listing
from jianbao.render.tilemap import TileMap


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
    rows: tuple[CountyRow, ...]
    """In the order of the codes."""


@dataclass(frozen=True, slots=True)
class CountyView:
    """What one page of a county shows."""

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
    """On the newest page only."""
    listing: Listing


def counties_view(edition: Edition, head: Head) -> CountiesView:
    """Gather the map."""
    return CountiesView(
        page=Page("counties/", "counties", head),
        city=edition.archive.gazetteer.name,
        map=county_map(edition),
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
    county = group.county
    return CountyView(
        page=Page(page.path, "counties", head),
        name=county.name,
        city=edition.archive.gazetteer.name,
        code=county.code,
        aliases=tuple(dict.fromkeys([county.short, *county.aliases])),
        former=county.former,
        townships=tuple(township.name for township in county.townships),
        topics=_topics(edition, group) if page.newer is None else (),
        listing=listing(edition, page, group.pages, len(group.entries)),
    )


def _topics(edition: Edition, group: CountyGroup) -> tuple[Counted, ...]:
    return tuple(Counted(edition.topics[cross.topic].text, cross.path, len(cross.entries)) for cross in group.topics)
