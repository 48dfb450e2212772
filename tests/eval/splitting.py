"""How well pages are split into articles: `python -m tests.eval.splitting` prints the table."""

import sys
from dataclasses import dataclass
from pathlib import Path

from jianbao.parse.digest import Reading, read_digest
from jianbao.parse.records import to_json
from jianbao.parse.tagging import tag
from tests.eval import corpus, stress
from tests.eval.segmentation import Bin, Cuts, pk, reliability, window_diff

SEED = "jianbao-eval"
PAGES = 300


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on a set of pages."""

    f1: dict[str, float]
    """boundary, article, title, kicker, subtitle, paragraph."""
    lossless: float
    pk: float
    window_diff: float
    openings: list[Bin]
    """Reliability of "an article begins here"."""


def measure(place: Path, compose: corpus.Compose | None = None) -> Figures:
    """Read pages of the corpus, laid out by `compose` or by its own script, and compare them with their gold."""
    score_parse = corpus.tool(place, "score_parse")
    triples, cuts, answers = [], [], []
    for page in corpus.draw(place, SEED, PAGES, compose):
        reading = read_digest(page.text.encode(), page.name, tag)
        if reading.digest is None:
            raise ValueError(page.name)
        triples.append((to_json(reading.digest), page.gold, page.text.split("\n")))
        firsts = {article["lines"][0] for article in page.gold["articles"]}
        gold = tuple(line.number in firsts for line in reading.lines)
        cuts.append(Cuts(gold, tuple(each.opens for each in reading.tags)))
        answers += _openings(reading, gold)
    kept = sum(score_parse.lossless(document, source) for document, _, source in triples)
    f1 = {name: tally.f1 for name, tally in score_parse.score(triples).items()}
    return Figures(f1, kept / len(triples), pk(cuts), window_diff(cuts), reliability(answers))


def _openings(reading: Reading, gold: tuple[bool, ...]) -> list[tuple[float, bool]]:
    """The confidence of each opening that was said, and whether it is one."""
    return [(each.opens_confidence, true) for each, true in zip(reading.tags, gold, strict=True) if each.opens]


def table(figures: Figures) -> str:
    """The figures for a person to read."""
    rows = [f"{name:<12} {value:.4f}" for name, value in figures.f1.items()]
    rows += [f"lossless     {figures.lossless:.4f}", f"Pk           {figures.pk:.4f}"]
    rows += [f"WindowDiff   {figures.window_diff:.4f}", "", "openings said to be sure, and how many are right"]
    rows += [f"from {b.low:.2f}  {b.count:5}  said {b.confidence:.3f}  right {b.right:.3f}" for b in figures.openings]
    return "\n".join(rows)


def main() -> int:
    """Print the table; the corpus must be there."""
    place = corpus.folder()
    if place is None:
        sys.stderr.write("no corpus: name its folder in JIANBAO_EVAL\n")
        return 1
    for name, compose in (("as the corpus lays them out", None), ("in conventions never learned", stress.compose)):
        sys.stdout.write(f"{PAGES} pages {name}\n\n{table(measure(place, compose))}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
