"""What machines read of a page: its `<head>`."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Meta:
    """One `<meta>`: `<meta name="citation_title" content="…">`."""

    attribute: Literal["name", "property", "itemprop"]
    key: str
    content: str
    also: str | None = None
    """An Open Graph property of the same content, which so stands in the page once (RDFa allows both attributes)."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another form: `<link rel="alternate">`, a feed for instance."""

    path: str
    """Relative to the site's root."""
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of one page beside the things that every page has."""

    title: str
    """Of the page alone; the page adds the archive's title, the home page excepted."""
    description: str = ""
    canonical: str | None = None
    """Absolute address, known only where `base_url` is; it serves as Open Graph's, too."""
    metas: tuple[Meta, ...] = ()
    json_ld: Markup | None = None
    """A JSON-LD document as `encoding.script_json` writes it: nothing in it can end the script element."""
    alternates: tuple[Alternate, ...] = ()
