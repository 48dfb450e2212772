"""Pages with known answers, drawn from a corpus that lies outside of the repository.

The corpus is a folder with `make_digests.py` (articles → digests with gold), `score_parse.py` (their scores) and
`data/newspaper-dev.jsonl.xz` (the articles). It is looked for in `JIANBAO_EVAL`, else in `../shared/eval` beside the
repository. Its texts belong to their publishers: nothing of them is kept here.
"""

import importlib.util
import json
import lzma
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

from jianbao.parse.training.corpus import held_dates

REPOSITORY = Path(__file__).parents[2]


Compose = Callable[[list[dict[str, Any]], str, str], tuple[str, dict[str, Any]]]
"""Articles, a seed and the name of the paper → a digest and its gold."""


@dataclass(frozen=True, slots=True)
class Page:
    """A digest and what it should be read as."""

    name: str
    text: str
    gold: dict[str, Any]
    """See `compose` of make_digests.py."""


def folder() -> Path | None:
    """Where the corpus lies; None when it is not there."""
    named = os.environ.get("JIANBAO_EVAL")
    place = Path(named) if named else REPOSITORY.parent / "shared" / "eval"
    return place if (place / "make_digests.py").is_file() else None


def tool(place: Path, name: str) -> ModuleType:
    """A script of the corpus as a module."""
    spec = importlib.util.spec_from_file_location(name, place / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(place / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def draw(place: Path, seed: str, count: int, compose: Compose | None = None) -> list[Page]:
    """`count` pages of at least two articles, of dates that were never learned from, in order of date and page.

    All layouts follow from the seed.
    """
    make = tool(place, "make_digests")
    with lzma.open(place / "data" / "newspaper-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    held = held_dates(row["date"] for row in rows)
    rows = [row for row in rows if row["date"] in held and row["title"] and any(make.bare(p) for p in row["body"])]
    pages = [list(page) for _, page in groupby(rows, key=lambda row: (row["date"], row["page"]))]
    pages = [page for page in pages if len(page) > 1]
    random.Random(seed).shuffle(pages)
    drawn = []
    for page in sorted(pages[:count], key=lambda page: (page[0]["date"], page[0]["page"])):
        text, gold = (compose or make.compose)(page, seed, "遵义日报")
        drawn.append(Page(f"{page[0]['date']}-{page[0]['page']:02d}.txt", text, gold))
    return drawn
