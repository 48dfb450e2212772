"""What the search index knows of an article."""

from dataclasses import dataclass


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
