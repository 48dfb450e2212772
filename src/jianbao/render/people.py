"""Reporters: all of them, and one with the articles that bear the name."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import ListPage, PersonGroup
from jianbao.render.edition import Counted, Edition, Page
from jianbao.render.head import Head
from jianbao.render.listing import Listing, listing


@dataclass(frozen=True, slots=True)
class PeopleView:
    """What the page of all reporters shows."""

    template: ClassVar[str] = "people.html"

    page: Page
    people: tuple[Counted, ...]
    """By number of articles, then name."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """What one page of a reporter shows."""

    template: ClassVar[str] = "person.html"

    page: Page
    name: str
    listing: Listing


def people_view(edition: Edition, head: Head) -> PeopleView:
    """Gather the reporters."""
    people = tuple(Counted(group.name, group.path, len(group.entries)) for group in edition.archive.people)
    return PeopleView(Page("people/", "people", head), people)


def person_view(edition: Edition, group: PersonGroup, page: ListPage, head: Head) -> PersonView:
    """Gather one page of a reporter."""
    listed = listing(edition, page, group.pages, len(group.entries))
    return PersonView(Page(page.path, "people", head), group.name, listed)
