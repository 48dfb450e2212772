"""How well bylines, sources, datelines and kinds are read: `python -m tests.eval.fields` prints the table.

240 articles of the corpus were read by a person who noted what each prints of its makers, of where its text comes from
and of its dateline; `labels/fields.json` keeps these facts by date, page and place on the page, and no text. The
articles were drawn in equal parts from five months: 20 a month at random, 28 for being a photograph, an opinion, a
reprint or a dispatch. Patterns were improved on every second article only; the others test them, though not blindly:
whoever read the articles wrote the patterns, too.

A byline is every name that writes, photographs or draws for the article, not who laid out the page, nor who drew for
all of it (本版制图). A source is an agency or a paper, not that of a picture within an article of the paper's own.
"""

import json
import lzma
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jianbao.model.digest import Article, Kind
from jianbao.parse.digest import read_digest
from jianbao.parse.labels import LineTag, PageLine
from jianbao.parse.tagging import tag
from tests.eval import corpus

LABELS = Path(__file__).with_name("labels") / "fields.json"
FIELDS = ("byline", "source", "dateline", "photo", "commentary")


@dataclass(frozen=True, slots=True)
class Tally:
    """Values that were read right, wrongly read and overlooked."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One article: what it prints and what was read, each a set of values by field."""

    id: str
    gold: dict[str, frozenset[str]]
    said: dict[str, frozenset[str]]


def answers(place: Path) -> list[Answer]:
    """Read every labelled article of the corpus, its boundaries given."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    with lzma.open(place / "data" / "newspaper-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = {f"{row['date']}-{row['page']:02}-{row['no']:02}": row for row in map(json.loads, lines)}
    return [Answer(name, _values(labels[name]), _values(_read(rows[name]))) for name in sorted(labels)]


def halves(given: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Those that patterns were improved on, and those that test them."""
    return list(given[::2]), list(given[1::2])


def tallies(given: Iterable[Answer]) -> dict[str, Tally]:
    """The sums over articles, a field each."""
    given = list(given)
    return {
        field: Tally(
            sum(len(one.gold[field] & one.said[field]) for one in given),
            sum(len(one.said[field] - one.gold[field]) for one in given),
            sum(len(one.gold[field] - one.said[field]) for one in given),
        )
        for field in FIELDS
    }


def _read(row: dict[str, Any]) -> dict[str, Any]:
    """What is read in an article whose headings and extent are known."""
    heads = [f"{row['kicker']} {{.kicker}}"] * bool(row["kicker"]) + [f"# {row['title']}"]
    heads += [f"{row['subtitle']} {{.subtitle}}"] * bool(row["subtitle"])
    page = "\n".join([*heads, *row["body"]])
    digest = read_digest(page.encode(), "page.txt", _tag_one_article).digest
    if digest is None:
        raise ValueError(row["title"])
    (article,) = digest.articles
    return _fields(article)


def _tag_one_article(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    return tag([line._replace(fixed_opens=place == 0) for place, line in enumerate(lines)])


def _fields(article: Article) -> dict[str, Any]:
    return {
        "byline": article.byline,
        "source": article.source,
        "dateline": article.dateline,
        "kind": article.kind.value,
    }


def _values(fields: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        "byline": frozenset(fields["byline"]),
        "source": frozenset(filter(None, [fields["source"]])),
        "dateline": frozenset("".join(text.split()) for text in [fields["dateline"]] if text),
        "photo": frozenset({"photo"} if fields["kind"] == Kind.PHOTO else ()),
        "commentary": frozenset({"commentary"} if fields["kind"] == Kind.COMMENTARY else ()),
    }


def table(given: Iterable[Answer]) -> str:
    """Precision and recall with their counts."""
    rows = [f"{'':<12} precision           recall"]
    for field, one in tallies(given).items():
        said, there = f"{one.right:>3} of {one.right + one.wrong:>3}", f"{one.right:>3} of {one.right + one.missed:>3}"
        rows.append(f"{field:<12} {one.precision:.3f} ({said})  {one.recall:.3f} ({there})")
    return "\n".join(rows)


def main() -> int:
    """Print the table of each half; the corpus must be there."""
    place = corpus.folder()
    if place is None:
        sys.stderr.write("no corpus: name its folder in JIANBAO_EVAL\n")
        return 1
    for name, half in zip(("improved on", "for testing"), halves(answers(place)), strict=True):
        sys.stdout.write(f"{len(half)} articles {name}\n\n{table(half)}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
