"""The fit: pages composed anew in every epoch, Adam, and a running mean of the weights."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from jianbao.parse.features import Floats, extract
from jianbao.parse.model import Model
from jianbao.parse.states import STATES
from jianbao.parse.training.network import TRAINED, Example, Gradients, Sizes, example, initial, loss_and_gradients
from jianbao.parse.training.pages import LabelledPage, Source, compose


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 14
    batch: int = 12
    rate: float = 3e-3
    decay: float = 2e-5
    """Share of each weight taken off at every step, at full rate."""
    dropout: float = 0.2
    rough: float = 0.45
    """Share of pages with rough noise."""
    longest: int = 420
    """Lines of a page that are learned from; longer pages are cut at a random place."""
    seed: int = 20261124


def fit(pages: Sequence[list[Source]], sizes: Sizes, plan: Plan, report: Callable[[int, float, Model], None]) -> Model:
    """Weights learned from these pages; `report` gets the epoch, the mean loss and the running mean so far."""
    rng, numbers = random.Random(plan.seed), np.random.default_rng(plan.seed)
    sample = [compose(page, rng, rough=rng.random() < plan.rough) for page in rng.sample(list(pages), min(len(pages), 300))]
    dense = np.concatenate([extract(page.lines).dense for page in sample])
    model = initial(sizes, dense, _known(sample, sizes.known), numbers)
    average, adam = model, Adam(model)
    steps = plan.epochs * (-(-len(pages) // plan.batch))
    step = 0
    for epoch in range(plan.epochs):
        losses = []
        for batch in _batches(model, pages, plan, rng):
            loss, gradients = loss_and_gradients(model, batch, numbers, plan.dropout)
            pace = min(1.0, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
            model = adam.stepped(model, gradients, plan.rate * pace, plan.decay * pace)
            average = _mixed(average, model, min(0.995, step / (step + 10)))
            losses.append(loss)
            step += 1
        report(epoch, float(np.mean(losses)), average)
    return average


def _known(pages: Sequence[LabelledPage], size: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """The most frequent characters, as ascending code points."""
    counts = Counter(character for page in pages for line in page.lines for character in line.text)
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    return np.array(sorted(map(ord, ranked[:size])), np.uint32)


def _batches(model: Model, pages: Sequence[list[Source]], plan: Plan, rng: random.Random) -> Iterator[list[Example]]:
    """All pages once, in batches of pages of like length, the batches in random order."""
    composed = [compose(articles, rng, rough=rough) for articles, rough in _selections(pages, plan, rng)]
    cut = [_cut(page, plan.longest, rng) for page in composed]
    cut.sort(key=lambda page: len(page.lines))
    groups = [cut[at : at + plan.batch] for at in range(0, len(cut), plan.batch)]
    rng.shuffle(groups)
    for group in groups:
        yield [example(model, extract(page.lines), page.states) for page in group]


def _selections(pages: Sequence[list[Source]], plan: Plan, rng: random.Random) -> Iterator[tuple[list[Source], bool]]:
    """Pages as printed; among the rough ones also parts of pages, pages of one article, and articles thrown together."""
    for page in pages:
        if rng.random() >= plan.rough:
            yield page, False
            continue
        kind = rng.random()
        if kind < 0.3:
            yield [rng.choice(rng.choice(pages)) for _ in range(rng.choice((1, 2, 4, 8, 16)))], True
        elif kind < 0.5:
            yield rng.sample(page, rng.randrange(1, len(page) + 1)), True
        else:
            yield page, True


def _cut(page: LabelledPage, longest: int, rng: random.Random) -> LabelledPage:
    """At most `longest` lines, beginning where an article does, so that the grammar holds."""
    if len(page.lines) <= longest:
        return page
    openings = [at for at, state in enumerate(page.states) if STATES[state].opens and at + longest // 2 < len(page.lines)]
    start = rng.choice([0, *openings])
    part = slice(start, start + longest)
    return LabelledPage(page.lines[part], page.states[part])


class Adam:
    """Kingma & Ba, 2015, with decoupled decay of the weights (Loshchilov & Hutter, 2019)."""

    def __init__(self, model: Model) -> None:
        self.first = {name: np.zeros_like(getattr(model, name)) for name in TRAINED}
        self.second = {name: np.zeros_like(getattr(model, name)) for name in TRAINED}
        self.steps = 0

    def stepped(self, model: Model, gradients: Gradients, rate: float, decay: float) -> Model:
        """The model after one step."""
        self.steps += 1
        norm = np.sqrt(sum(float((g * g).sum()) for g in gradients.values()))
        shrink = min(1.0, 5.0 / max(norm, 1e-9))
        changed: dict[str, Floats] = {}
        for name, raw in gradients.items():
            gradient = raw * shrink
            self.first[name] += 0.1 * (gradient - self.first[name])
            self.second[name] += 0.01 * (gradient * gradient - self.second[name])
            mean = self.first[name] / (1 - 0.9**self.steps)
            spread = np.sqrt(self.second[name] / (1 - 0.99**self.steps)) + 1e-8
            value = getattr(model, name)
            changed[name] = (value - rate * mean / spread - decay * value).astype(np.float32)
        return replace(model, **changed)


def _mixed(old: Model, new: Model, keep: float) -> Model:
    return replace(
        old, **{name: (keep * getattr(old, name) + (1 - keep) * getattr(new, name)).astype(np.float32) for name in TRAINED}
    )
