"""Lists of articles, page by page: of a topic, a county, a topic in a county, a reporter, a person, an organisation.

Only the newest page of a list tells of the list as a whole. The others show their articles and the way to their
neighbours, so that a new article changes the newest page alone, or the two newest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol

from jianbao.model.job import Job, Outcomes
from jianbao.model.site import CountyGroup, CrossGroup, ListPage, PersonGroup, TopicGroup
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Edition
from jianbao.render.heads import Folder, numbered, page_head
from jianbao.render.pages.counties import CountyView, NamedView, county_view, named_view
from jianbao.render.pages.organisations import OrganisationView, organisation_view
from jianbao.render.pages.people import OfficeholderView, PersonView, officeholder_view, person_view
from jianbao.render.pages.topics import CrossView, TopicView, cross_view, topic_view
from jianbao.render.press import Press, View
from jianbao.text.fingerprint import fingerprint, joined_fingerprint


class _Group(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def pages(self) -> tuple[ListPage, ...]: ...


def list_jobs(edition: Edition, press: Press) -> Iterator[Job]:
    """Every page of every list."""
    shown = _shown(edition)
    archive = edition.archive
    beside = {county.county.code: _counts(county.topics) for county in archive.county_groups}
    for topic in archive.topic_groups:
        yield from _pages(press, shown, topic, TopicView.template, partial(_topic, edition, topic))
        counts = _counts(topic.counties)
        for cross in topic.counties:
            about = fingerprint(counts, beside[cross.county], len(cross.entries))
            yield from _pages(press, shown, cross, CrossView.template, partial(_cross, edition, cross), about)
    for county in archive.county_groups:
        yield from _pages(press, shown, county, CountyView.template, partial(_county, edition, county))
        about = fingerprint(len(county.named.entries))
        yield from _pages(press, shown, county.named, NamedView.template, partial(_named, edition, county), about)
    for person in archive.people:
        about = fingerprint(person.name, len(person.entries), edition.officeholders.get(person.name))
        yield from _pages(press, shown, person, PersonView.template, partial(_person, edition, person), about)
    yield from _officeholders(edition, press, shown)
    for organisation in archive.organisations:
        ends = edition.issues[archive.entries[organisation.entries[-1]].issue], len(organisation.entries)
        about = fingerprint(organisation.name, ends, edition.issues[archive.entries[organisation.entries[0]].issue])
        view = partial(_organisation, edition, organisation)
        yield from _pages(press, shown, organisation, OrganisationView.template, view, about)


def _officeholders(edition: Edition, press: Press, shown: Mapping[str, str]) -> Iterator[Job]:
    entries = edition.archive.entries
    named = {
        identifier: f"{shown[identifier]} {entries[identifier].card.whole}"
        for person in edition.archive.officeholders
        for identifier in person.entries
    }
    for person in edition.archive.officeholders:
        # The cards stand for the offices in them, which cost more to gather than to compare.
        told = joined_fingerprint([named[identifier] for identifier in person.entries])
        about = fingerprint(person.name, len(person.entries), told, edition.people.get(person.name))
        view = partial(_officeholder, edition, person)
        yield from _pages(press, named, person, OfficeholderView.template, view, about)


def _counts(crosses: Iterable[CrossGroup]) -> str:
    """What pages tell of the topics of a county, or of the counties of a topic."""
    return fingerprint([(cross.path, len(cross.entries)) for cross in crosses])


def _shown(edition: Edition) -> Mapping[str, str]:
    """What a row of a list shows, by article: its card, under its issue."""
    shown = {}
    entries = edition.archive.entries
    for issue in edition.archive.issues:
        for identifier in issue.entries:
            entry = entries[identifier]
            shown[identifier] = f"{identifier} {entry.card.stamp} {issue.key} {entry.date.qualifier} {entry.newspaper}"
    return shown


def _pages(
    press: Press,
    shown: Mapping[str, str],
    group: _Group,
    template: str,
    view: Callable[[ListPage], View],
    about: str | None = None,
) -> Iterator[Job]:
    """The pages of one list; `about` is the fingerprint of what its newest page tells of it beside names."""
    look = press.look(template)
    for page in group.pages:
        heading: object = (page.number, page.newer, page.older)
        if page.newer is None:
            # Where that is not known, the page without its rows is gathered to see what it says.
            heading = (heading, about or view(replace(page, entries=())))
        facts = {
            "look": look,
            "heading": fingerprint(heading),
            "articles": joined_fingerprint([shown[identifier] for identifier in page.entries]),
        }
        yield Job(f"page /{page.path}", facts, partial(_set, press, view, page))


def _set(press: Press, view: Callable[[ListPage], View], page: ListPage, _: Outcomes) -> Iterator[OutputFile]:
    yield press.set(view(page))


def _topic(edition: Edition, group: TopicGroup, page: ListPage) -> View:
    name = edition.topics[group.topic.id].text
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    head = page_head(edition, page.path, numbered(edition, name, page), description, Folder(group.path, name))
    return topic_view(edition, group, page, head)


def _cross(edition: Edition, group: CrossGroup, page: ListPage) -> View:
    topic, county = edition.topics[group.topic].text, edition.counties[group.county].text
    name = edition.strings("title_cross", topic=topic, county=county)
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    return cross_view(edition, group, page, page_head(edition, page.path, numbered(edition, name, page), description))


def _county(edition: Edition, group: CountyGroup, page: ListPage) -> View:
    name = group.county.name
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    head = page_head(edition, page.path, numbered(edition, name, page), description, Folder(group.path, name))
    return county_view(edition, group, page, head)


def _person(edition: Edition, group: PersonGroup, page: ListPage) -> View:
    newest = page.newer is None
    description = edition.strings("describe_person", name=group.name, count=len(group.entries)) if newest else ""
    head = page_head(edition, page.path, numbered(edition, group.name, page), description)
    return person_view(edition, group, page, head)


def _named(edition: Edition, group: CountyGroup, page: ListPage) -> View:
    name = edition.strings("title_named", county=group.county.name)
    return named_view(edition, group, page, page_head(edition, page.path, numbered(edition, name, page)))


def _officeholder(edition: Edition, group: PersonGroup, page: ListPage) -> View:
    newest = page.newer is None
    description = edition.strings("describe_officeholder", name=group.name, count=len(group.entries)) if newest else ""
    head = page_head(edition, page.path, numbered(edition, group.name, page), description)
    return officeholder_view(edition, group, page, head)


def _organisation(edition: Edition, group: PersonGroup, page: ListPage) -> View:
    newest = page.newer is None
    description = edition.strings("describe_organisation", name=group.name, count=len(group.entries)) if newest else ""
    head = page_head(edition, page.path, numbered(edition, group.name, page), description)
    return organisation_view(edition, group, page, head)
