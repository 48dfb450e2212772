"""The fit: pages composed anew in every epoch, Adam, and a running mean of the weights."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from jianbao.parse.tagger.model import Model, Scale
from jianbao.parse.tagger.states import grammar
from jianbao.parse.training.chain import Grammar
from jianbao.parse.training.initial import Sizes, initial
from jianbao.parse.training.material import Material
from jianbao.parse.training.member import JOINS, Member
from jianbao.parse.training.plan import Plan
from jianbao.parse.training.reader import Batch, Reader, read_as, read_material

Report = Callable[[int, float, Model], None]
"""Gets the epoch, the mean loss of the taggers, or of the joiner where it learns alone, and the model so far."""


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
    for number in range(plan.rounds):
        committee = polish(committee, material, plan, number + 1, report)
    return committee.model()


def fit_joiner(model: Model, material: Material, plan: Plan, report: Report) -> Model:
    """The model with another joiner, learned alone; taggers learn from true joins and need not know of it."""
    rng = random.Random(plan.seed)
    reader = read_as(model, material, plan, rng)
    beginning = np.random.default_rng((plan.seed, 0))
    dense, known = len(reader.line_scale.center), len(reader.shared.known)
    joiner = Member(initial(Sizes().of_joiner(), dense, known, beginning), JOINS, 0)

    def whole(joined: Model) -> Model:
        return replace(model, joiner=joined.joiner, line_scale=joined.line_scale)

    def report_whole(epoch: int, loss: float, joined: Model) -> None:
        report(epoch, loss, whole(joined))

    full, low = plan.joiner_epochs
    teach(Committee(reader, joiner, ()), material, plan, Round(0, full, 1, 1.0), rng, report_whole)
    again = Committee(reader, Member(joiner.average, JOINS, 1), ())
    teach(again, material, plan, Round(full, low, 1, 0.4), random.Random(plan.seed + 1), report_whole)
    return whole(again.model())


def polish(committee: "Committee", material: Material, plan: Plan, number: int, report: Report) -> "Committee":
    """A further round, from the running means: at a low rate, every epoch on pages composed anew."""
    offset = number * (1 + len(committee.taggers))
    taggers = [Member(each.average, grammar(), offset + 1 + at) for at, each in enumerate(committee.taggers)]
    again = Committee(committee.reader, Member(committee.joiner.average, JOINS, offset), tuple(taggers))
    course = Round(plan.epochs + (number - 1) * plan.fresh, plan.fresh, 1, 0.3)
    teach(again, material, plan, course, random.Random(plan.seed + 1 + number), report)
    return again


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
    composed: list[Batch] = []
    for epoch in range(course.epochs):
        losses = []
        if epoch % course.reuse == 0:
            composed = list(committee.reader.batches(material, plan, rng))
        rng.shuffle(composed)
        for batch in composed:
            pace = course.top * min(1.0, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / steps)))
            lines, pieces = zip(*batch, strict=True)
            joined = committee.joiner.learn(lines, replace(plan, dropout=plan.joiner_dropout), pace)
            losses += [each.learn(pieces, plan, pace) for each in committee.taggers] or [joined]
            step += 1
        report(course.first + epoch, float(np.mean(losses)), committee.model())
