"""The tree of topics, a topic, and a topic in one county."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import CrossGroup, ListPage, TopicGroup
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.figures import figures_of
from jianbao.render.pages.listing import IssueRows, Listing, by_issue, listing
from jianbao.render.pages.people import often_named
from jianbao.render.pages.tilemap import TileMap, tile_map


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic in the tree with the topics below it."""

    topic: Counted
    english: str
    children: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """What the page of all topics shows."""

    template: ClassVar[str] = "topics.html"

    page: Page
    tree: tuple[Branch, ...]
    unsorted: tuple[IssueRows, ...]
    """The newest articles without a topic."""
    unsorted_count: int


@dataclass(frozen=True, slots=True)
class TopicView:
    """What one page of a topic shows."""

    template: ClassVar[str] = "topic.html"

    page: Page
    id: str
    name: str
    english: str
    medtop: str
    parent: Link | None
    children: tuple[Counted, ...]
    keywords: tuple[str, ...]
    """What the topic is recognised by, strongest first."""
    counties: tuple[Counted, ...]
    """The topic in each county that has it."""
    people: tuple[Counted, ...]
    """Persons whom its articles name most often."""
    figures: Counted | None
    map: TileMap | None
    """Like all from `children` on, but for the keywords, on the newest page only."""
    listing: Listing


@dataclass(frozen=True, slots=True)
class CrossView:
    """What one page of a topic in a county shows."""

    template: ClassVar[str] = "cross.html"

    page: Page
    topic: Link
    county: Link
    other_counties: tuple[Counted, ...]
    """The same topic elsewhere."""
    other_topics: tuple[Counted, ...]
    """The same county otherwise; both on the newest page only."""
    listing: Listing


def topics_view(edition: Edition, head: Head) -> TopicsView:
    """Gather the tree."""
    archive = edition.archive
    return TopicsView(
        page=Page("topics/", "topics", head),
        tree=_branches(edition, None),
        unsorted=by_issue(edition, archive.unsorted[: archive.config.page_size]),
        unsorted_count=len(archive.unsorted),
    )


def topic_view(edition: Edition, group: TopicGroup, page: ListPage, head: Head) -> TopicView:
    """Gather one page of a topic."""
    topic = group.topic
    newest = page.newer is None
    return TopicView(
        page=Page(page.path, "topics", head),
        id=topic.id,
        name=edition.topics[topic.id].text,
        english=topic.name_en,
        medtop=topic.medtop,
        parent=edition.topics[topic.parent] if topic.parent else None,
        children=tuple(branch.topic for branch in _branches(edition, topic.id)) if newest else (),
        keywords=tuple(word for word, _ in sorted(topic.keywords, key=lambda pair: -pair[1])),
        counties=_in_counties(edition, group) if newest else (),
        people=often_named(edition, group.entries) if newest else (),
        figures=figures_of(edition, group) if newest else None,
        map=_map(edition, group) if newest else None,
        listing=listing(edition, page, group.pages, len(group.entries)),
    )


def cross_view(edition: Edition, group: CrossGroup, page: ListPage, head: Head) -> CrossView:
    """Gather one page of a topic in a county."""
    topic = next(one for one in edition.archive.topic_groups if one.topic.id == group.topic)
    county = next(one for one in edition.archive.county_groups if one.county.code == group.county)
    newest = page.newer is None
    return CrossView(
        page=Page(page.path, "topics", head),
        topic=edition.topics[group.topic],
        county=edition.counties[group.county],
        other_counties=tuple(other for other in _in_counties(edition, topic) if newest and other.path != group.path),
        other_topics=tuple(
            Counted(edition.topics[cross.topic].text, cross.path, len(cross.entries))
            for cross in county.topics
            if newest and cross.path != group.path
        ),
        listing=listing(edition, page, group.pages, len(group.entries)),
    )


def _map(edition: Edition, group: TopicGroup) -> TileMap:
    return tile_map(
        edition.archive.gazetteer,
        {cross.county: len(cross.entries) for cross in group.counties},
        {cross.county: cross.path for cross in group.counties},
    )


def _in_counties(edition: Edition, group: TopicGroup) -> tuple[Counted, ...]:
    return tuple(
        Counted(edition.counties[cross.county].text, cross.path, len(cross.entries)) for cross in group.counties
    )


def _branches(edition: Edition, parent: str | None) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            topic=Counted(edition.topics[group.topic.id].text, group.path, len(group.entries)),
            english=group.topic.name_en,
            children=_branches(edition, group.topic.id),
        )
        for group in edition.archive.topic_groups
        if group.topic.parent == parent
    )
