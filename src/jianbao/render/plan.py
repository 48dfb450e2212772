"""Which pages the site has: one frozen view for each, from which alone, with the theme, its bytes follow."""

from collections.abc import Iterator
from typing import ClassVar, Protocol

from jianbao.model.site import CountyGroup, CrossGroup, PersonGroup, TextPage, TopicGroup
from jianbao.render.article import article_view
from jianbao.render.citation import gbt_2025
from jianbao.render.counties import counties_view, county_view
from jianbao.render.data import data_view
from jianbao.render.edition import Edition, Page
from jianbao.render.exports import exports
from jianbao.render.head import Head
from jianbao.render.heads import Folder, numbered, page_head
from jianbao.render.home import home_view
from jianbao.render.issue import issue_view, issues_view
from jianbao.render.linked_data import dataset, website
from jianbao.render.metadata import article_head
from jianbao.render.people import people_view, person_view
from jianbao.render.reference import reference
from jianbao.render.search import search_view
from jianbao.render.texts import NotFoundView, text_view
from jianbao.render.topics import cross_view, topic_view, topics_view

NOT_FOUND = "404.html"
"""The one page that is no folder: hosts show it for every address that leads nowhere."""


class View(Protocol):
    """A page, ready to be set."""

    template: ClassVar[str]

    @property
    def page(self) -> Page:
        """Where it stands and what its head says."""


def views(edition: Edition) -> Iterator[View]:
    """Every page of the site, in the order of its sections."""
    yield from _fixed(edition)
    yield from _issues(edition)
    yield from _articles(edition)
    for topic in edition.archive.topic_groups:
        yield from _topic(edition, topic)
    for county in edition.archive.county_groups:
        yield from _county(edition, county)
    for person in edition.archive.people:
        yield from _person(edition, person)
    for text in edition.archive.text_pages:
        yield _text(edition, text)


def _fixed(edition: Edition) -> Iterator[View]:
    config, t = edition.archive.config, edition.strings
    description = config.description or t("describe_site", newspaper=config.newspaper)
    yield home_view(edition, page_head(edition, "", config.title, description, about=website(edition.archive)))
    yield issues_view(edition, _section_head(edition, "issues"))
    yield topics_view(edition, _section_head(edition, "topics"))
    yield counties_view(edition, _section_head(edition, "counties"))
    yield people_view(edition, _section_head(edition, "people"))
    yield search_view(edition, _section_head(edition, "search"))
    yield _data(edition)
    yield NotFoundView(Page(NOT_FOUND, "", Head(t("missing_title"))))


def _section_head(edition: Edition, section: str) -> Head:
    archive, t = edition.archive, edition.strings
    description = t(f"describe_{section}", title=archive.config.title, city=archive.gazetteer.name)
    return page_head(edition, f"{section}/", t(f"title_{section}"), description)


def _data(edition: Edition) -> View:
    t = edition.strings
    listing = exports(edition.archive).listing
    description = t("describe_data", title=edition.archive.config.title)
    about = dataset(edition.archive, listing, description)
    return data_view(edition, listing, page_head(edition, "data/", t("title_data"), description, about=about))


def _issues(edition: Edition) -> Iterator[View]:
    for issue in edition.archive.issues:
        title = f"{issue.newspaper} {edition.speak(issue.date)}"
        description = edition.strings("describe_issue", issue=title, count=len(issue.entries))
        yield issue_view(edition, issue, page_head(edition, issue.path, title, description))


def _articles(edition: Edition) -> Iterator[View]:
    for identifier in edition.archive.newest:
        entry = edition.archive.entries[identifier]
        cited = reference(edition.archive, entry)
        yield article_view(edition, entry, article_head(edition, entry, cited), gbt_2025(cited))


def _topic(edition: Edition, group: TopicGroup) -> Iterator[View]:
    name = edition.topics[group.topic.id].text
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        head = page_head(edition, page.path, title, description, Folder(group.path, name))
        yield topic_view(edition, group, page, head)
    for cross in group.counties:
        yield from _cross(edition, cross)


def _cross(edition: Edition, group: CrossGroup) -> Iterator[View]:
    topic, county = edition.topics[group.topic].text, edition.counties[group.county].text
    name = edition.strings("title_cross", topic=topic, county=county)
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        yield cross_view(edition, group, page, page_head(edition, page.path, title, description))


def _county(edition: Edition, group: CountyGroup) -> Iterator[View]:
    name = group.county.name
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        head = page_head(edition, page.path, title, description, Folder(group.path, name))
        yield county_view(edition, group, page, head)


def _person(edition: Edition, group: PersonGroup) -> Iterator[View]:
    description = edition.strings("describe_person", name=group.name, count=len(group.entries))
    for page in group.pages:
        title = numbered(edition, group.name, page.number, page.count)
        yield person_view(edition, group, page, page_head(edition, page.path, title, description))


def _text(edition: Edition, text: TextPage) -> View:
    return text_view(edition, text, page_head(edition, text.path, text.title))
