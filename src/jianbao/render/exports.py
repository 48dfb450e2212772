"""The archive as data: all articles in full as JSON Lines, a table as CSV, the vocabularies, a manifest of checksums.

One line an article, oldest issue first, so that a new issue adds lines at the end.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from jianbao.model.digest import Block
from jianbao.model.site import Archive, Entry
from jianbao.model.theme import OutputFile
from jianbao.render.encoding import json_bytes, one_line, printable
from jianbao.render.identifiers import published
from jianbao.render.reference import reference

ARTICLES_JSONL = "data/articles.jsonl"
ARTICLES_CSV = "data/articles.csv"
TOPICS = "data/topics.json"
PLACES = "data/places.json"
MANIFEST = "data/archive.json"

DESCRIPTIONS: Mapping[str, str] = {
    ARTICLES_JSONL: "全部稿件：字段、分段原文、原始文件行号，每行一篇（JSON Lines）",
    ARTICLES_CSV: "全部稿件的目录表，不含正文（CSV，UTF-8，带字节顺序标记，可直接用电子表格打开）",
    TOPICS: "主题表，附 IPTC Media Topics 代码和篇数",
    PLACES: "地方表，附 GB/T 2260 代码、别名、曾用名和篇数",
    MANIFEST: "清单：数量、文件大小和 SHA-256 校验值",
}

_MEDIA_TYPES = {
    ".jsonl": "application/x-ndjson",
    ".csv": "text/csv",
    ".json": "application/json",
}
_MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"
# What spreadsheets take for a formula, full-width forms included: Excel reads those as their ASCII twins.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_PRECISION = 4
"""Decimals of a probability: more would say nothing, and the last bits may differ between processors."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A download."""

    path: str
    media_type: str
    bytes: int
    sha256: str
    records: int
    description: str


@dataclass(frozen=True, slots=True)
class Exports:
    """All downloads, and what is said of them."""

    files: tuple[OutputFile, ...]
    listing: tuple[DataFile, ...]
    """In the order of `files`; the manifest, which cannot hold its own checksum, is the last of both."""


def exports(archive: Archive) -> Exports:
    """Make all downloads."""
    contents = {
        ARTICLES_JSONL: (b"".join(json_bytes(article_data(archive, entry)) for entry in _in_order(archive)), None),
        ARTICLES_CSV: (articles_csv(archive), None),
        TOPICS: (json_bytes(topics_data(archive)), len(archive.topics.all)),
        PLACES: (json_bytes(places_data(archive)), len(archive.gazetteer.counties)),
    }
    listing = [
        _data_file(path, data, len(archive.newest) if records is None else records)
        for path, (data, records) in contents.items()
    ]
    manifest = json_bytes(manifest_data(archive, listing))
    return Exports(
        files=(*(OutputFile(path, data) for path, (data, _) in contents.items()), OutputFile(MANIFEST, manifest)),
        listing=(*listing, _data_file(MANIFEST, manifest, 1)),
    )


def article_data(archive: Archive, entry: Entry) -> dict[str, object]:
    """All fields and blocks of an article, texts verbatim: what `jianbao parse` prints, at its place in the archive."""
    article = entry.record.article
    return {
        "id": entry.id,
        "path": entry.path,
        "url": published(archive.config.base_url, entry.path),
        "newspaper": entry.newspaper,
        "date": str(entry.date),
        "number": entry.number,
        "page": entry.page,
        "section": entry.section,
        "kind": article.kind.value,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "column": article.column,
        "byline": list(article.byline),
        "source": article.source,
        "dateline": article.dateline,
        "continued_from": article.continued_from,
        "continued_on": article.continued_on,
        "confidence": round(article.confidence, _PRECISION),
        "topics": [match.topic for match in entry.record.topics],
        "counties": list(entry.record.counties),
        "keywords": list(entry.record.keywords),
        "file": entry.file,
        "sha256": entry.sha256,
        "blocks": [_block_data(block) for block in article.blocks],
    }


def articles_csv(archive: Archive) -> bytes:
    """The table of all articles (RFC 4180), with names where the JSON has codes.

    It begins with a byte-order mark: without one, Excel reads UTF-8 as GBK on a Chinese system. The text is not
    repeated. A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises.
    """
    table = io.StringIO()
    rows = [_row(archive, entry) for entry in _in_order(archive)]
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(row[column]) for column in _COLUMNS] for row in rows)
    return b"\xef\xbb\xbf" + table.getvalue().encode()


def topics_data(archive: Archive) -> list[dict[str, object]]:
    """The tree of topics in its order, with the number of articles of each."""
    return [
        {
            "id": group.topic.id,
            "name": group.topic.name,
            "name_en": group.topic.name_en,
            "parent": group.topic.parent,
            "medtop": group.topic.medtop,
            "medtop_uri": medtop_uri(group.topic.medtop),
            "path": group.path,
            "articles": len(group.entries),
        }
        for group in archive.topic_groups
    ]


def places_data(archive: Archive) -> list[dict[str, object]]:
    """The counties in the order of their codes, with the number of articles of each."""
    return [
        {
            "code": group.county.code,
            "name": group.county.name,
            "short": group.county.short,
            "aliases": list(group.county.aliases),
            "former": list(group.county.former),
            "path": group.path,
            "articles": len(group.entries),
        }
        for group in archive.county_groups
    ]


def manifest_data(archive: Archive, listing: list[DataFile]) -> dict[str, object]:
    """What the archive holds, and the checksums of its data files."""
    config = archive.config
    issues = archive.issues
    return {
        "title": config.title,
        "newspaper": config.newspaper,
        "description": config.description,
        "url": published(config.base_url, ""),
        "repository": config.repository,
        "license": config.license,
        "first_date": str(issues[-1].date) if issues else None,
        "last_date": str(issues[0].date) if issues else None,
        "counts": {
            "issues": len(issues),
            "articles": len(archive.newest),
            "topics": sum(bool(group.entries) for group in archive.topic_groups),
            "counties": sum(bool(group.entries) for group in archive.county_groups),
            "people": len(archive.people),
            "unsorted": len(archive.unsorted),
        },
        "files": [asdict(file) for file in listing],
    }


def medtop_uri(medtop: str) -> str:
    """`medtop:20000344` → the address that IPTC gave the concept."""
    return _MEDTOP + medtop.removeprefix("medtop:")


_COLUMNS = ("id", "date", "newspaper", "page", "section", "kind", "title", "title_inferred", "kicker", "subtitle",
            "column", "authors", "source", "topics", "counties", "keywords", "characters", "url", "file",
            "lines")  # fmt: skip


def _row(archive: Archive, entry: Entry) -> dict[str, object]:
    article, cited = entry.record.article, reference(archive, entry)
    return {
        "id": entry.id,
        "date": str(entry.date),
        "newspaper": cited.newspaper,
        "page": entry.page,
        "section": cited.section,
        "kind": article.kind.value,
        "title": cited.title,
        "title_inferred": int(article.title_inferred),
        "kicker": cited.kicker,
        "subtitle": cited.subtitle,
        "column": one_line(article.column or ""),
        "authors": "；".join(cited.authors),
        "source": cited.source,
        "topics": "；".join(topic.name for topic in cited.topics),
        "counties": "；".join(county.name for county in cited.counties),
        "keywords": "；".join(cited.keywords),
        "characters": sum(len(block.text) for block in article.blocks),
        "url": cited.url or entry.path,
        "file": entry.file,
        "lines": "-".join(map(str, article.lines)),
    }


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _block_data(block: Block) -> dict[str, object]:
    return {
        "role": block.role.value,
        "text": block.text,
        "lines": list(block.lines),
        "confidence": round(block.confidence, _PRECISION),
    }


def _in_order(archive: Archive) -> Iterator[Entry]:
    """Oldest issue first, in the order of print."""
    for issue in reversed(archive.issues):
        for identifier in issue.entries:
            yield archive.entries[identifier]


def _data_file(path: str, data: bytes, records: int) -> DataFile:
    media_type = _MEDIA_TYPES[path[path.rindex(".") :]]
    return DataFile(path, media_type, len(data), hashlib.sha256(data).hexdigest(), records, DESCRIPTIONS[path])
