"""The short form in which an article goes through lists and groups."""

from dataclasses import dataclass

from jianbao.model.digest import Kind


@dataclass(frozen=True, slots=True)
class Officeholder:
    """A person whom the text names with an office."""

    name: str
    office: str
    """As printed at the first place that gives one: `副书记、区长`."""
    organisation: str
    """What the office is held in, as printed; may be empty."""


@dataclass(frozen=True, slots=True)
class Card:
    """The catalogue card of an article: what lists, groups and addresses need of its record, without the text."""

    id: str | None
    """Pinned id; None where `build` gives one."""
    line: int
    """First line in the file."""
    kind: Kind
    title: str
    title_inferred: bool
    kicker: str | None
    subtitle: str | None
    byline: tuple[str, ...]
    continued_from: int | None
    continued_on: int | None
    confidence: float
    topics: tuple[str, ...]
    """Topic ids, primary first."""
    counties: tuple[str, ...]
    """County codes, most prominent first."""
    primary_counties: tuple[str, ...] = ()
    """Those of `counties` that the article is about; the others it only names."""
    stamp: str = ""
    """Fingerprint of all fields above: lists that show the same cards are the same."""
    keywords: tuple[str, ...] = ()
    """Most telling words first."""
    officeholders: tuple[Officeholder, ...] = ()
    """In the order of the text, each once; nobody of the byline."""
    organisations: tuple[str, ...] = ()
    """Those that the text names in full, in its order, each once."""
    figures: int = 0
    """How many figures its record holds."""
    sketch: tuple[int, ...] = ()
    """Fingerprints of some of its clauses, by which a reprint is known."""
    whole: str = ""
    """Fingerprint of all other fields."""
