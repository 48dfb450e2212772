"""Reads what the site says the way strangers do: XML, HTML and JSON-LD by strict parsers, values as plain lists."""

import json
from xml.etree import ElementTree as ET

import html5lib
from lxml import etree

from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.site import render_site
from tests.unit.render.sample import theme

NAMESPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "o": "http://a9.com/-/spec/opensearch/1.1/",
}


def machine_files(archive: Archive) -> list[OutputFile]:
    """All files of the site that are neither pages nor what pages are made of."""
    files = render_site(archive, theme())
    return [file for file in files if not file.path.startswith(("assets/", ".")) and not file.path.endswith(".html")]


def xml(data: bytes) -> ET.Element:
    etree.fromstring(data)  # libxml2 reports what expat lets pass.
    return ET.fromstring(data)  # noqa: S314 - written by the code under test


def texts(root: ET.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path, NAMESPACES)]


def text(root: ET.Element, path: str) -> str:
    (only,) = texts(root, path)
    return only


def attributes(root: ET.Element, path: str, name: str) -> list[str]:
    return [element.attrib[name] for element in root.iterfind(path, NAMESPACES)]


def html(page: str) -> ET.Element:
    tree: ET.Element = html5lib.parse(page, namespaceHTMLElements=False)
    return tree


def metas(page: str, attribute: str) -> list[tuple[str, str]]:
    """Key and content of every `<meta>` of a page's head that has the attribute."""
    found = html(page).iterfind("head/meta")
    return [(meta.attrib[attribute], meta.attrib["content"]) for meta in found if attribute in meta.attrib]


def json_ld(page: str) -> dict[str, dict[str, object]]:
    """The JSON-LD nodes of a page by their type."""
    scripts = html(page).iterfind("head/script[@type='application/ld+json']")
    documents = [json.loads(script.text or "") for script in scripts]
    assert all(document["@context"] == "https://schema.org" for document in documents)
    return {node["@type"]: node for document in documents for node in document.get("@graph", [document])}
