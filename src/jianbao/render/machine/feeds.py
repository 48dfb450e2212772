"""Feeds of the newest articles: Atom 1.0 (RFC 4287) and JSON Feed 1.1, for the whole site, each topic and each county.

All times come from the content: the first day that an article's date can mean, at midnight in China; a date that is not
exact is said in words at the head of the text. `updated` of a feed is that of its newest article, so the same content
gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from markupsafe import escape

from jianbao.model.digest import Block, Role
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.job import Job, Outcomes
from jianbao.model.site import Archive, Entry
from jianbao.model.theme import OutputFile
from jianbao.render.encoding import add, json_bytes, one_line, printable, xml_bytes
from jianbao.render.identifiers import absolute, entry_urn, feed_urn
from jianbao.render.reference import Reference, reference
from jianbao.text.dates import spoken_zh
from jianbao.text.fingerprint import fingerprint

FEED_LENGTH = 30
"""Articles in the feed of the site: those of an issue or two."""
FOLDER_LENGTH = 20
"""Articles in the feed of a topic or a county: two weeks of the largest topics. All of them make up 4 MB."""
ATOM_NAME = "feed.atom"
JSON_NAME = "feed.json"

_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_MIDNIGHT = "T00:00:00+08:00"
_NEVER = f"1970-01-01{_MIDNIGHT}"
"""`updated` of a feed without articles, which Atom demands all the same."""

# The headline is the entry's title; a jump (下转第三版) leads nowhere outside the paper.
_LEFT_OUT = frozenset({Role.TITLE, Role.JUMP})
_HEADINGS = frozenset({Role.CROSSHEAD})


@dataclass(frozen=True, slots=True)
class Feed:
    """What one folder of the site offers to news readers."""

    folder: str
    """`""` for the whole site, `topics/energy/`: the page that it follows, and where its two files stand."""
    title: str
    entries: tuple[str, ...]
    """Ids of the articles that it shows, newest first."""
    before: tuple[str, ...] = ()
    """Folders where it stood before. Its files stay there, too: no host of plain files can send a program on."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as both formats of a feed tell it."""

    entry: Entry
    cited: Reference
    html: str
    """The full text."""


def feeds(archive: Archive) -> Iterator[Feed]:
    """The feeds of the site, its topics and its counties, empty ones too: a reader may wait for the first article."""
    title = one_line(archive.config.title)
    before: dict[str, list[str]] = {}
    for gone in archive.gone:
        before.setdefault(gone.moved or "", []).append(gone.path)
    yield Feed("", title, archive.newest[:FEED_LENGTH])
    for topic in archive.topic_groups:
        name = f"{topic.topic.name} · {title}"
        yield Feed(topic.path, name, topic.entries[:FOLDER_LENGTH], tuple(before.get(topic.path, ())))
    for county in archive.county_groups:
        name = f"{county.county.name} · {title}"
        yield Feed(county.path, name, county.entries[:FOLDER_LENGTH], tuple(before.get(county.path, ())))


def feed_jobs(archive: Archive, setting: str) -> Iterator[Job]:
    """One job a feed; `setting` is the fingerprint of the code, the configuration and the vocabulary."""
    for feed in feeds(archive):
        shown = [archive.entries[identifier] for identifier in feed.entries]
        articles = [f"{entry.id} {entry.stamp} {entry.newspaper} {entry.number} {entry.date}" for entry in shown]
        places = fingerprint(feed.folder, feed.title, feed.before)
        facts = {"setting": setting, "feed": places, "articles": fingerprint(articles)}
        yield Job(f"feeds of /{feed.folder}", facts, partial(_files, archive, feed, shown))


def _files(archive: Archive, feed: Feed, shown: Sequence[Entry], _: Outcomes) -> Iterator[OutputFile]:
    items = [_item(archive, entry) for entry in shown]
    for name, data in ((ATOM_NAME, atom(archive, feed, items)), (JSON_NAME, json_feed(archive, feed, items))):
        for folder in (feed.folder, *feed.before):
            yield OutputFile(folder + name, data)


def _item(archive: Archive, entry: Entry) -> Item:
    cited = reference(archive, entry)
    return Item(entry, cited, text_html(cited, archive.records[entry.id].article.blocks))


def atom(archive: Archive, feed: Feed, items: Sequence[Item]) -> bytes:
    """The feed as an Atom document of the items given."""
    config = archive.config
    page, own = absolute(config.base_url, feed.folder), absolute(config.base_url, feed.folder + ATOM_NAME)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-Hans"})
    add(root, "id", feed_urn(archive, feed.folder))
    add(root, "title", feed.title)
    if config.description:
        add(root, "subtitle", one_line(config.description))
    add(root, "updated", max((moment(item.entry.date) for item in items), default=_NEVER))
    add(root, "link", rel="self", type="application/atom+xml", href=own)
    add(root, "link", rel="alternate", type="text/html", href=page)
    add(add(root, "author"), "name", one_line(config.title))
    if config.license:
        add(root, "rights", one_line(config.license))
    for item in items:
        _atom_entry(root, archive, item)
    return xml_bytes(root)


def json_feed(archive: Archive, feed: Feed, items: Sequence[Item]) -> bytes:
    """The feed as a JSON Feed of the items given."""
    config = archive.config
    document: dict[str, object] = {
        "version": _JSON_FEED,
        "title": feed.title,
        "home_page_url": absolute(config.base_url, feed.folder),
        "feed_url": absolute(config.base_url, feed.folder + JSON_NAME),
        **({"description": one_line(config.description)} if config.description else {}),
        "language": "zh-Hans",
        "authors": [{"name": one_line(config.newspaper)}],
        "items": [_json_item(archive, item) for item in items],
    }
    return json_bytes(document)


def moment(date: EdtfDate) -> str:
    """RFC 3339: midnight in China (UTC+8, no summer time since 1991) of the first day that the date can mean."""
    return date.first_day + _MIDNIGHT


def text_html(cited: Reference, blocks: Sequence[Block]) -> str:
    """The full text as HTML without script or link, the date in words first where it is not an exact day."""
    exact = cited.date.day and cited.date.qualifier is Qualifier.CERTAIN
    pieces = [] if exact else [f"<p><em>日期：{escape(spoken_zh(cited.date))}</em></p>"]
    for block in blocks:
        if block.role not in _LEFT_OUT:
            tag = "h2" if block.role in _HEADINGS else "p"
            pieces.append(f"<{tag}>{escape(printable(block.text))}</{tag}>")
    return "".join(pieces)


def _atom_entry(root: ET.Element, archive: Archive, item: Item) -> None:
    entry, cited = item.entry, item.cited
    base_url = archive.config.base_url
    element = add(root, "entry")
    add(element, "id", entry_urn(archive, entry))
    add(element, "title", cited.title)
    add(element, "updated", moment(entry.date))
    add(element, "published", moment(entry.date))
    add(element, "link", rel="alternate", type="text/html", href=absolute(base_url, entry.path))
    for author in cited.authors:
        add(add(element, "author"), "name", author)
    for topic in cited.topics:
        add(element, "category", term=topic.id, label=topic.name, scheme=absolute(base_url, "topics/"))
    for county in cited.counties:
        add(element, "category", term=county.code, label=county.name, scheme=absolute(base_url, "counties/"))
    if cited.abstract:
        add(element, "summary", cited.abstract)
    add(element, "content", item.html, type="html")


def _json_item(archive: Archive, item: Item) -> dict[str, object]:
    entry, cited = item.entry, item.cited
    return {
        "id": entry_urn(archive, entry),
        "url": absolute(archive.config.base_url, entry.path),
        "title": cited.title,
        "content_html": item.html,
        **({"summary": cited.abstract} if cited.abstract else {}),
        "date_published": moment(entry.date),
        **({"authors": [{"name": author} for author in cited.authors]} if cited.authors else {}),
        "language": cited.language,
        "tags": list(cited.subjects),
    }
