"""`python -m jianbao.parse.training CORPUS`: make the weights that the package ships.

It learns from the pages of the corpus but for every seventh date, which is left for measuring (`corpus.held_dates`),
and a few pages that the temperature is fitted on. The same corpus and seed give the same weights on the same machine.
"""

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from jianbao.parse.tagger.model import Model, from_bytes, to_bytes
from jianbao.parse.training import corpus
from jianbao.parse.training.blocks import Source
from jianbao.parse.training.calibration import best_temperature
from jianbao.parse.training.fit import fit, fit_joiner
from jianbao.parse.training.initial import Sizes
from jianbao.parse.training.material import Material
from jianbao.parse.training.measure import measured
from jianbao.parse.training.pages import compose
from jianbao.parse.training.plan import Plan

KEPT = 15
"""One date in so many is not learned from: the temperature is fitted on its pages, half of them laid out roughly."""

DEFAULT_OUTPUT = Path(__file__).parent.parent / "weights.npz"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m jianbao.parse.training", description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON Lines of articles, plain or .xz")
    parser.add_argument("--loose", type=Path, help="JSON Lines of articles without pages")
    parser.add_argument("--without", help="learn nothing from dates that begin so: 2020-05, say, to be measured there")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--joiner", type=Path, help="learn the joiner alone, and take all else from these weights")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT)
    args = parser.parse_args()
    pages = _pages(args.corpus, args.without)
    kept = frozenset(sorted({page[0].date for page in pages})[KEPT // 2 :: KEPT])
    learned = [page for page in pages if page[0].date not in kept]
    rng = random.Random(args.seed + 1)
    watched = [page for page in pages if page[0].date in kept]
    held = [compose(page, rng, rough=number % 2 == 0) for number, page in enumerate(watched)]
    start = time.perf_counter()

    def report(epoch: int, loss: float, model: Model) -> None:
        took = time.perf_counter() - start
        sys.stderr.write(f"epoch {epoch + 1:2}  loss {loss:.4f}  {measured(model, held)}  {took:.0f} s\n")
        args.output.write_bytes(to_bytes(model))

    plan = Plan(epochs=args.epochs, seed=args.seed)
    loose = corpus.read_loose(args.loose) if args.loose else []
    material = Material(learned, loose)
    if args.joiner:
        args.output.write_bytes(to_bytes(fit_joiner(from_bytes(args.joiner.read_bytes()), material, plan, report)))
        return 0
    model = fit(material, Sizes(), plan, report)
    shared = replace(model.shared, temperature=np.array(best_temperature(model, held), np.float32))
    model = replace(model, shared=shared)
    sys.stderr.write(f"temperature {float(shared.temperature):.3f}\n")
    args.output.write_bytes(to_bytes(model))
    return 0


def _pages(path: Path, without: str | None) -> list[list[Source]]:
    """The pages that may be learned from."""
    pages = corpus.read(path)
    held = corpus.held_dates(page[0].date for page in pages)
    return [page for page in pages if page[0].date not in held and not (without and page[0].date.startswith(without))]


if __name__ == "__main__":
    sys.exit(main())
