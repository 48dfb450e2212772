"""The archive as one SQLite file, which any language and Datasette open: a table of each kind of thing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from jianbao.model.site import Archive, Entry
from jianbao.render.identifiers import published

NAME = "archive.sqlite"

_SCHEMA = """
CREATE TABLE topics (id TEXT PRIMARY KEY, name TEXT, name_en TEXT, parent TEXT REFERENCES topics, medtop TEXT);
CREATE TABLE counties (code TEXT PRIMARY KEY, name TEXT, short TEXT);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, date TEXT, newspaper TEXT, number TEXT, page INTEGER, section TEXT, kind TEXT, title TEXT,
  title_inferred INTEGER, kicker TEXT, subtitle TEXT, "column" TEXT, source TEXT, dateline TEXT, keywords TEXT,
  text TEXT, confidence REAL, file TEXT, sha256 TEXT, first_line INTEGER, last_line INTEGER, url TEXT);
CREATE TABLE blocks (
  article TEXT REFERENCES articles, position INTEGER, role TEXT, text TEXT, first_line INTEGER, last_line INTEGER,
  confidence REAL, PRIMARY KEY (article, position));
CREATE TABLE authors (article TEXT REFERENCES articles, position INTEGER, name TEXT, PRIMARY KEY (article, position));
CREATE TABLE article_topics (article TEXT REFERENCES articles, topic TEXT REFERENCES topics, score REAL);
CREATE TABLE article_counties (article TEXT REFERENCES articles, county TEXT REFERENCES counties, main INTEGER);
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX articles_by_topic ON article_topics (topic);
CREATE INDEX articles_by_county ON article_counties (county);
CREATE INDEX articles_by_author ON authors (name);
"""
_PRECISION = 4
"""Decimals of a probability, as in the other downloads."""

Row = tuple[str, tuple[object, ...]]
"""A table and what stands in a row of it."""


def write_database(path: Path, archive: Archive) -> None:
    """Write the file anew; `path` must not be there."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_SCHEMA)
        for table, values in _rows(archive):
            marks = ", ".join("?" * len(values))
            database.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our own names


def _rows(archive: Archive) -> Iterator[Row]:
    for topic in archive.topics.all:
        yield "topics", (topic.id, topic.name, topic.name_en, topic.parent, topic.medtop)
    for county in archive.gazetteer.counties:
        yield "counties", (county.code, county.name, county.short)
    for issue in reversed(archive.issues):
        for identifier in issue.entries:
            yield from _article(archive, archive.entries[identifier])


def _article(archive: Archive, entry: Entry) -> Iterator[Row]:
    record = archive.records[entry.id]
    article = record.article
    text = "\n".join(block.text for block in article.blocks)
    yield "articles", (
        entry.id, str(entry.date), entry.newspaper, entry.number, entry.page, entry.section, article.kind.value,
        article.title, article.title_inferred, article.kicker, article.subtitle, article.column, article.source,
        article.dateline, "；".join(record.keywords), text, round(article.confidence, _PRECISION), entry.file,
        entry.sha256, *article.lines, published(archive.config.base_url, entry.path),
    )  # fmt: skip
    for place, block in enumerate(article.blocks):
        lines = block.lines[0], block.lines[-1]
        yield "blocks", (entry.id, place, block.role.value, block.text, *lines, round(block.confidence, _PRECISION))
    for place, name in enumerate(article.byline):
        yield "authors", (entry.id, place, name)
    for match in record.topics:
        yield "article_topics", (entry.id, match.topic, round(match.score, _PRECISION))
    for code in record.counties:
        yield "article_counties", (entry.id, code, code in record.primary_counties)
