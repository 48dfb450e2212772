"""The short form in which an article goes through lists and groups."""

from dataclasses import dataclass

from jianbao.model.digest import Kind


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
    stamp: str = ""
    """Fingerprint of all other fields: lists that show the same cards are the same."""
