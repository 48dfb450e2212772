"""The archive as a whole: what `index` works out from the records and `render` shows.

Paths are relative to the site's root. Each is a folder page that ends in `/` (its file is `…/index.html`; the home page
is the empty string) or a file.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jianbao.model.boundaries import Boundaries, BoundaryFile
from jianbao.model.card import Card
from jianbao.model.correction import Correction
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.gone import Gone
from jianbao.model.record import Record
from jianbao.model.vocabulary import County, Gazetteer, Topic, Topics


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A paper that the archive holds."""

    name: str
    slug: str
    """Leads the addresses of its issues and articles; empty for the archive's main paper."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """content/site.yaml; closed: an unknown key is a problem."""

    title: str
    newspaper: str
    """Name of the main paper: the paper of a digest that names none."""
    language: str = "zh-Hans"
    """Language of the interface: a file of templates/strings without its ending."""
    languages: tuple[str, ...] = ()
    """Further languages: the pages that open a section are there in these, too."""
    description: str = ""
    base_url: str | None = None
    """Where the site is published, with a slash at its end; None: not known."""
    repository: str | None = None
    """Web address of the repository that holds `content/`."""
    license: str = ""
    """Note on the rights in the texts, shown in the footer."""
    newspapers: tuple[Newspaper, ...] = ()
    """Further papers."""
    page_size: int = 30
    """Articles on one page of a list."""
    digests: str = ""
    """How the pages of digests (原文) show their lines: `full`, `brief` (long ones by both ends), `none` (no pages).

    Empty: by the size of the archive.
    """
    footer: tuple[str, ...] | None = None
    """Names of the pages of content/pages that every page names at its foot; None: all of them."""
    no_issue: tuple[tuple[dt.date, dt.date], ...] = ()
    """Spans, both ends included, in which no paper appeared."""
    boundaries: BoundaryFile | None = None
    """For a map with outlines; None: the map of tiles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article at its place in the archive."""

    id: str
    """Permanent id, also the last part of its address."""
    path: str
    card: Card
    issue: str
    """Key of its `Issue`."""
    date: EdtfDate
    newspaper: str
    page: int | None
    section: str | None
    file: str
    """The digest it stands in, relative to the archive's root."""
    sha256: str
    previous: str | None
    """Id of the article before it in the issue."""
    next: str | None
    number: str | None = None
    """期号 of the issue, as printed."""
    stamp: str = ""
    """Fingerprint of what its digest was read into: while it stays, so does the record."""
    story: tuple[str, ...] = ()
    """Ids of all pieces of the story that it is one of (下转, 上接), itself among them, in the order of reading; empty
    where it is whole, or where the other pieces are not in the archive."""


@dataclass(frozen=True, slots=True)
class IssuePage:
    """One page (版) of an issue, or all of it where the digest does not say."""

    fields: IssueFields
    entries: tuple[str, ...]
    """Ids in the order of print."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One newspaper on one date (期)."""

    key: str
    """Also the last part of its address: `2025-12-08`, `2025-12`, `zunyi-evening-2025-12-08`."""
    path: str
    date: EdtfDate
    newspaper: str
    number: str | None
    pages: tuple[IssuePage, ...]
    """By page number, unknown last."""
    previous: str | None
    """Key of the issue before it (older), of the same paper."""
    next: str | None

    @property
    def entries(self) -> tuple[str, ...]:
        """Ids of all articles in the order of print."""
        return tuple(entry for page in self.pages for entry in page.entries)


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list. Numbered from the oldest, so that new articles touch the newest page only."""

    path: str
    number: int
    """From 1 (oldest) to `count` (newest; it stands at the list's own address)."""
    count: int
    entries: tuple[str, ...]
    """Ids, newest first."""
    newer: str | None
    """Path of the page with newer articles."""
    older: str | None


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """A topic and its articles; those of its children count as its own."""

    topic: Topic
    path: str
    entries: tuple[str, ...]
    """Ids, newest first."""
    pages: tuple[ListPage, ...]
    """Newest first."""
    counties: tuple["CrossGroup", ...]
    """By number of articles, then code; only those with articles."""


@dataclass(frozen=True, slots=True)
class CountyGroup:
    """A county and its articles; all counties of the gazetteer are there, empty ones too."""

    county: County
    path: str
    entries: tuple[str, ...]
    """Ids of all articles that name it, newest first."""
    pages: tuple[ListPage, ...]
    """Of those that it is primary in: it stands in the headline or dateline, or is most of what they name."""
    topics: tuple["CrossGroup", ...]
    """By number of articles, then order of the tree; only those with articles."""
    named: "NamedGroup"


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The articles that only name a county and are about something else: `/counties/renhuai/named/`."""

    path: str
    entries: tuple[str, ...]
    pages: tuple[ListPage, ...]
    """None where there is no such article."""


@dataclass(frozen=True, slots=True)
class CrossGroup:
    """A topic in one county: `/topics/energy/renhuai/`."""

    topic: str
    county: str
    path: str
    entries: tuple[str, ...]
    pages: tuple[ListPage, ...]


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """A reporter and the articles that bear the name; or a person or organisation that articles name."""

    name: str
    path: str
    entries: tuple[str, ...]
    pages: tuple[ListPage, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or organisation that too few articles name for a page."""

    name: str
    entries: tuple[str, ...]
    """Ids of these articles, newest first."""


class Bond(StrEnum):
    """How an article is related to one before it."""

    REPRINT = "reprint"
    """It is the same text, or a cut of it."""
    FOLLOWS = "follows"
    """It goes on with the same story, within a month."""
    ALIKE = "alike"
    """It tells of the same subject."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An article of an earlier issue, or of the same, that an article is related to."""

    id: str
    bond: Bond
    shared: tuple[str, ...]
    """The keywords that both have, which is the reason; empty for a reprint."""


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of content/pages: about, guide."""

    slug: str
    path: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of content/pages, which its pages may show."""

    name: str
    """Of its file."""
    width: int
    """Pixels."""
    height: int
    data: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Where the site has it."""
        return f"pictures/{self.name}"


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that the site shows."""

    config: SiteConfig
    gazetteer: Gazetteer
    topics: Topics
    entries: Mapping[str, Entry]
    """By id."""
    records: Mapping[str, Record]
    """By id, with the text: in a build they are fetched from disk as they are asked for, so ask issue by issue."""
    newest: tuple[str, ...]
    """All ids, newest issue first, in the order of print within an issue."""
    issues: tuple[Issue, ...]
    """Newest first."""
    topic_groups: tuple[TopicGroup, ...]
    """In the order of the tree, empty ones too."""
    county_groups: tuple[CountyGroup, ...]
    """In the order of the codes, empty ones too."""
    people: tuple[PersonGroup, ...]
    """Reporters, by number of articles, then name."""
    text_pages: tuple[TextPage, ...]
    unsorted: tuple[str, ...]
    """Ids of articles without a topic."""
    officeholders: tuple[PersonGroup, ...] = ()
    """Persons whom several articles name with an office, by number of articles, then name."""
    organisations: tuple[PersonGroup, ...] = ()
    """Organisations that several articles name in full, by number of articles, then name."""
    seldom_named: tuple[Mention, ...] = ()
    """Persons whom fewer articles name with an office, by name; and likewise organisations:"""
    seldom_organisations: tuple[Mention, ...] = ()
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    """By id; worked out as they are asked for."""
    related: Mapping[str, str] = field(default_factory=dict)
    """By key of the issue: fingerprint of all that the relations of its articles follow from."""
    gone: tuple[Gone, ...] = ()
    """Addresses that are no more, by path; `moved` of each, if any, leads to what is there in one step."""
    pictures: tuple[Picture, ...] = ()
    """Of the text pages, by name."""
    corrections: tuple[Correction, ...] = ()
    """In the order of the file."""
    boundaries: Boundaries | None = None
    """Of the counties, where `config` says whose they are."""
