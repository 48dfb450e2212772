"""The fit: pages composed anew in every epoch, Adam, and a running mean of the weights."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from jianbao.parse import seams
from jianbao.parse.features import Floats, Ints, of_lines, of_pieces
from jianbao.parse.labels import Label
from jianbao.parse.model import Model, Scale, Shared, from_bytes, read_inputs, to_bytes
from jianbao.parse.network import Inputs, Network
from jianbao.parse.pieces import gather
from jianbao.parse.states import STATES, grammar
from jianbao.parse.training.blocks import Source, is_photograph
from jianbao.parse.training.chain import Grammar
from jianbao.parse.training.gradients import Example, Noise, Sizes, initial, loss_and_gradients
from jianbao.parse.training.neighbours import seam_table
from jianbao.parse.training.pages import LabelledPage, compose
from jianbao.parse.training.semantics import topic_table


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 9
    fresh: int = 3
    """Epochs of each further round, each on pages composed anew."""
    rounds: int = 1
    """Further rounds."""
    reuse: int = 3
    """Epochs that see the same composed pages."""
    batch: int = 12
    rate: float = 3e-3
    decay: float = 3e-4
    """Share of each weight taken off at every step, at full rate."""
    dropout: float = 0.25
    rough: float = 0.45
    """Share of pages with rough noise."""
    longest: int = 320
    """Lines, and pieces, of a page that are learned from; the rest of a longer page is only looked at."""
    apart: float = 0.05
    """Share of continuations that the taggers see unjoined."""
    members: int = 3
    """Networks in the committee."""
    seed: int = 20261124


@dataclass(frozen=True, slots=True)
class Material:
    """What is learned from."""

    pages: Sequence[Sequence[Source]]
    """Articles as they stood together in print."""
    loose: Sequence[Source] = ()
    """Articles without a page, which are only thrown together with others."""


Report = Callable[[int, float, Model], None]
"""Gets the epoch, the mean loss of the taggers and the model so far."""


def fit(material: Material, sizes: Sizes, plan: Plan, report: Report) -> Model:
    """A model learned from pages: a long round on pages seen several times, then short ones on fresh pages.

    All networks see the same pages in the same order; taggers differ by what they began with and by what dropout hid.
    """
    rng = random.Random(plan.seed)
    reader = read_material(material, sizes, plan, rng)
    known = len(reader.shared.known)

    def member(number: int, sizes: Sizes, scale: Scale, grammar: Grammar) -> "Member":
        beginning = np.random.default_rng((plan.seed, number))
        return Member(initial(sizes, len(scale.center), known, beginning), grammar, number)

    joiner = member(0, sizes.of_joiner(), reader.line_scale, JOINS)
    taggers = [member(number + 1, sizes, reader.piece_scale, grammar()) for number in range(plan.members)]
    committee = Committee(reader, joiner, tuple(taggers))
    teach(committee, material, plan, Round(0, plan.epochs, plan.reuse, 1.0), rng, report)
    model = committee.model()
    for number in range(plan.rounds):
        model = polish(model, material, plan, number + 1, report)
    return model


def polish(model: Model, material: Material, plan: Plan, number: int, report: Report) -> Model:
    """A further round, from a model in its stored precision: at a low rate, every epoch on pages composed anew."""
    stored = from_bytes(to_bytes(model))
    reader = Reader(stored.shared, stored.seams, stored.line_scale, stored.piece_scale)
    offset = number * (1 + len(stored.taggers))
    taggers = [Member(network, grammar(), offset + 1 + at) for at, network in enumerate(stored.taggers)]
    committee = Committee(reader, Member(stored.joiner, JOINS, offset), tuple(taggers))
    course = Round(plan.epochs + (number - 1) * plan.fresh, plan.fresh, 1, 0.3)
    teach(committee, material, plan, course, random.Random(plan.seed + 1 + number), report)
    return committee.model()


@dataclass(frozen=True, slots=True)
class Round:
    """A stretch of learning: the rate rises for a moment, then falls along a cosine."""

    first: int
    """Number of its first epoch."""
    epochs: int
    reuse: int
    """Epochs that see the same composed pages."""
    top: float
    """The highest rate, as a share of the plan's."""


@dataclass(frozen=True, slots=True)
class Committee:
    """The networks of a model while they learn."""

    reader: "Reader"
    joiner: "Member"
    taggers: "tuple[Member, ...]"

    def model(self) -> Model:
        """The model as it stands: the running means."""
        reader, averages = self.reader, tuple(each.average for each in self.taggers)
        return Model(reader.shared, reader.seams, reader.line_scale, reader.piece_scale, self.joiner.average, averages)


def teach(
    committee: Committee, material: Material, plan: Plan, course: Round, rng: random.Random, report: Report
) -> None:
    """Let the networks learn for a round."""
    steps = course.epochs * (-(-len(material.pages) // plan.batch))
    step = 0
    composed: list[list[tuple[Example, Example]]] = []
    for epoch in range(course.epochs):
        losses = []
        if epoch % course.reuse == 0:
            batches = _batches(material, plan, rng)
            composed = [[committee.reader.examples(page, plan, rng) for page in batch] for batch in batches]
        rng.shuffle(composed)
        for batch in composed:
            pace = course.top * min(1.0, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
            lines, pieces = zip(*batch, strict=True)
            committee.joiner.learn(lines, plan, pace)
            losses += [each.learn(pieces, plan, pace) for each in committee.taggers]
            step += 1
        report(course.first + epoch, float(np.mean(losses)), committee.model())


@dataclass(frozen=True, slots=True)
class Reader:
    """What turns composed pages into examples."""

    shared: Shared
    seams: seams.Table
    line_scale: Scale
    piece_scale: Scale

    def examples(self, page: LabelledPage, plan: Plan, rng: random.Random) -> tuple[Example, Example]:
        """A page as lines, for the joiner, and as pieces, for the taggers; some joins are left undone for these."""
        seen = of_lines(page.lines, self.seams)
        continues = [STATES[state].label is Label.CONTINUATION for state in page.states]
        pieces = gather(page.lines, [joined and rng.random() >= plan.apart for joined in continues])
        states = np.array([page.states[piece.first] for piece in pieces])
        features = of_pieces(pieces, seen, self.shared.topics)
        return (
            _example(read_inputs(self.shared, self.line_scale, seen.features), np.array(continues, np.int64), plan),
            _example(read_inputs(self.shared, self.piece_scale, features), states, plan),
        )


def _example(inputs: Inputs, states: Ints, plan: Plan) -> Example:
    cut = {field.name: getattr(inputs, field.name)[: plan.longest] for field in fields(Inputs)}
    return Example(Inputs(**cut), states[: plan.longest])


def read_material(material: Material, sizes: Sizes, plan: Plan, rng: random.Random) -> Reader:
    """Topics, known characters, means and deviations; all but the topics from a sample of pages."""
    chosen = rng.sample(list(material.pages), min(len(material.pages), 300))
    sample = [compose(page, rng, rough=rng.random() < plan.rough) for page in chosen]
    neighbours = seam_table(material.loose or [article for page in material.pages for article in page])
    topics = topic_table([article for page in material.pages for article in page] + list(material.loose), plan.seed)
    shared = Shared(known=_known(sample, sizes.known), topics=topics, temperature=np.array(1, np.float32))
    lines, pieces = [], []
    for page in sample:
        seen = of_lines(page.lines, neighbours)
        joins = [STATES[state].label is Label.CONTINUATION for state in page.states]
        lines.append(seen.features.dense)
        pieces.append(of_pieces(gather(page.lines, joins), seen, topics).dense)
    return Reader(shared, neighbours, _scale(np.concatenate(lines)), _scale(np.concatenate(pieces)))


def _scale(dense: Floats) -> Scale:
    return Scale(dense.mean(axis=0), 1 / np.maximum(dense.std(axis=0), np.float32(0.05)))


def _known(pages: Sequence[LabelledPage], size: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """The most frequent characters, as ascending code points."""
    counts = Counter(character for page in pages for line in page.lines for character in line.text)
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    return np.array(sorted(map(ord, ranked[:size])), np.uint32)


def _batches(material: Material, plan: Plan, rng: random.Random) -> Iterator[list[LabelledPage]]:
    """All pages once, in batches of pages of like length, the batches in random order."""
    composed = [compose(articles, rng, rough=rough) for articles, rough in _selections(material, plan, rng)]
    composed.sort(key=lambda page: len(page.lines))
    groups = [composed[at : at + plan.batch] for at in range(0, len(composed), plan.batch)]
    rng.shuffle(groups)
    yield from groups


def _selections(material: Material, plan: Plan, rng: random.Random) -> Iterator[tuple[Sequence[Source], bool]]:
    """Pages as printed, articles thrown together from all pages, and parts of pages."""
    pages = material.pages
    photographs = [article for page in pages for article in page if is_photograph(article)]
    for page in pages:
        rough = rng.random() < plan.rough
        kind = rng.random()
        if kind < 0.3:
            count = rng.choice((1, 2, 4, 6, 8, 16))
            yield [_any_article(material, rng) for _ in range(count)], rough
        elif kind < 0.45 and rough:
            yield rng.sample(list(page), rng.randrange(1, len(page) + 1)), rough
        elif kind < 0.75 and photographs:
            with_photograph = list(page)
            with_photograph.insert(rng.randrange(len(page) + 1), rng.choice(photographs))
            yield with_photograph, rough
        else:
            yield page, rough


def _any_article(material: Material, rng: random.Random) -> Source:
    if material.loose and rng.random() < 0.4:
        return rng.choice(material.loose)
    return rng.choice(rng.choice(material.pages))


JOINS: Grammar = (np.array([True, False]), np.ones((2, 2), bool))
"""A page does not begin with a continuation."""


class Member:
    """A network that learns by Adam with decoupled decay (Kingma & Ba 2015; Loshchilov & Hutter 2019)."""

    def __init__(self, network: Network, grammar: Grammar, number: int) -> None:
        self.network = network
        self.number = number
        self.grammar = grammar
        self.average = network
        """The running mean of its weights, which does better than the weights of any one step."""
        self.first = {name: np.zeros_like(getattr(network, name)) for name in _NAMES}
        self.second = {name: np.zeros_like(getattr(network, name)) for name in _NAMES}
        self.steps = 0

    def learn(self, batch: Sequence[Example], plan: Plan, pace: float) -> float:
        """Take one step; the loss before it."""
        noise = Noise(np.random.default_rng((plan.seed, self.number, self.steps)), plan.dropout)
        loss, gradients = loss_and_gradients(self.network, self.grammar, batch, noise)
        self.steps += 1
        norm = np.sqrt(sum(float((gradient * gradient).sum()) for gradient in gradients.values()))
        shrink = np.float32(min(1.0, 5.0 / max(norm, 1e-9)))
        rate, decay = np.float32(plan.rate * pace), np.float32(plan.decay * pace)
        changed: dict[str, Any] = {}
        for name, raw in gradients.items():
            gradient = raw * shrink
            self.first[name] += 0.1 * (gradient - self.first[name])
            self.second[name] += 0.01 * (gradient * gradient - self.second[name])
            mean = self.first[name] / (1 - 0.9**self.steps)
            spread = np.sqrt(self.second[name] / (1 - 0.99**self.steps)) + 1e-8
            value = getattr(self.network, name)
            changed[name] = (value - rate * mean / spread - decay * value).astype(np.float32)
        self.network = replace(self.network, **changed)
        self.average = _mixed(self.average, self.network, min(0.995, self.steps / (self.steps + 10)))
        return loss


_NAMES = tuple(field.name for field in fields(Network))


def _mixed(old: Network, new: Network, keep: float) -> Network:
    mixed: dict[str, Any] = {name: keep * getattr(old, name) + (1 - keep) * getattr(new, name) for name in _NAMES}
    return replace(old, **mixed)
