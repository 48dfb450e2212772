"""How often this is right: what was measured, on how much, and how sure that is.

The figures are packaged with the code that they measure: `accuracy.json`, which the evaluation writes.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

from jianbao.render.edition import Edition, Page
from jianbao.render.heads import page_head

ADDRESS = "about/accuracy/"


@dataclass(frozen=True, slots=True)
class Score:
    """A share between 0 and 1, as a page prints it."""

    value: str
    interval: str
    """`0.93–0.97`; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that was measured."""

    name: str
    """Its key among the words of the interface, `accuracy_` left out."""
    scores: tuple[Score, ...]
    count: int
    """How many of it there are in the texts; 0: not told."""
    texts: int


@dataclass(frozen=True, slots=True)
class AccuracyView:
    """What the page shows."""

    template: ClassVar[str] = "accuracy.html"

    page: Page
    date: str
    version: str
    pages: int
    """Newspaper pages that were split."""
    splitting: tuple[Measured, ...]
    """F1 of each."""
    finding: tuple[Measured, ...]
    """Precision and recall of each."""
    topics: tuple[Measured, ...]
    """Coverage and macro-F1."""


def accuracy_view(edition: Edition) -> AccuracyView:
    """Gather the page."""
    measured = _measured()
    splitting, finding = measured["splitting"], measured["finding"]
    topics = finding["topics"]
    t = edition.strings
    head = page_head(edition, ADDRESS, t("title_accuracy"), t("describe_accuracy", title=edition.archive.config.title))
    return AccuracyView(
        page=Page(ADDRESS, "about", head),
        date=measured["date"],
        version=measured["version"],
        pages=splitting["pages"],
        splitting=tuple(
            Measured(row["name"], (_score(row["f1"], row["interval"]),), row["count"], splitting["pages"])
            for row in splitting["rows"]
        ),
        finding=tuple(
            Measured(
                row["name"],
                (_score(row["precision"], row["precision_interval"]), _score(row["recall"], row["recall_interval"])),
                row["count"],
                row["texts"],
            )
            for row in finding["rows"]
        ),
        topics=(
            Measured("topics", (_score(topics["macro_f1"], topics["interval"]),), 0, topics["articles"]),
            Measured("coverage", (_score(topics["coverage"], topics["coverage_interval"]),), 0, topics["articles"]),
        ),
    )


def _score(value: float, interval: list[float] | None) -> Score:
    return Score(f"{value:.3f}", f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else "")


@cache
def _measured() -> dict[str, Any]:
    measured = files("jianbao.render.pages").joinpath("accuracy.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(measured)
    return read
