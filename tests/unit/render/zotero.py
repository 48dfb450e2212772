"""What Zotero makes of a page: the rules of its translators Embedded Metadata and RDF as far as an article needs them.

The first of several sources wins, in the order in which those translators ask for them.
"""

import re
from dataclasses import dataclass

from tests.unit.render.reading import html

PREFIXES = {
    "dc": "dc", "dcterms": "dcterms", "prism": "prism", "bib": "bib", "bibo": "bibo", "z": "z", "og": "og",
    "article": "article", "eprints": "eprints",
}  # fmt: skip
TITLES = ("dc.title", "dcterms.title", "eprints.title", "og.title")
PUBLICATIONS = ("prism.publicationName", "eprints.publication", "dc.source", "dcterms.source", "og.site_name")
DATES = ("eprints.date", "prism.publicationDate", "og.published_time", "dc.date.issued", "dcterms.issued", "dc.date")
PAGES = ("bib.pages", "eprints.pagerange", "bibo.pages", "prism.startingPage")
DECISIVE_TYPES = ("z.itemType", "z.type", "eprints.type")
OG_TYPES = {"website": "webpage", "book": "book"}
CITATION_GUESSES = {"citation_journal_title": "journalArticle", "citation_title": "journalArticle"}


@dataclass(frozen=True, slots=True)
class Item:
    item_type: str
    title: str | None
    authors: tuple[str, ...]
    publication: str | None
    date: str | None
    page: str | None
    url: str | None
    language: str | None
    section: str | None
    abstract: str | None


def read(page: str) -> Item:
    statements: dict[str, str] = {}
    highwire: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for meta in html(page).iterfind("head/meta"):
        value = meta.get("content", "")
        for tag in (meta.get("name") or meta.get("property") or "").split():
            names.setdefault(tag, value)
            prefix, _, prop = re.sub(r"[.:_]", "\0", tag, count=1).partition("\0")
            if prefix.lower() in PREFIXES:
                statements.setdefault(f"{prefix.lower()}.{prop[:1].lower()}{prop[1:]}", value)
            elif tag.startswith("citation_"):
                highwire.setdefault(tag, []).append(value)
    return Item(
        item_type=item_type(statements, highwire),
        title=single(highwire, "citation_title") or first(statements, TITLES),
        authors=tuple(name for text in highwire.get("citation_author", ()) for name in re.split(r"\s*;\s*", text)),
        publication=single(highwire, "citation_journal_title") or first(statements, PUBLICATIONS),
        date=single(highwire, "citation_date") or first(statements, DATES),
        page=single(highwire, "citation_firstpage") or first(statements, PAGES),
        url=single(highwire, "citation_public_url") or statements.get("og.url") or canonical(page),
        language=single(highwire, "citation_language") or html(page).get("lang"),
        section=statements.get("article.section"),
        abstract=single(highwire, "citation_abstract") or statements.get("og.description") or names.get("description"),
    )


def canonical(page: str) -> str | None:
    """Where the page stands: what a browser's address bar says, and the page itself."""
    link = html(page).find("head/link[@rel='canonical']")
    return None if link is None else link.get("href")


def item_type(statements: dict[str, str], highwire: dict[str, list[str]]) -> str:
    decisive = first(statements, DECISIVE_TYPES) or OG_TYPES.get(statements.get("og.type", ""))
    guesses = (guess for name, guess in CITATION_GUESSES.items() if name in highwire)
    return decisive or statements.get("dc.type") or next(guesses, "webpage")


def first(statements: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((statements[key] for key in keys if key in statements), None)


def single(highwire: dict[str, list[str]], name: str) -> str | None:
    """Zotero joins what a page says twice, so that a field said twice is no longer what it was."""
    return ", ".join(highwire[name]) if name in highwire else None
