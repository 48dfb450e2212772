"""An article with what enriching found out about it."""

from dataclasses import dataclass

from jianbao.model.digest import Article


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text."""

    county: str
    """Code of the county (GB/T 2260); for a functional area that of the county around it, empty where there is none."""
    surface: str
    """The characters as printed."""
    block: int
    """Index into `Article.blocks`."""
    start: int
    end: int
    """Offsets into the block's text, in characters; `text[start:end] == surface`."""
    by: str
    """What it was known by: `name`, `short`, `alias`, `former`, `township`, `area`."""
    area: str = ""
    """Slug of the functional area where it is one: it stands apart and is no county of the article."""


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic that an article has, with its evidence."""

    topic: str
    score: float
    """0 to 1; 1.0 where a mark or front matter says so."""
    evidence: tuple[str, ...]
    """The words of the text that speak for it, strongest first; empty where a mark decided."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in the text, once for every time that the name stands there."""

    name: str
    """The full name that the article knows the person by; `surface` may be a part of it (库利科娃)."""
    surface: str
    """The characters as printed."""
    block: int
    """Index into `Article.blocks`."""
    start: int
    end: int
    """Offsets into the block's text, in characters; `text[start:end] == surface`."""
    by: str
    """What it was known by.

    `byline`, `office` (区长冯俊峰), `address` (曹大明大师), `speech` (某某表示), `list` (beside another name), `name`
    (the characters alone), `again` (it was known from elsewhere in the article).
    """
    office: str = ""
    """The office beside the name, as printed: `副书记、区长`; empty where none stands there."""
    organisation: str = ""
    """What the office is held in, as printed: `红花岗区委`; empty where it is not said."""


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation named in the text by its full name."""

    name: str
    block: int
    """Index into `Article.blocks`."""
    start: int
    end: int
    """Offsets into the block's text, in characters; `text[start:end] == name`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and what it counts or measures, as the text states it (数据)."""

    subject: str
    """What it counts, as printed: `光伏发电装机容量`, `毕业生`."""
    printed: str
    """The number with its unit as printed: `47.69万千瓦`."""
    value: float
    """In `unit`, multipliers worked in: 476900.0."""
    unit: str
    """`千瓦`, `元`, `人次`, `%` …; one spelling for each."""
    trend: str
    """`up` or `down` where the number is the amount of a rise or fall (附加值提升30%), else empty."""
    change: float | None
    """Per cent by which it rose (fell: negative) where the text adds that (89亿元，同比增长31.5%), else None."""
    block: int
    """Index into `Article.blocks`."""
    start: int
    end: int
    """Offsets of `printed` in the block's text, in characters."""
    sentence_start: int
    sentence_end: int
    """Offsets of the sentence around it in the block's text."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article, enriched.

    All that enriching found is text, numbers, and tuples of flat records of these: it can be stored as it is.
    """

    article: Article
    topics: tuple[TopicMatch, ...]
    """Primary topic first; empty means unsorted (未归类)."""
    counties: tuple[str, ...]
    """County codes, most prominent first."""
    mentions: tuple[PlaceMention, ...]
    """In the order of the text."""
    keywords: tuple[str, ...]
    """Most telling words first."""
    people: tuple[PersonMention, ...] = ()
    """In the order of the text, those of the byline among them where they stand in a block."""
    organisations: tuple[OrganisationMention, ...] = ()
    """In the order of the text."""
    figures: tuple[Figure, ...] = ()
    """In the order of the text."""
    primary_counties: tuple[str, ...] = ()
    """Those of `counties` that the article is about; the others it only names."""
