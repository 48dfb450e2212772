"""What an article's page says of the articles that it is related to: a few lines, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.model.site import Entry
from jianbao.render.edition import Edition, Link

_WORDS = 2
"""Shared keywords that a line names."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """An article that another is related to."""

    link: Link
    """Its path is relative to the folder of all articles: these lines stand on every article's page."""
    date: str
    """EDTF without its qualifier."""
    newspaper: str | None
    """Named where it is another paper."""
    bond: str
    """Value of its `Bond`."""
    shared: tuple[str, ...]
    """Keywords that both have, the first few."""


def related_lines(edition: Edition, entry: Entry) -> Iterator[RelatedLine]:
    """The lines of an article, those of the same text first, then the most alike."""
    for relation in edition.archive.relations.get(entry.id, ()):
        other = edition.archive.entries[relation.id]
        yield RelatedLine(
            link=Link(other.card.title, f"{other.id}/"),
            date=other.date.base,
            newspaper=other.newspaper if other.newspaper != entry.newspaper else None,
            bond=relation.bond.value,
            shared=relation.shared[:_WORDS],
        )
