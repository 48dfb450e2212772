"""Pages in the places of those that are no more: they lead on, or say when and why.

Neither is listed anywhere, and search engines are told to list none.
"""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.gone import Gone
from jianbao.render.edition import Edition, Page
from jianbao.render.head import Head, Meta
from jianbao.render.identifiers import published

_UNLISTED = Meta("name", "robots", "noindex")


@dataclass(frozen=True, slots=True)
class MovedView:
    """What a page shows that leads on."""

    template: ClassVar[str] = "moved.html"

    page: Page
    target: str
    """Path of the page that has what stood here."""
    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What a page shows that was withdrawn."""

    template: ClassVar[str] = "withdrawn.html"

    page: Page
    date: str
    """In words."""
    reason: str


@dataclass(frozen=True, slots=True)
class LostView:
    """What a page shows of which it is only known that it was published."""

    template: ClassVar[str] = "lost.html"

    page: Page
    likely: str | None
    """Path of the page that probably has what stood here."""


def gone_view(edition: Edition, gone: Gone) -> MovedView | WithdrawnView | LostView:
    """The page in the place of one that is no more."""
    if gone.date is None:
        head = Head(edition.strings("gone_lost"), metas=(_UNLISTED,))
        return LostView(Page(gone.path, "", head), gone.likely)
    date = edition.speak(gone.date)
    if gone.moved is None:
        head = Head(edition.strings("gone_withdrawn"), metas=(_UNLISTED,))
        return WithdrawnView(Page(gone.path, "", head), date, gone.reason)
    canonical = published(edition.archive.config.base_url, gone.moved)
    head = Head(edition.strings("gone_moved"), canonical=canonical, metas=(_UNLISTED,))
    return MovedView(Page(gone.path, "", head), gone.moved, date, gone.reason)
