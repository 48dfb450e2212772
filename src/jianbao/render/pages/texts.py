"""Pages of the archive's own words (about, guide), and the page for an address that leads nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.site import TextPage
from jianbao.render.edition import Edition, Page
from jianbao.render.head import Head
from jianbao.render.links import address, root_from
from jianbao.render.markdown import to_html


@dataclass(frozen=True, slots=True)
class TextView:
    """What a page of content/pages shows."""

    template: ClassVar[str] = "text.html"

    page: Page
    title: str
    html: str
    """Made by `markdown.to_html`: the one text that templates print unescaped."""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What the 404 page shows."""

    template: ClassVar[str] = "not_found.html"

    page: Page


def text_view(edition: Edition, text: TextPage, head: Head) -> TextView:
    """Turn the Markdown of a page into HTML."""
    paths = {page.slug: page.path for page in edition.archive.text_pages}

    def resolve(href: str) -> str:
        return page_link(href, root=root_from(text.path), paths=paths)

    html = to_html(
        text.markdown,
        title=text.title,
        resolve=resolve,
        pictures={picture.name: picture for picture in edition.archive.pictures},
        root=root_from(text.path),
        code=edition.strings("code"),
    )
    return TextView(Page(text.path, text.slug, head), text.title, html)


def page_link(href: str, *, root: str, paths: Mapping[str, str]) -> str:
    """A link of a Markdown page as the site needs it: `/topics/` goes from the site's root, `guide.md` to that page."""
    name, mark, fragment = href.partition("#")
    if name.endswith(".md") and name.removesuffix(".md") in paths:
        return root + address(paths[name.removesuffix(".md")]) + mark + fragment
    if href.startswith("/") and not href.startswith("//"):
        return root + href.removeprefix("/")
    return href
