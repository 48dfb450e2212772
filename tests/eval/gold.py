"""Labels made by reading, and the texts of the corpus that they belong to. See labels/README.md."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("labels")
EXCERPT = 380
"""Characters of an article that were read for its persons: whole paragraphs, one at least."""
_SENTENCE_PARTS = ("tune", "test")
"""The invented sentences take turns."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What may be found in a text."""

    forms: tuple[str, ...]
    """Any of which is right."""
    optional: bool = False
    """Neither missed when it is not found nor wrong when it is."""


def rows(name: str, part: str) -> list[list[str]]:
    """The rows of a file of labels, without the column that tells the part."""
    lines = (LABELS / name).read_text("utf-8").splitlines()
    return [[key, *rest] for key, of, *rest in (line.split("\t") for line in lines) if of == part]


def sentences(part: str) -> list[tuple[str, set[str]]]:
    """The invented sentences and the short names of their counties; none for a part that is of the corpus only."""
    if part not in _SENTENCE_PARTS:
        return []
    lines = [line for line in (LABELS / "places.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
    pairs = [line.partition(" →") for line in lines]
    return [(text, set(names.split())) for text, _, names in pairs[_SENTENCE_PARTS.index(part) :: 2]]


def expected(field: str) -> Iterator[Expected]:
    """`a;?b/c` as what may be found."""
    for item in filter(None, field.split(";")):
        yield Expected(tuple(item.lstrip("?").split("/")), item.startswith("?"))


@cache
def articles(place: Path) -> dict[str, dict[str, Any]]:
    """The articles of the corpus by date, page and number."""
    with lzma.open(place / "data" / "newspaper-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {f"{row['date']}-{row['page']}-{row['no']}": row for row in map(json.loads, lines)}


def excerpt(row: dict[str, Any]) -> list[str]:
    """The paragraphs that were read for the persons."""
    taken: list[str] = []
    for paragraph in row["body"]:
        if taken and sum(map(len, taken)) + len(paragraph) > EXCERPT:
            break
        taken.append(paragraph)
    return taken
