"""The figures of the page on accuracy: `python -m tests.eval.accuracy` measures them and writes the packaged file.

How well pages are split stands in the model card of the tagger, whose measurement takes long: it is read from there.
What is found in articles is measured here, on the labels that were drawn last.
"""

import json
import random
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jianbao
from tests.eval import corpus, fields, gold, subjects
from tests.eval.wilson import interval

PACKAGE = Path(jianbao.__file__).parent
WRITTEN = PACKAGE / "render" / "pages" / "accuracy.json"
MODEL_CARD = PACKAGE / "parse" / "MODEL_CARD.md"
SPLITTING = {
    "boundary": "boundary",
    "whole article": "article",
    "headline": "title",
    "kicker": "kicker",
    "deck": "subtitle",
    "paragraph": "paragraph",
}
"""Rows of the model card's table, with the names that the page has words for."""
_COUNTED = {"boundary", "article"}
"""What there is one of for each opening that was said."""
_DECIMALS = 3
_PARTS = {"people": "third", "figures": "third", "organisations": "held", "topics": "held"}
"""The rows whose errors nobody had read when the rules were made."""


def splitting(card: str) -> dict[str, Any]:
    """What the model card says of pages of dates that were never learned."""
    pages = re.search(r"^(\d+) pages of the held dates", card, re.MULTILINE)
    openings = re.search(r"Openings on the held dates:(.*?)\n\n", card, re.DOTALL)
    rows = dict(re.findall(r"^\| ([a-z ]+?) \| (\.\d+) \|", card, re.MULTILINE))
    if pages is None or openings is None or not rows.keys() >= SPLITTING.keys():
        raise ValueError("the model card has no figures where they are looked for")
    count = sum(int(each.replace(",", "")) for each in re.findall(r"\(([\d,]+)\)", openings[1]))
    return {
        "pages": int(pages[1]),
        "rows": [_share(name, float(rows[row]), count if name in _COUNTED else 0) for row, name in SPLITTING.items()],
    }


def _share(name: str, value: float, count: int) -> dict[str, Any]:
    return {"name": name, "f1": value, "interval": _rounded(interval(value, count)), "count": count}


def finding(place: Path) -> dict[str, Any]:
    """What is found in articles, and how much of it is right."""
    third, held = (subjects.measure(place, part) for part in ("third", "held"))
    read = fields.tallies(fields.halves(fields.answers(place))[1])
    texts = {name: len(gold.rows(f"{name}.tsv", part)) for name, part in _PARTS.items()}
    tallies: list[tuple[str, subjects.Tally | fields.Tally, int]] = [
        ("byline", read["byline"], len(fields.halves(fields.answers(place))[1])),
        ("counties", subjects.measure_places("test"), len(gold.sentences("test"))),
        ("people", third.people, texts["people"]),
        ("organisations", held.organisations, texts["organisations"]),
        ("figures", third.figures, texts["figures"]),
    ]
    return {
        "rows": [_tally(name, tally, count) for name, tally, count in tallies],
        "topics": {
            "articles": texts["topics"],
            "macro_f1": round(held.topics_macro_f1, _DECIMALS),
            "interval": _rounded(bootstrap([tally.f1 for tally in held.counted_topics])),
            "coverage": round(held.sorted_share, _DECIMALS),
            "coverage_interval": _rounded(interval(held.sorted_share, texts["topics"])),
        },
    }


def _tally(name: str, tally: subjects.Tally | fields.Tally, texts: int) -> dict[str, Any]:
    said, there = tally.right + tally.wrong, tally.right + tally.missed
    return {
        "name": name,
        "precision": round(tally.precision, _DECIMALS),
        "precision_interval": _rounded(interval(tally.precision, said)),
        "recall": round(tally.recall, _DECIMALS),
        "recall_interval": _rounded(interval(tally.recall, there)),
        "count": there,
        "texts": texts,
    }


def bootstrap(values: Sequence[float], times: int = 2000) -> tuple[float, float]:
    """Between which 95 of 100 means lie of as many values drawn from these, each as often as it comes."""
    rng = random.Random(1)
    means = sorted(sum(rng.choices(values, k=len(values))) / len(values) for _ in range(times))
    return means[times // 40], means[-times // 40]


def _rounded(bounds: tuple[float, float] | None) -> list[float] | None:
    return None if bounds is None else [round(each, 2) for each in bounds]


def main() -> int:
    """Write the file; the corpus must be there."""
    place = corpus.folder()
    if place is None:
        sys.stderr.write("no corpus: name its folder in JIANBAO_EVAL\n")
        return 1
    document = {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day where the person who measures is
        "version": jianbao.__version__,
        "splitting": splitting(MODEL_CARD.read_text(encoding="utf-8")),
        "finding": finding(place),
    }
    WRITTEN.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
