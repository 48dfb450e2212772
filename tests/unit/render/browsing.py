"""A rendered site read back as a browser reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from jianbao.model.site import Archive
from jianbao.model.theme import Theme
from jianbao.render.site import render_site

HOST = "https://site.example/"
RECORD = "data/addresses.txt"
"""Of the addresses that were published: the build writes it beside what is rendered."""
ENGINE = "search/search.js"
"""Made by the index, not by `render`."""

_ADDRESSES = ("href", "src", "action")


@dataclass(frozen=True, slots=True)
class Site:
    """The files of a site and its pages as trees."""

    files: Mapping[str, bytes]
    pages: Mapping[str, Element]
    """By file name."""

    def page(self, path: str) -> Element:
        """The page at an address of the site."""
        return self.pages[f"{path}index.html"]


def read_site(archive: Archive, theme: Theme) -> Site:
    """Render an archive and read it; a page that the standard finds fault with fails here."""
    files = {file.path: file.data for file in render_site(archive, theme)}
    pages = {name: parse(data) for name, data in files.items() if name.endswith(".html")}
    return Site({**files, ENGINE: b""}, pages)


def parse(data: bytes, *, strict: bool = True) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=strict)
    tree: Element = parser.parse(data, transport_encoding="utf-8")
    return tree


def text_of(element: Element) -> str:
    """What a browser calls `textContent`."""
    return "".join(element.itertext())


def blocks(page: Element) -> list[Element]:
    """The blocks of an article's page in the order of print: what the paper has, nothing that the site adds."""
    header, *_ = page.findall(".//article/header")
    (text,) = by_class(page, "text")
    added = {"made", "note"}
    above = [element for element in header if element.tag in {"h1", "h2", "p"} and element.get("class") not in added]
    return [*above, *text]


def by_class(tree: Element, name: str) -> list[Element]:
    return [element for element in elements(tree) if name in (element.get("class") or "").split()]


def elements(tree: Element) -> Iterator[Element]:
    """All elements, without comments, whose tag is a function."""
    return (element for element in tree.iter() if not callable(element.tag))


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def addresses(name: str, tree: Element) -> Iterator[tuple[Element, str]]:
    """Every address of a page with its element, in full."""
    here = urljoin(HOST, name.removesuffix("index.html"))
    for element in elements(tree):
        for attribute, value in element.attrib.items():
            if attribute.rpartition("}")[2] in _ADDRESSES:
                yield element, urljoin(here, value)


def file_at(url: str) -> str:
    """Name of the file that a static host answers an address with."""
    path = unquote(urlsplit(url).path).removeprefix("/")
    return path + "index.html" if path.endswith("/") or not path else path


def dead_ends(site: Site) -> set[tuple[str, str]]:
    """(page, address) of all that leads to a file of the site that is not there."""
    return {
        (name, url)
        for name, tree in site.pages.items()
        for _, url in addresses(name, tree)
        if url.startswith(HOST) and file_at(url) not in {*site.files, RECORD}
    }
