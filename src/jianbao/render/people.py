"""Reporters: all of them, and one with the articles that bear the name."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import PersonGroup
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


def person_view(edition: Edition, group: PersonGroup, number: int, head: Head) -> PersonView:
    """Gather page `number` of a reporter."""
    path = next(page.path for page in group.pages if page.number == number)
    return PersonView(Page(path, "people", head), group.name, listing(edition, group.pages, number, len(group.entries)))
