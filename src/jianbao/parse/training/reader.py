"""What turns articles into examples: pages composed, then read with the tables and scales of the model to be."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np

from jianbao.parse.labels import Label
from jianbao.parse.tagger.features import Floats, Ints, of_lines, of_pieces
from jianbao.parse.tagger.model import Model, Scale, Shared, read_inputs
from jianbao.parse.tagger.network import Inputs
from jianbao.parse.tagger.pieces import gather
from jianbao.parse.tagger.seams import Table
from jianbao.parse.tagger.states import STATES
from jianbao.parse.training.gradients import Example
from jianbao.parse.training.initial import Sizes
from jianbao.parse.training.material import Material, selections
from jianbao.parse.training.neighbours import seam_table
from jianbao.parse.training.pages import LabelledPage, compose
from jianbao.parse.training.plan import Plan
from jianbao.parse.training.semantics import topic_table

Batch = list[tuple[Example, Example]]
"""Pages to be learned from in one step, each as lines and as pieces."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What turns composed pages into examples."""

    shared: Shared
    seams: Table
    of_others: tuple[Table, ...]
    """For each fold of the material the table that its pages are read by: that of the other folds."""
    line_scale: Scale
    piece_scale: Scale

    def batches(self, material: Material, plan: Plan, rng: random.Random) -> Iterator[Batch]:
        """All pages once, in batches of pages of like length, the batches in random order."""
        composed = [
            (compose(articles, rng, rough=rough), table)
            for fold, table in zip(material.folds(), self.of_others, strict=True)
            for articles, rough in selections(fold, plan, rng)
        ]
        composed.sort(key=lambda entry: len(entry[0].lines))
        groups = [composed[at : at + plan.batch] for at in range(0, len(composed), plan.batch)]
        rng.shuffle(groups)
        for group in groups:
            yield [self.examples(page, table, plan, rng) for page, table in group]

    def examples(self, page: LabelledPage, table: Table, plan: Plan, rng: random.Random) -> tuple[Example, Example]:
        """A page as lines, for the joiner, and as pieces, for the taggers; some joins are left undone for these."""
        seen = of_lines(page.lines, table)
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
    """Counts, topics, known characters, means and deviations; the last three from a sample of pages."""
    of_others = _tables(material)
    topics = topic_table(material.articles, plan.seed)
    sample = _sample(material, of_others, plan, rng)
    known = _known([page for page, _ in sample], sizes.known)
    shared = Shared(known=known, topics=topics, temperature=np.array(1, np.float32))
    lines, pieces = [], []
    for page, table in sample:
        seen = of_lines(page.lines, table)
        joins = [STATES[state].label is Label.CONTINUATION for state in page.states]
        lines.append(seen.features.dense)
        pieces.append(of_pieces(gather(page.lines, joins), seen, topics).dense)
    scales = _scale(np.concatenate(lines)), _scale(np.concatenate(pieces))
    return Reader(shared, seam_table(material.articles), of_others, *scales)


def read_as(model: Model, material: Material, plan: Plan, rng: random.Random) -> Reader:
    """The reader of a model that is there; what the joiner alone reads by, the scale of lines, is measured anew."""
    of_others = _tables(material)
    sample = _sample(material, of_others, plan, rng)
    lines = np.concatenate([of_lines(page.lines, table).features.dense for page, table in sample])
    return Reader(model.shared, model.seams, of_others, _scale(lines), model.piece_scale)


def _tables(material: Material) -> tuple[Table, ...]:
    """For each fold of the material the counts of the others."""
    folds = material.folds()
    return tuple(
        seam_table([article for other in folds for article in other.articles if other is not fold]) for fold in folds
    )


def _sample(
    material: Material, of_others: Sequence[Table], plan: Plan, rng: random.Random
) -> list[tuple[LabelledPage, Table]]:
    """Some pages, composed, and the tables that they are read by."""
    pages = [(page, at) for at, fold in enumerate(material.folds()) for page in fold.pages]
    chosen = rng.sample(pages, min(len(material.pages), 300))
    return [(compose(page, rng, rough=rng.random() < plan.rough), of_others[at]) for page, at in chosen]


def _scale(dense: Floats) -> Scale:
    return Scale(dense.mean(axis=0), 1 / np.maximum(dense.std(axis=0), np.float32(0.05)))


def _known(pages: Sequence[LabelledPage], size: int) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    """The most frequent characters, as ascending code points."""
    counts = Counter(character for page in pages for line in page.lines for character in line.text)
    ranked = sorted(counts, key=lambda character: (-counts[character], character))
    return np.array(sorted(map(ord, ranked[:size])), np.uint32)
