"""Every address that a page names leads somewhere, and nothing is fetched from elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conftest import BASE_URL

ADDRESSES = {"a": "href", "form": "action", "img": "src", "link": "href", "script": "src"}
FETCHED = {"img", "script", "iframe", "source", "video", "audio", "embed", "object"}
SVG_LINK = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a page names it."""

    page: str
    tag: str
    address: str
    """As written."""
    url: str
    """In full, as a browser works it out."""


class Site:
    """All pages of a built site, parsed as the standard demands."""

    def __init__(self, folder: Path) -> None:
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        pages = sorted(name for name in self.files if name.endswith(".html"))
        self.pages = {name: parse((folder / name).read_bytes()) for name in pages}

    def references(self) -> list[Reference]:
        """Every address in every page."""
        return [
            Reference(name, tag, address, urljoin(BASE_URL + name.removesuffix("index.html"), address))
            for name, root in self.pages.items()
            for tag, address in addresses(root)
        ]

    def target(self, url: str) -> str | None:
        """Name of the file that a host like GitHub Pages answers with; None: there is none."""
        path = unquote(urldefrag(url).url.split("?")[0].removeprefix(BASE_URL))
        name = f"{path}index.html" if path.endswith("/") or not path else path
        return name if name in self.files else None


def parse(page: bytes) -> Element:
    """Parse a page; what the standard calls an error is one here."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    root: Element = parser.parse(page, transport_encoding="utf-8")
    return root


def addresses(root: Element) -> list[tuple[str, str]]:
    found = []
    for element in root.iter():
        if isinstance(element.tag, str):
            tag = element.tag.rpartition("}")[2]
            address = element.get(ADDRESSES.get(tag, "src")) or element.get(SVG_LINK)
            found += [(tag, address)] if address is not None else []
    return found


@pytest.fixture(scope="module")
def whole(built_site: Path) -> Site:
    return Site(built_site)


def test_every_internal_address_leads_to_a_file(whole: Site) -> None:
    internal = [reference for reference in whole.references() if reference.url.startswith(BASE_URL)]
    assert internal
    assert [reference for reference in internal if whole.target(reference.url) is None] == []


def test_every_fragment_names_a_place_in_its_page(whole: Site) -> None:
    for reference in whole.references():
        fragment = unquote(urlsplit(reference.url).fragment)
        page = whole.target(reference.url) if reference.url.startswith(BASE_URL) else None
        if fragment and page in whole.pages:
            assert fragment in {element.get("id") for element in whole.pages[page].iter()}, reference


def test_nothing_is_fetched_from_elsewhere(whole: Site) -> None:
    foreign = [reference for reference in whole.references() if not reference.url.startswith((BASE_URL, "data:"))]
    assert [reference for reference in foreign if reference.tag in FETCHED] == []
    assert {reference.tag for reference in foreign} <= {"a"}


def test_pages_can_be_moved_as_a_whole(whole: Site) -> None:
    """Addresses within the site are relative, so that it works under any path and from disk; the 404 page cannot."""
    absolute = [reference for reference in whole.references() if reference.address.startswith(("/", BASE_URL))]
    assert {reference.page for reference in absolute if reference.tag != "link"} <= {"404.html"}


def test_every_page_can_be_reached_from_the_home_page(whole: Site) -> None:
    links: dict[str, set[str]] = {name: set() for name in whole.pages}
    for reference in whole.references():
        target = whole.target(reference.url) if reference.url.startswith(BASE_URL) else None
        if target in whole.pages and reference.tag in {"a", "form"}:
            links[reference.page].add(target)
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        new = links[waiting.pop()] - reached
        reached |= new
        waiting += new
    assert set(whole.pages) - reached <= {"404.html"}
