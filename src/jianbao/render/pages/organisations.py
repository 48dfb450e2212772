"""A page for each organisation that articles often name in full: the articles, the first and the last of them."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import ListPage, PersonGroup
from jianbao.render.edition import Edition, Link, Page
from jianbao.render.head import Head
from jianbao.render.pages.listing import Listing, listed


@dataclass(frozen=True, slots=True)
class Named:
    """An article that names an organisation."""

    link: Link
    date: str
    """EDTF without its qualifier."""


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """What one page of an organisation shows."""

    template: ClassVar[str] = "organisation.html"

    page: Page
    name: str
    first: Link
    last: Link
    """The issues that first and last name it; like the first on the newest page only."""
    articles: tuple[Named, ...]
    """Newest first."""
    listing: Listing
    """Where the page stands in the list; it holds no rows."""


def organisation_view(edition: Edition, group: PersonGroup, page: ListPage, head: Head) -> OrganisationView:
    """Gather one page of an organisation."""
    entries = edition.archive.entries
    shown = (entries[identifier] for identifier in page.entries)
    return OrganisationView(
        page=Page(page.path, "people", head),
        name=group.name,
        first=edition.issues[entries[group.entries[-1]].issue],
        last=edition.issues[entries[group.entries[0]].issue],
        articles=tuple(Named(Link(entry.card.title, entry.path), entry.date.base) for entry in shown),
        listing=listed(page, group.pages, len(group.entries)),
    )
