"""Reading rows and columns: what the index keeps of the articles themselves."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, repeat
from typing import Any

from jianbao.index.search.format import COLUMNS, PEOPLE, ROWS_PER_FILE, rows_name
from jianbao.index.search.match import Read
from jianbao.index.search.table import row_numbers

_GB18030 = b"\n"


@dataclass(frozen=True, slots=True)
class Traits:
    """What an article is filtered, counted and ranked by."""

    day: str
    """ISO date."""
    date: str
    topics: tuple[str, ...]
    counties: tuple[str, ...]
    newspaper: str
    kind: str
    people: tuple[str, ...]
    length_class: int


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown of an article."""

    id: str
    path: str
    title: str
    traits: Traits


def read_row(read: Read, segment: str, article: int) -> Row:
    """Read one row."""
    number, place = divmod(article, ROWS_PER_FILE)
    data = gzip.decompress(read(f"{segment}/{rows_name(number)}"))
    text = data.decode("gb18030" if data.startswith(_GB18030) else "utf-8")
    name, path, title, day, first, topics, counties, newspaper, kind, people, length = json.loads(text)[place]
    traits = Traits(first or day, day, tuple(topics), tuple(counties), newspaper, kind, tuple(people), length)
    return Row(name, path or f"articles/{name}/", title, traits)


def read_traits(read: Read, segment: str) -> list[Traits]:
    """Read the traits of all articles of a segment."""
    columns = json.loads(gzip.decompress(read(f"{segment}/{COLUMNS}")))
    columns |= json.loads(gzip.decompress(read(f"{segment}/{PEOPLE}")))
    topics, counties, people = (_sets(columns, name) for name in ("topics", "counties", "people"))
    newspaper, kind, length = (_values(columns, name) for name in ("newspaper", "kind", "length"))
    every = zip(_dates(columns), topics, counties, newspaper, kind, people, length, strict=True)
    return [Traits(*dates, *others) for dates, *others in every]


def _values(columns: Mapping[str, Any], name: str) -> list[Any]:
    return [columns[name][number] for number in row_numbers(columns[f"{name}_of"])]


def _sets(columns: Mapping[str, Any], name: str) -> list[tuple[str, ...]]:
    sets = [tuple(columns[name][number] for number in row_numbers(row)) for row in columns[f"{name}_sets"].split(" ")]
    return [sets[number] for number in row_numbers(columns[f"{name}_of"])]


def _dates(columns: Mapping[str, Any]) -> list[tuple[str, str]]:
    """First day and date by article."""
    day = date.fromisoformat(columns["first"])
    runs = []
    for run, (gap, count) in enumerate(zip(row_numbers(columns["gaps"]), row_numbers(columns["counts"]), strict=True)):
        day -= timedelta(gap)
        runs.append(repeat((day.isoformat(), columns["dates"].get(str(run), day.isoformat())), count))
    return list(chain.from_iterable(runs))
