"""All faces of the archive are made from one record, and so they agree; and they are the same bytes each time."""

import csv
import gzip
import io
import json
import re
from collections.abc import Callable
from functools import cache

import pytest
import rispy
from markupsafe import escape
from pybtex.database import parse_string

from jianbao.render.machine.citation import bibtex, csl_json, gbt_2025, ris
from jianbao.render.reference import reference
from jianbao.render.site import render_site
from tests.unit.render.browsing import RECORD
from tests.unit.render.reading import NAMESPACES, json_ld, machine_files, text, texts, xml
from tests.unit.render.sample import theme
from tests.unit.render.specimens import BASE_URL, EXACT, NASTY, OTHER_PAPER, VAGUE, archive_of, sample
from tests.unit.render.zotero import read

ARCHIVE = sample()
AGREEING = ("202512-01", "202512-02", "20251103-02-01", "wanbao-2024-01")
"""Articles whose words mean nothing in any format, so that readers give them back as they are."""


@cache
def machine() -> dict[str, bytes]:
    return {file.path: file.data for file in machine_files(ARCHIVE)}


@cache
def pages() -> dict[str, str]:
    return {file.path: file.data.decode() for file in render_site(ARCHIVE, theme()) if file.path.endswith(".html")}


Face = tuple[str, str, list[str]]


def from_head(identifier: str) -> Face:
    item = read(pages()[f"articles/{identifier}/index.html"])
    return item.title or "", item.date or "", list(item.authors)


def from_json_ld(identifier: str) -> Face:
    node = json_ld(pages()[f"articles/{identifier}/index.html"])["NewsArticle"]
    authors = node.get("author", [])
    assert isinstance(authors, list)
    return str(node["headline"]), str(node["datePublished"]), [author["name"] for author in authors]


def from_atom(identifier: str) -> Face:
    link = f"a:link[@href='{BASE_URL}articles/{identifier}/']"
    entries = xml(machine()["feed.atom"]).iterfind("a:entry", NAMESPACES)
    (entry,) = (entry for entry in entries if entry.find(link, NAMESPACES) is not None)
    return text(entry, "a:title"), text(entry, "a:published")[:10], texts(entry, "a:author/a:name")


def from_json_feed(identifier: str) -> Face:
    link = f"{BASE_URL}articles/{identifier}/"
    item = next(item for item in json.loads(machine()["feed.json"])["items"] if item["url"] == link)
    return item["title"], item["date_published"][:10], [author["name"] for author in item.get("authors", [])]


def _year(identifier: str) -> str:
    return ARCHIVE.entries[identifier].date.base[:4]


def from_json_lines(identifier: str) -> Face:
    lines = map(json.loads, gzip.decompress(machine()[f"data/articles-{_year(identifier)}.jsonl.gz"]).splitlines())
    line = next(line for line in lines if line["id"] == identifier)
    return line["title"], line["date"], line["byline"]


def from_csv(identifier: str) -> Face:
    data = gzip.decompress(machine()[f"data/articles-{_year(identifier)}.csv.gz"])
    table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    row = next(row for row in table if row["id"] == identifier)
    return row["title"], row["date"], row["authors"].split("；") if row["authors"] else []


def from_ris(identifier: str) -> Face:
    (record,) = rispy.loads(ris(reference(ARCHIVE, ARCHIVE.entries[identifier])))
    return record["title"], record["date"].rstrip("/").replace("/", "-"), record.get("authors", [])


def from_bibtex(identifier: str) -> Face:
    entry = parse_string(bibtex(reference(ARCHIVE, ARCHIVE.entries[identifier])), "bibtex").entries[identifier]
    authors = [str(person).strip("{}") for person in entry.persons.get("author", [])]
    return entry.fields["title"].strip("{}"), entry.fields["date"], authors


def from_csl(identifier: str) -> Face:
    item = json.loads(csl_json(reference(ARCHIVE, ARCHIVE.entries[identifier])))[0]
    date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
    return item["title"], date, [author["literal"] for author in item.get("author", [])]


FACES = (from_head, from_json_ld, from_atom, from_json_feed, from_json_lines, from_csv, from_ris, from_bibtex, from_csl)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("identifier", AGREEING)
def test_every_face_tells_the_same_title_date_and_authors(face: Callable[[str], Face], identifier: str) -> None:
    entry = ARCHIVE.entries[identifier]
    title, date, authors = face(identifier)
    assert title == ARCHIVE.records[entry.id].article.title
    assert authors == list(ARCHIVE.records[entry.id].article.byline)
    assert date in {str(entry.date), entry.date.base, entry.date.first_day}


@pytest.mark.parametrize("identifier", AGREEING)
def test_the_citation_on_the_page_says_it_too(identifier: str) -> None:
    entry = ARCHIVE.entries[identifier]
    citation = gbt_2025(reference(ARCHIVE, entry))
    assert escape(citation) in pages()[f"{entry.path}index.html"]
    assert ARCHIVE.records[entry.id].article.title in citation
    assert entry.date.base in citation
    assert citation.startswith("，".join(ARCHIVE.records[entry.id].article.byline[:3]))


def test_the_same_archive_gives_the_same_bytes_whatever_the_order_of_its_sources() -> None:
    again = {file.path: file.data for file in machine_files(archive_of(NASTY, OTHER_PAPER, EXACT, VAGUE))}
    assert again == machine()


def test_every_file_has_an_address_of_its_own() -> None:
    paths = [file.path for file in render_site(ARCHIVE, theme())]
    assert len({path.casefold() for path in paths}) == len(paths)


def test_what_pages_link_to_is_there() -> None:
    html = pages()["data/index.html"]
    linked = {href.removeprefix("../") for href in re.findall(r'href="(\.\./[^"]+\.(?:xml|atom|json|gz|txt))"', html)}
    assert {"opensearch.xml", "feed.atom", "llms.txt", "data/articles-2025.jsonl.gz"} <= linked
    assert linked <= {*machine(), RECORD}


def test_xml_files_are_well_formed() -> None:
    documents = {path: xml(data) for path, data in machine().items() if path.endswith((".xml", ".atom"))}
    assert {"sitemap.xml", "opensearch.xml", "feed.atom", "topics/energy/feed.atom"} <= set(documents)
