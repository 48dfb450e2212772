"""People: who signs articles, and whom articles name with an office; a page for each, and an index of all."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.card import Officeholder
from jianbao.model.site import Archive, Entry, ListPage, Mention, PersonGroup
from jianbao.render.edition import Counted, Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.letters import Letter, by_letter
from jianbao.render.pages.listing import Listing, listed, listing

_OFTEN, _FEWEST = 12, 2
"""Persons that the page of a county or topic names at most, and in how many of its articles at least."""
_OFFICES = 12
"""Offices that a person's page lists at most: those that were printed first."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or an organisation, with a page of articles."""

    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A person or organisation without a page, with the articles instead."""

    name: str
    office: str
    """As the newest of them prints it; empty for an organisation."""
    articles: tuple[Link, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """What the page of all people shows."""

    template: ClassVar[str] = "people.html"

    page: Page
    reporters: tuple[Letter[Person], ...]
    named: tuple[Letter[Person], ...]
    organisations: tuple[Letter[Person], ...]
    seldom_named: tuple[Row, ...]
    seldom_organisations: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """What one page of a reporter shows."""

    template: ClassVar[str] = "person.html"

    page: Page
    name: str
    other: Link | None
    """The page of who is named in texts and has the same name; that need not be the same person."""
    listing: Listing


@dataclass(frozen=True, slots=True)
class Office:
    """An office in which texts name a person."""

    text: str
    """As printed, with what it is held in."""
    first: Link
    """The issue that first prints it; the text is its date."""


@dataclass(frozen=True, slots=True)
class Naming:
    """An article that names a person with an office."""

    link: Link
    date: str
    """EDTF without its qualifier."""
    office: str


@dataclass(frozen=True, slots=True)
class OfficeholderView:
    """What one page shows of a person whom texts name with an office."""

    template: ClassVar[str] = "officeholder.html"

    page: Page
    name: str
    other: Link | None
    """The page of the reporter of the same name."""
    first: Link
    last: Link
    """The issues that first and last name the person."""
    offices: tuple[Office, ...]
    """As first printed, newest first; like the three before on the newest page only."""
    namings: tuple[Naming, ...]
    """Newest first."""
    listing: Listing
    """Where the page stands in the list; it holds no rows."""


def people_view(edition: Edition, head: Head) -> PeopleView:
    """Gather everybody."""
    archive = edition.archive
    reporters, named, organisations = (
        by_letter(Person(one.name, one.path, len(one.entries)) for one in groups)
        for groups in (archive.people, archive.officeholders, archive.organisations)
    )
    rows = (tuple(row for letter in by_letter(some) for row in letter.members) for some in seldom_rows(archive))
    return PeopleView(Page("people/", "people", head), reporters, named, organisations, *rows)


def seldom_rows(archive: Archive) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Persons and organisations without a page, as the archive has them: sorted by sound only where they are shown."""
    return _rows(archive, archive.seldom_named, _office), _rows(archive, archive.seldom_organisations, lambda *_: "")


def _rows(archive: Archive, mentions: Iterable[Mention], office: Callable[[Entry, str], str]) -> tuple[Row, ...]:
    rows = []
    for one in mentions:
        entries = [archive.entries[identifier] for identifier in one.entries]
        links = tuple(Link(entry.card.title, entry.path) for entry in entries)
        rows.append(Row(one.name, office(entries[0], one.name), links))
    return tuple(rows)


def person_view(edition: Edition, group: PersonGroup, page: ListPage, head: Head) -> PersonView:
    """Gather one page of a reporter."""
    other = edition.officeholders.get(group.name) if page.newer is None else None
    rows = listing(edition, page, group.pages, len(group.entries))
    return PersonView(Page(page.path, "people", head), group.name, other, rows)


def officeholder_view(edition: Edition, group: PersonGroup, page: ListPage, head: Head) -> OfficeholderView:
    """Gather one page of a person whom texts name with an office."""
    entries = edition.archive.entries
    newest = page.newer is None
    return OfficeholderView(
        page=Page(page.path, "people", head),
        name=group.name,
        other=edition.people.get(group.name) if newest else None,
        first=edition.issues[entries[group.entries[-1]].issue],
        last=edition.issues[entries[group.entries[0]].issue],
        offices=offices(edition, group)[:_OFFICES] if newest else (),
        namings=tuple(_naming(entries[identifier], group.name) for identifier in page.entries),
        listing=listed(page, group.pages, len(group.entries)),
    )


def offices(edition: Edition, group: PersonGroup) -> tuple[Office, ...]:
    """The offices in which texts name a person, the latest first, each with the issue that first prints it."""
    first: dict[str, Link] = {}
    for identifier in reversed(group.entries):
        entry = edition.archive.entries[identifier]
        first.setdefault(_office(entry, group.name), edition.issues[entry.issue])
    return tuple(Office(text, link) for text, link in reversed(first.items()))


def often_named(edition: Edition, ids: Sequence[str]) -> tuple[Counted, ...]:
    """Whom some articles name most often with an office; only those who have a page."""
    entries = edition.archive.entries
    counts = Counter(person.name for identifier in ids for person in entries[identifier].card.officeholders)
    links = ((edition.officeholders[name], count) for name, count in counts.items() if name in edition.officeholders)
    often = sorted((-count, link.text, link.path) for link, count in links if count >= _FEWEST)
    return tuple(Counted(text, path, -count) for count, text, path in often[:_OFTEN])


def _naming(entry: Entry, name: str) -> Naming:
    return Naming(Link(entry.card.title, entry.path), entry.date.base, _office(entry, name))


def _office(entry: Entry, name: str) -> str:
    person = next(_bearers(entry.card.officeholders, name))
    return f"{person.organisation}{person.office}"


def _bearers(people: Iterable[Officeholder], name: str) -> Iterator[Officeholder]:
    """Those of the name itself first, then those whose name runs on."""
    yield from sorted((one for one in people if one.name.startswith(name)), key=lambda one: len(one.name))
