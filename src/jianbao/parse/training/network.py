"""Loss and gradients of the tagger on a batch of pages: the network of `jianbao.parse.model`, run forward and back.

The pages of a batch lie end to end with a gap of empty lines between them, as wide as the widest convolution, so that
one matrix product serves them all and no page sees another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jianbao.parse.features import HEAD, PAIR_BUCKETS, TAIL, Floats, Ints, PageFeatures
from jianbao.parse.model import DILATIONS, Model, rows_of, standardised
from jianbao.parse.states import STATES
from jianbao.parse.training.chain import chain_loss

GAP = max(DILATIONS)

TRAINED = (
    "characters", "pairs", "from_dense", "from_ends", "from_pairs", "bias", "convolutions", "convolution_bias",
    "context", "context_bias", "output", "output_bias", "transitions", "begin",
)  # fmt: skip
"""The fields of `Model` that are learned by gradient."""

Gradients = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the layers."""

    hidden: int = 96
    character: int = 16
    pair: int = 16
    known: int = 3000


@dataclass(frozen=True, slots=True)
class Example:
    """A page ready to learn from."""

    dense: Floats
    """Standardised."""
    ends: Ints
    """Rows of `Model.characters`."""
    pairs: Ints
    states: Ints


def example(model: Model, features: PageFeatures, states: Sequence[int]) -> Example:
    """Features in the form that the gradients want."""
    return Example(
        standardised(model, features.dense), rows_of(model.known, features.ends), features.pairs, np.array(states, np.int64)
    )


def initial(sizes: Sizes, dense: Floats, known: npt.NDArray[np.uint32], rng: np.random.Generator) -> Model:
    """A network before training; `dense` is a sample of features to take means and deviations from."""
    h, e, p, s = sizes.hidden, sizes.character, sizes.pair, len(STATES)

    def normal(*shape: int, deviation: float) -> Floats:
        return rng.normal(0, deviation, shape).astype(np.float32)

    d = dense.shape[1]
    pairs = normal(PAIR_BUCKETS, p, deviation=0.1)
    pairs[0] = 0
    return Model(
        center=dense.mean(axis=0).astype(np.float32),
        scale=(1 / np.maximum(dense.std(axis=0), 0.05)).astype(np.float32),
        known=known,
        characters=normal(len(known) + 1, e, deviation=0.3),
        pairs=pairs,
        from_dense=normal(d, h, deviation=d**-0.5),
        from_ends=normal((HEAD + TAIL) * e, h, deviation=((HEAD + TAIL) * e) ** -0.5),
        from_pairs=normal(p, h, deviation=p**-0.5),
        bias=np.zeros(h, np.float32),
        convolutions=normal(len(DILATIONS), 3, h, h, deviation=0.5 * (3 * h) ** -0.5),
        convolution_bias=np.zeros((len(DILATIONS), h), np.float32),
        context=normal(h, h, deviation=0.3 * h**-0.5),
        context_bias=np.zeros(h, np.float32),
        output=normal(h, s, deviation=h**-0.5),
        output_bias=np.zeros(s, np.float32),
        transitions=np.zeros((s, s), np.float32),
        begin=np.zeros(s, np.float32),
        temperature=np.float32(1),
    )


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages laid end to end."""

    spans: tuple[tuple[int, int], ...]
    real: npt.NDArray[np.bool_]
    dense: Floats
    ends: Ints
    pairs: Ints


def _lay_out(pages: Sequence[Example]) -> _Batch:
    spans, at = [], 0
    for page in pages:
        spans.append((at, at + len(page.states)))
        at += len(page.states) + GAP
    dense = np.zeros((at, pages[0].dense.shape[1]), np.float32)
    ends, pairs = np.zeros((at, HEAD + TAIL), np.int64), np.zeros((at, pages[0].pairs.shape[1]), np.int64)
    real = np.zeros(at, bool)
    for page, (start, stop) in zip(pages, spans, strict=True):
        dense[start:stop], ends[start:stop], pairs[start:stop], real[start:stop] = page.dense, page.ends, page.pairs, True
    return _Batch(tuple(spans), real, dense, ends, pairs)


def _shifted_product(hidden: Floats, weights: Floats, step: int) -> Floats:
    before, here, behind = weights
    total = hidden @ here
    total[step:] += hidden[:-step] @ before
    total[:-step] += hidden[step:] @ behind
    return total


def loss_and_gradients(
    model: Model, pages: Sequence[Example], rng: np.random.Generator, dropout: float
) -> tuple[float, Gradients]:
    """Negative log-likelihood of the pages' states, a line, and its derivatives by every trained field."""
    batch = _lay_out(pages)
    real = batch.real[:, None]

    def mask(shape: tuple[int, ...], rate: float) -> Floats:
        return ((rng.random(shape, np.float32) >= rate) / np.float32(1 - rate)).astype(np.float32)

    unknown = len(model.known)
    ends_rows = np.where(rng.random(batch.ends.shape) < dropout / 2, unknown, batch.ends)
    ends = model.characters[ends_rows].reshape(len(ends_rows), -1)
    share = 1 / np.sqrt(np.maximum(np.count_nonzero(batch.pairs, axis=1), 1, dtype=np.float32))[:, None]
    bag_mask = mask((len(ends_rows), 1), dropout)
    bag = model.pairs[batch.pairs].sum(axis=1) * share * bag_mask
    dense = batch.dense * mask(batch.dense.shape, dropout / 2)
    raw = dense @ model.from_dense + ends @ model.from_ends + bag @ model.from_pairs + model.bias
    gate = (raw > 0) * real * mask(raw.shape, dropout)
    hidden = raw * gate

    layers: list[tuple[Floats, Floats]] = []
    means = pushed = np.zeros(0, np.float32)
    for number, step in enumerate(DILATIONS):
        raw = _shifted_product(hidden, model.convolutions[number], step) + model.convolution_bias[number]
        passed = (raw > 0) * real * mask(raw.shape, dropout)
        layers.append((hidden, passed))
        hidden = hidden + raw * passed
        if number == 0:
            means = np.stack([hidden[a:b].mean(axis=0) for a, b in batch.spans])
            pushed = means @ model.context + model.context_bias
            hidden = hidden.copy()
            for (a, b), push in zip(batch.spans, np.maximum(pushed, 0), strict=True):
                hidden[a:b] += push

    scores = hidden @ model.output + model.output_bias
    loss, by_score, by_transition, by_begin = chain_loss(
        model.transitions, model.begin, [scores[a:b] for a, b in batch.spans], [page.states for page in pages]
    )
    lines = int(batch.real.sum())
    back = np.zeros_like(scores)
    for (a, b), part in zip(batch.spans, by_score, strict=True):
        back[a:b] = part / lines
    out: Gradients = {"transitions": by_transition / lines, "begin": by_begin / lines}
    out["output"], out["output_bias"] = hidden.T @ back, back.sum(axis=0)
    flow = back @ model.output.T
    by_convolution, by_bias = np.zeros_like(model.convolutions), np.zeros_like(model.convolution_bias)
    for number in reversed(range(len(DILATIONS))):
        step = DILATIONS[number]
        if number == 0:
            flow = _back_through_context(model, batch, flow, means, pushed, out)
        below, passed = layers[number]
        grad = flow * passed
        before, here, behind = model.convolutions[number]
        by_convolution[number] = below[:-step].T @ grad[step:], below.T @ grad, below[step:].T @ grad[:-step]
        by_bias[number] = grad.sum(axis=0)
        flow = flow + grad @ here.T
        flow[:-step] += grad[step:] @ before.T
        flow[step:] += grad[:-step] @ behind.T
    out["convolutions"], out["convolution_bias"] = by_convolution, by_bias
    grad = flow * gate
    out["from_dense"], out["from_ends"], out["from_pairs"] = dense.T @ grad, ends.T @ grad, bag.T @ grad
    out["bias"] = grad.sum(axis=0)
    by_ends = (grad @ model.from_ends.T).reshape(-1, model.characters.shape[1])
    out["characters"] = _scattered(ends_rows.ravel(), by_ends, len(model.characters))
    by_bag = (grad @ model.from_pairs.T) * share * bag_mask
    out["pairs"] = _scattered(batch.pairs.ravel(), np.repeat(by_bag, batch.pairs.shape[1], axis=0), len(model.pairs))
    out["pairs"][0] = 0
    return loss / lines, out


def _back_through_context(
    model: Model, batch: _Batch, flow: Floats, means: Floats, pushed: Floats, out: Gradients
) -> Floats:
    """Back through the mean over each page; fills the context's gradients."""
    sums = np.stack([flow[a:b].sum(axis=0) for a, b in batch.spans]) * (pushed > 0)
    out["context"], out["context_bias"] = means.T @ sums, sums.sum(axis=0)
    spread = sums @ model.context.T
    flow = flow.copy()
    for (a, b), part in zip(batch.spans, spread, strict=True):
        flow[a:b] += part / (b - a)
    return flow


def _scattered(rows: Ints, values: Floats, size: int) -> Floats:
    """The sum of the values that belong to each row."""
    order = np.argsort(rows, kind="stable")
    ranked = rows[order]
    firsts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    out = np.zeros((size, values.shape[1]), np.float32)
    out[ranked[firsts]] = np.add.reduceat(values[order], firsts, axis=0)
    return out
