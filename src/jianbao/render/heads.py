"""The head of every page that is not an article: title, description, address, feeds, its place in the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.model.site import ListPage
from jianbao.render.edition import Edition, Link
from jianbao.render.encoding import one_line, script_json
from jianbao.render.head import Alternate, Head, Meta
from jianbao.render.identifiers import published
from jianbao.render.machine.feeds import ATOM_NAME, JSON_NAME
from jianbao.render.machine.linked_data import Node, breadcrumbs, graph

_SECTIONS = ("issues", "topics", "counties", "people")


@dataclass(frozen=True, slots=True)
class Folder:
    """A page that has feeds of its own beside it."""

    path: str
    name: str


def page_head(
    edition: Edition,
    path: str,
    title: str,
    description: str = "",
    feed: Folder | None = None,
    about: Node | None = None,
) -> Head:
    """The head of a page; `feed` names the folder whose feeds follow it, `about` is told to search engines besides."""
    config = edition.archive.config
    title, description = one_line(title), one_line(description)
    followed = feed or Folder("", config.title)
    canonical = published(config.base_url, edition.home + path)
    nodes = [node for node in (about, _breadcrumbs(edition, path, title)) if node]
    return Head(
        title=title,
        description=description,
        canonical=canonical,
        metas=(
            Meta("property", "og:type", "website"),
            Meta("property", "og:title", title),
            Meta("property", "og:site_name", config.title),
        ),
        json_ld=script_json(graph(*nodes)) if nodes else None,
        alternates=(
            Alternate(followed.path + ATOM_NAME, "application/atom+xml", followed.name),
            Alternate(followed.path + JSON_NAME, "application/feed+json", followed.name),
        ),
    )


def _breadcrumbs(edition: Edition, path: str, title: str) -> Node:
    """Nothing for the home page, which is the beginning of every way."""
    return breadcrumbs(edition.archive.config, [*_above(edition, path), Link(title, path)]) if path else {}


def _above(edition: Edition, path: str) -> Iterator[Link]:
    """The section and the topic that a page stands below."""
    section, _, rest = path.partition("/")
    if rest and section in _SECTIONS:
        yield Link(edition.strings(f"nav_{section}"), f"{section}/")
    topic = edition.topics.get(rest.partition("/")[0]) if section == "topics" else None
    if topic and path != topic.path:
        yield topic


def numbered(edition: Edition, title: str, page: ListPage) -> str:
    """The title of a page of a list; the newest page bears that of the list alone."""
    return title if page.newer is None else edition.strings("title_numbered", title=title, number=page.number)
