"""The archive as data: articles in full as JSON Lines, a table as CSV, the vocabularies, a manifest of checksums.

One line an article, oldest issue first, and one file a year, so that a new issue changes the files of its year only. In
the site these are compressed, month by month: what a new issue costs does not grow with the year.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from jianbao.model.digest import Block
from jianbao.model.site import Archive, Entry
from jianbao.model.theme import Kept, OutputFile
from jianbao.render.encoding import json_bytes, one_line
from jianbao.render.identifiers import published
from jianbao.render.machine.gzipped import deflated, gzip_of
from jianbao.render.machine.spreadsheet import csv_bytes, csv_rows

TOPICS = "data/topics.json"
PLACES = "data/places.json"
MANIFEST = "data/archive.json"

_JSONL = "全部稿件：字段、分段原文、原始文件行号，每行一篇（JSON Lines，gzip 压缩）"
_CSV = "全部稿件的目录表，不含正文（CSV，UTF-8，带字节顺序标记，gzip 压缩，解压后可用电子表格打开）"
_DESCRIPTIONS: Mapping[str, str] = {
    TOPICS: "主题表，附 IPTC Media Topics 代码和篇数",
    PLACES: "地方表，附 GB/T 2260 代码、别名、曾用名和篇数",
    MANIFEST: "清单：数量、文件大小和 SHA-256 校验值",
    "data/datapackage.json": "数据包描述：各文件的内容与目录表各列的类型（Frictionless Data Package）",
}

_MEDIA_TYPES = {
    ".gz": "application/gzip",
    ".json": "application/json",
}
_MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/"
_LENGTH = 8
"""Bytes of a length."""
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


def jsonl_path(year: int) -> str:
    """Of the articles of a year in full."""
    return f"data/articles-{year:04}.jsonl.gz"


def csv_path(year: int) -> str:
    """Of the table of the articles of a year."""
    return f"data/articles-{year:04}.csv.gz"


def year_files(archive: Archive, year: int, entries: Sequence[Entry]) -> Iterator[OutputFile]:
    """The articles of a year, in full and as a table, in the order given; not compressed."""
    lines, rows = _told(archive, entries)
    yield OutputFile(jsonl_path(year).removesuffix(".gz"), lines)
    yield OutputFile(csv_path(year).removesuffix(".gz"), csv_bytes(COLUMNS, []) + rows)


def year_part(archive: Archive, entries: Sequence[Entry]) -> bytes:
    """Some articles of a year for `packed_year`."""
    lines, rows = map(deflated, _told(archive, entries))
    return len(lines).to_bytes(_LENGTH) + lines + rows


def packed_year(year: int, parts: Iterable[bytes]) -> Iterator[OutputFile]:
    """The articles of a year, in full and as a table, compressed."""
    lines, rows = [], [deflated(csv_bytes(COLUMNS, []))]
    for part in parts:
        end = _LENGTH + int.from_bytes(part[:_LENGTH])
        lines.append(part[_LENGTH:end])
        rows.append(part[end:])
    yield OutputFile(jsonl_path(year), gzip_of(lines))
    yield OutputFile(csv_path(year), gzip_of(rows))


def _told(archive: Archive, entries: Iterable[Entry]) -> tuple[bytes, bytes]:
    """Lines of JSON, and those of the table."""
    lines, rows = [], []
    for entry in entries:
        lines.append(json_bytes(article_data(archive, entry)))
        row = _row(archive, entry)
        rows.append([row[column] for column in COLUMNS])
    return b"".join(lines), csv_rows(rows)


def vocabulary_files(archive: Archive) -> Iterator[OutputFile]:
    """The topics and the places."""
    yield OutputFile(TOPICS, json_bytes(topics_data(archive)))
    yield OutputFile(PLACES, json_bytes(places_data(archive)))


def described(path: str) -> str:
    """What a file of `data/` holds, in words."""
    name = path.removeprefix("data/articles-")
    if name == path:
        return _DESCRIPTIONS[path]
    year, _, ending = name.partition(".")
    return f"{int(year)}年{_JSONL if ending == 'jsonl.gz' else _CSV}"


def data_file(path: str, kept: Kept, records: int) -> DataFile:
    """What is said of a download."""
    media_type = _MEDIA_TYPES[path[path.rindex(".") :]]
    return DataFile(path, media_type, kept.size, kept.digest.hex(), records, described(path))


def article_data(archive: Archive, entry: Entry) -> dict[str, object]:
    """All fields and blocks of an article, texts verbatim: what `jianbao parse` prints, at its place in the archive."""
    record = archive.records[entry.id]
    article = record.article
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
        "story": list(entry.story),
        "confidence": round(article.confidence, _PRECISION),
        "topics": [match.topic for match in record.topics],
        "counties": list(record.counties),
        "keywords": list(record.keywords),
        "file": entry.file,
        "sha256": entry.sha256,
        "blocks": [_block_data(block) for block in article.blocks],
    }


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


def manifest_data(archive: Archive, listing: Sequence[DataFile]) -> dict[str, object]:
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


COLUMNS = ("id", "date", "newspaper", "page", "section", "kind", "title", "title_inferred", "kicker", "subtitle",
           "column", "authors", "source", "topics", "counties", "keywords", "characters", "url", "file",
           "lines")  # fmt: skip
"""Of the table of articles."""


def _row(archive: Archive, entry: Entry) -> dict[str, object]:
    """A row of the table (RFC 4180), with names where the JSON has codes; the text is not repeated."""
    record = archive.records[entry.id]
    article, topics, counties = record.article, archive.topics.by_id, archive.gazetteer.by_code
    return {
        "id": entry.id,
        "date": str(entry.date),
        "newspaper": entry.newspaper,
        "page": entry.page,
        "section": entry.section,
        "kind": article.kind.value,
        "title": article.title,
        "title_inferred": int(article.title_inferred),
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "column": article.column,
        "authors": "；".join(filter(None, map(one_line, article.byline))),
        "source": article.source,
        "topics": "；".join(topics[match.topic].name for match in record.topics if match.topic in topics),
        "counties": "；".join(counties[code].name for code in record.counties if code in counties),
        "keywords": "；".join(record.keywords),
        "characters": sum(len(block.text) for block in article.blocks),
        "url": published(archive.config.base_url, entry.path) or entry.path,
        "file": entry.file,
        "lines": "-".join(map(str, article.lines)),
    }


def _block_data(block: Block) -> dict[str, object]:
    return {
        "role": block.role.value,
        "text": block.text,
        "lines": list(block.lines),
        "confidence": round(block.confidence, _PRECISION),
    }
