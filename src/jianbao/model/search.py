"""What the search index knows of an article."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name is a name of; where one stands for several, the first counts."""

    TOPIC = "topic"
    PLACE = "place"
    REPORTER = "reporter"
    PERSON = "person"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class SearchName:
    """A name or word that readers may search for: what suggestions are made of."""

    text: str
    kind: NameKind
    path: str = ""
    """Address, relative to the site's root, of the page that gathers its articles; empty where there is none."""
    full: str = ""
    """The official name, where `text` is short for it: 仁怀市."""
    former: tuple[str, ...] = ()
    """Names that it bore before: 仁怀县."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article as it goes into the index. The text itself stays in the article's page."""

    id: str
    path: str
    """Address of the article's page relative to the site's root: `articles/20251208-01/`."""
    title: str
    date: str
    """EDTF, as the issue has it: `2025-12~`."""
    first_day: str
    """ISO date that sorting and date filters go by: `2025-12-01`."""
    newspaper: str
    kind: str
    topics: tuple[str, ...]
    """Topic ids, primary first."""
    counties: tuple[str, ...]
    """County codes."""
    people: tuple[str, ...]
    """Reporters."""
    blocks: tuple[tuple[str, str], ...]
    """(role, text) of every block in the order of the page; a title that was inferred is not among them."""
    names: tuple[SearchName, ...] = ()
    """What the article is about and who wrote it."""
