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
class Record:
    """An article, enriched."""

    article: Article
    topics: tuple[TopicMatch, ...]
    """Primary topic first; empty means unsorted (未归类)."""
    counties: tuple[str, ...]
    """County codes, most prominent first."""
    mentions: tuple[PlaceMention, ...]
    """In the order of the text."""
    keywords: tuple[str, ...]
    """Most telling words first."""
