"""The search page: an empty form, and the names that the script needs to show what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.digest import Kind
from jianbao.render.edition import Counted, Edition, Page
from jianbao.render.head import Head
from jianbao.render.strings import Strings

_SCRIPT_TEXTS = "script_"

Names = tuple[tuple[str, str], ...]
"""Values and what they are called."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before anything is searched."""

    template: ClassVar[str] = "search.html"

    page: Page
    names: Mapping[str, Names]
    """By filter: topics in the order of the tree, counties in that of their codes, kinds."""
    browse: tuple[Counted, ...]
    """Ways in without a script."""
    texts: Mapping[str, str]
    """Interface strings of the script, by key without its prefix."""


def search_view(edition: Edition, head: Head) -> SearchView:
    """Gather the search page."""
    archive = edition.archive
    strings = edition.strings
    names = {person.name for person in (*archive.people, *archive.officeholders)}
    return SearchView(
        page=Page("search/", "search", head),
        names={
            "topic": tuple((identifier, link.text) for identifier, link in edition.topics.items()),
            "county": tuple((code, link.text) for code, link in edition.counties.items()),
            "kind": tuple((kind.value, strings(f"kind_{kind.value}")) for kind in Kind),
        },
        browse=(
            Counted(strings("nav_issues"), f"{edition.home}issues/", len(archive.issues)),
            Counted(strings("nav_topics"), f"{edition.home}topics/", len(archive.topic_groups)),
            Counted(strings("nav_counties"), f"{edition.home}counties/", len(archive.county_groups)),
            Counted(strings("nav_people"), "people/", len(names)),
        ),
        texts=script_texts(strings),
    )


def script_texts(strings: Strings) -> Mapping[str, str]:
    """What the search script says, in the order of the file."""
    return {
        key.removeprefix(_SCRIPT_TEXTS): text for key, text in strings.texts.items() if key.startswith(_SCRIPT_TEXTS)
    }
