"""What articles state in figures, noted down while their own pages are made: no table reads their texts again.

A note holds what the pages show, and the rows of the year's table as they stand there: that table, made anew with each
issue, is but its issues' rows one behind the other.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.model.job import Note
from jianbao.model.record import Figure
from jianbao.model.site import Archive, Entry, Issue
from jianbao.render.encoding import json_bytes
from jianbao.render.machine.spreadsheet import csv_rows

COLUMNS = ("date", "article", "counties", "topics", "subject", "value", "unit", "trend", "change", "printed")
"""Of the table of a year."""
_THEN = b"\0"
"""Between the two parts of a note: in the first, which is JSON, it cannot stand."""
_BEFORE, _BEHIND = 32, 20
"""Characters of the sentence around a number that a page shows."""
_PAUSES = frozenset("，、；：。")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as it is noted down."""

    subject: str
    printed: str
    value: float
    unit: str
    trend: str
    change: float | None
    before: str
    after: str
    """The sentence around it, cut to what a line has room for."""


def figures_note(archive: Archive, issue: Issue) -> Iterator[Note]:
    """What the articles of an issue state, by id, and its rows of the table; nothing where they state nothing."""
    noted = {}
    rows: list[tuple[object, ...]] = []
    for identifier in issue.entries:
        entry = archive.entries[identifier]
        if entry.card.figures:
            record = archive.records[identifier]
            noted[identifier] = [_noted(figure, record.article.blocks[figure.block].text) for figure in record.figures]
            about = _about(archive, entry)
            rows.extend((*about, *_cells(figure)) for figure in record.figures)
    if noted:
        yield Note(json_bytes(noted) + _THEN + csv_rows(rows))


def read_note(note: bytes) -> dict[str, list[Stated]]:
    """What is noted down for the pages, by the id of the article."""
    noted = note.partition(_THEN)[0]
    return {identifier: [Stated(*row) for row in rows] for identifier, rows in json.loads(noted or b"{}").items()}


def table_rows(note: bytes) -> bytes:
    """The rows of the table that are noted down."""
    return note.partition(_THEN)[2]


def _noted(figure: Figure, text: str) -> list[object]:
    before = text[figure.sentence_start : figure.start].lstrip()
    after = text[figure.end : figure.sentence_end].rstrip()
    return [
        figure.subject,
        figure.printed,
        figure.value,
        figure.unit,
        figure.trend,
        figure.change,
        before if len(before) <= _BEFORE else f"……{_from_clause(before[-_BEFORE:])}",
        after if len(after) <= _BEHIND else f"{after[:_BEHIND]}……",
    ]


def _from_clause(text: str) -> str:
    """The text from its first clause on that begins in the first half, where one does."""
    return next((text[place + 1 :] for place in range(len(text) // 2) if text[place] in _PAUSES), text)


def _about(archive: Archive, entry: Entry) -> tuple[str, ...]:
    """The cells that all figures of an article share."""
    return (
        str(entry.date),
        entry.id,
        "；".join(archive.gazetteer.by_code[code].short for code in entry.card.counties),
        "；".join(archive.topics.by_id[topic].name for topic in entry.card.topics),
    )


def _cells(figure: Figure) -> tuple[object, ...]:
    return (
        figure.subject,
        _number(figure.value),
        figure.unit,
        figure.trend,
        "" if figure.change is None else _number(figure.change),
        figure.printed,
    )


def _number(value: float) -> float:
    """A number as a spreadsheet reads it, which is no text and so no formula."""
    return int(value) if value.is_integer() else round(value, 4)
