"""`python -m jianbao.parse.training CORPUS`: make the weights that the package ships, the same bytes every time.

    CORPUS        JSON Lines of articles (see `corpus`), plain or .xz
    --until DATE  learn from pages before this date        --tune DATE  fit the temperature on pages from then to this date
    --output FILE where the weights go (src/jianbao/parse/weights.npz)
"""

import argparse
import random
import sys
import time
from dataclasses import fields, replace
from pathlib import Path

import numpy as np

from jianbao.parse.model import Model
from jianbao.parse.training import corpus
from jianbao.parse.training.calibration import best_temperature
from jianbao.parse.training.fit import Plan, fit
from jianbao.parse.training.measure import measured
from jianbao.parse.training.network import Sizes
from jianbao.parse.training.pages import compose

DEFAULT_OUTPUT = Path(__file__).parent.parent / "weights.npz"


def save(model: Model, path: Path) -> None:
    """Write the weights in half precision, compressed; code points stay as they are."""
    arrays = {field.name: np.asarray(getattr(model, field.name)) for field in fields(model)}
    np.savez_compressed(path, **{k: v if v.dtype == np.uint32 else v.astype(np.float16) for k, v in arrays.items()})


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m jianbao.parse.training", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--until", default="2020-02-11")
    parser.add_argument("--tune", default="2020-03-01")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--hidden", type=int, default=Sizes().hidden)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT)
    args = parser.parse_args()
    pages = corpus.read(args.corpus)
    rng = random.Random(args.seed + 1)
    held = [compose(page, rng, rough=n % 3 == 0) for n, page in enumerate(corpus.between(pages, args.until, args.tune))]
    start = time.perf_counter()

    def report(epoch: int, loss: float, model: Model) -> None:
        took = time.perf_counter() - start
        sys.stderr.write(f"epoch {epoch + 1:2}  loss {loss:.4f}  {measured(model, held)}  {took:.0f} s\n")
        save(model, args.output)

    plan = Plan(epochs=args.epochs, seed=args.seed)
    model = fit(corpus.between(pages, "", args.until), Sizes(hidden=args.hidden), plan, report)
    model = replace(model, temperature=np.float32(best_temperature(model, held)))
    sys.stderr.write(f"temperature {float(model.temperature):.3f}\n")
    save(model, args.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
