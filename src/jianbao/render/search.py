"""The search page: an empty form, and the names that the script needs to show what it finds."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.render.edition import Counted, Edition, Page
from jianbao.render.head import Head
from jianbao.render.strings import Strings

_SCRIPT_TEXTS = "script_"


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before anything is searched."""

    template: ClassVar[str] = "search.html"

    page: Page
    topics: tuple[tuple[str, str], ...]
    """Id and name, in the order of the tree."""
    counties: tuple[tuple[str, str], ...]
    """Code and name, in the order of the codes."""
    browse: tuple[Counted, ...]
    """Ways in without a script."""
    texts: tuple[tuple[str, str], ...]
    """Interface strings of the script, by key without its prefix."""


def search_view(edition: Edition, head: Head) -> SearchView:
    """Gather the search page."""
    archive = edition.archive
    strings = edition.strings
    return SearchView(
        page=Page("search/", "search", head),
        topics=tuple((identifier, link.text) for identifier, link in edition.topics.items()),
        counties=tuple((code, link.text) for code, link in edition.counties.items()),
        browse=(
            Counted(strings("nav_issues"), "issues/", len(archive.issues)),
            Counted(strings("nav_topics"), "topics/", len(archive.topic_groups)),
            Counted(strings("nav_counties"), "counties/", len(archive.county_groups)),
            Counted(strings("nav_people"), "people/", len(archive.people)),
        ),
        texts=script_texts(strings),
    )


def script_texts(strings: Strings) -> tuple[tuple[str, str], ...]:
    """What the search script says, in the order of the file."""
    return tuple(
        (key.removeprefix(_SCRIPT_TEXTS), text) for key, text in strings.texts.items() if key.startswith(_SCRIPT_TEXTS)
    )
