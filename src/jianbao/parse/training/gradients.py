"""Loss and gradients on a batch of pages: the network of `jianbao.parse.network`, run forward and back.

The pages of a batch lie end to end, so that one matrix product serves them all; what a convolution would see of another
page is masked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from jianbao.parse.features import HEAD, PAIR_BUCKETS, TAIL, Floats, Ints
from jianbao.parse.network import DILATIONS, Inputs, Network, bag, bag_scale
from jianbao.parse.states import STATES
from jianbao.parse.training.chain import Grammar, chain_loss

Gradients = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the layers."""

    hidden: int = 64
    character: int = 16
    pair: int = 16
    states: int = len(STATES)
    known: int = 3000

    def of_joiner(self) -> "Sizes":
        """The sizes of the network that joins lines."""
        return replace(self, pair=self.pair // 2, states=2)


@dataclass(frozen=True, slots=True)
class Example:
    """A page ready to learn from."""

    inputs: Inputs
    states: Ints


def initial(sizes: Sizes, dense: int, known: int, rng: np.random.Generator) -> Network:
    """A network before training, for so many dense features and known characters."""
    h, e, p, s = sizes.hidden, sizes.character, sizes.pair, sizes.states

    def normal(*shape: int, deviation: float) -> Floats:
        return rng.normal(0, deviation, shape).astype(np.float32)

    pairs = normal(PAIR_BUCKETS, p, deviation=0.1)
    pairs[0] = 0
    return Network(
        characters=normal(known + 1, e, deviation=0.3),
        pairs=pairs,
        from_dense=normal(dense, h, deviation=dense**-0.5),
        from_ends=normal((HEAD + TAIL) * e, h, deviation=((HEAD + TAIL) * e) ** -0.5),
        from_heads=normal(p, h, deviation=p**-0.5),
        from_tails=normal(p, h, deviation=p**-0.5),
        bias=np.zeros(h, np.float32),
        convolutions=normal(len(DILATIONS), 3, h, h, deviation=0.5 * (3 * h) ** -0.5),
        convolution_bias=np.zeros((len(DILATIONS), h), np.float32),
        context=normal(h, h, deviation=0.3 * h**-0.5),
        context_bias=np.zeros(h, np.float32),
        output=normal(h, s, deviation=h**-0.5),
        output_bias=np.zeros(s, np.float32),
        transitions=np.zeros((s, s), np.float32),
        begin=np.zeros(s, np.float32),
    )


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages laid end to end."""

    spans: tuple[tuple[int, int], ...]
    together: tuple[Floats, ...]
    """For each dilation (n - step, 1): whether a line and the one so far behind it are of one page."""
    inputs: Inputs


def _lay_out(pages: Sequence[Example]) -> _Batch:
    ends = np.cumsum([len(page.states) for page in pages]).tolist()
    spans = tuple(pairwise([0, *ends]))
    page_of = np.repeat(np.arange(len(pages)), [len(page.states) for page in pages])
    together = tuple((page_of[step:] == page_of[:-step])[:, None].astype(np.float32) for step in DILATIONS)
    joined = {
        field.name: np.concatenate([getattr(page.inputs, field.name) for page in pages]) for field in fields(Inputs)
    }
    return _Batch(spans, together, Inputs(**joined))


@dataclass(frozen=True, slots=True)
class Noise:
    """Dropout: what is hidden from the network at one step."""

    rng: np.random.Generator
    rate: float

    def mask(self, shape: tuple[int, ...], share: float = 1.0) -> Floats:
        """Zeros at `rate * share`, elsewhere what keeps the mean at one."""
        rate = np.float32(self.rate * share)
        kept = self.rng.random(shape, np.float32) >= rate
        return kept.astype(np.float32) / (1 - rate)


@dataclass(frozen=True, slots=True)
class _Projection:
    """The projection of the features, with what its gradients need."""

    dense: Floats
    rows: Ints
    ends: Floats
    bags: tuple[Floats, Floats]
    masks: tuple[Floats, Floats]
    gate: Floats
    hidden: Floats


@dataclass(frozen=True, slots=True)
class _Stack:
    """The convolutions: what went into each, what its gate let pass, the context, and the last layer."""

    below: tuple[Floats, ...]
    gates: tuple[Floats, ...]
    means: Floats
    pushed: Floats
    hidden: Floats


def loss_and_gradients(
    network: Network, grammar: Grammar, pages: Sequence[Example], noise: Noise
) -> tuple[float, Gradients]:
    """Negative log-likelihood of the pages' states, a line, and its derivatives by every trained field."""
    batch = _lay_out(pages)
    lines = _project(network, batch, noise)
    stack = _convolve(network, batch, noise, lines.hidden)
    scores = stack.hidden @ network.output + network.output_bias
    loss, by_score, by_transition, by_begin = chain_loss(
        network, grammar, [scores[a:b] for a, b in batch.spans], [page.states for page in pages]
    )
    count = np.float32(len(scores))
    back = np.zeros_like(scores)
    for (a, b), part in zip(batch.spans, by_score, strict=True):
        back[a:b] = part / count
    gradients = {
        "transitions": by_transition / count,
        "begin": by_begin / count,
        "output": stack.hidden.T @ back,
        "output_bias": back.sum(axis=0),
    }
    flow = _through_convolutions(network, batch, stack, back @ network.output.T, gradients)
    _through_projection(network, batch, lines, flow, gradients)
    return loss / float(count), gradients


def _project(network: Network, batch: _Batch, noise: Noise) -> _Projection:
    """Characters are taken for unknown ones, and bags of pairs and dense features left out, at random."""
    inputs = batch.inputs
    unseen = noise.rng.random(inputs.ends.shape) < noise.rate / 2
    rows = np.where(unseen, len(network.characters) - 1, inputs.ends)
    ends = network.characters[rows].reshape(len(rows), -1)
    masks = noise.mask((len(rows), 1)), noise.mask((len(rows), 1))
    heads = bag(network.pairs, inputs.head_pairs) * masks[0]
    tails = bag(network.pairs, inputs.tail_pairs) * masks[1]
    dense = inputs.dense * noise.mask(inputs.dense.shape, 0.5)
    raw = dense @ network.from_dense + ends @ network.from_ends + network.bias
    raw += heads @ network.from_heads + tails @ network.from_tails
    gate = (raw > 0) * noise.mask(raw.shape)
    return _Projection(dense, rows, ends, (heads, tails), masks, gate, raw * gate)


def _convolve(network: Network, batch: _Batch, noise: Noise, hidden: Floats) -> _Stack:
    below, gates = [], []
    means = pushed = np.zeros(0, np.float32)
    for number, step in enumerate(DILATIONS):
        before, here, behind = network.convolutions[number]
        raw = hidden @ here + network.convolution_bias[number]
        together = batch.together[number]
        raw[step:] += (hidden[:-step] * together) @ before
        raw[:-step] += (hidden[step:] * together) @ behind
        gate = (raw > 0) * noise.mask(raw.shape)
        below.append(hidden)
        gates.append(gate)
        hidden = hidden + raw * gate
        if number == 0:
            means = np.stack([hidden[a:b].mean(axis=0) for a, b in batch.spans])
            pushed = means @ network.context + network.context_bias
            for (a, b), push in zip(batch.spans, np.maximum(pushed, 0), strict=True):
                hidden[a:b] += push
    return _Stack(tuple(below), tuple(gates), means, pushed, hidden)


def _through_convolutions(network: Network, batch: _Batch, stack: _Stack, flow: Floats, gradients: Gradients) -> Floats:
    """Back through the convolutions, whose gradients it adds; returns the derivatives by the projection."""
    weights, bias = np.zeros_like(network.convolutions), np.zeros_like(network.convolution_bias)
    for number in reversed(range(len(DILATIONS))):
        step, below = DILATIONS[number], stack.below[number]
        before, here, behind = network.convolutions[number]
        if number == 0:
            flow = _through_context(network, batch, stack, flow, gradients)
        grad = flow * stack.gates[number]
        onto, from_ = grad[step:] * batch.together[number], grad[:-step] * batch.together[number]
        weights[number] = below[:-step].T @ onto, below.T @ grad, below[step:].T @ from_
        bias[number] = grad.sum(axis=0)
        flow = flow + grad @ here.T
        flow[:-step] += onto @ before.T
        flow[step:] += from_ @ behind.T
    gradients["convolutions"], gradients["convolution_bias"] = weights, bias
    return flow


def _through_context(network: Network, batch: _Batch, stack: _Stack, flow: Floats, gradients: Gradients) -> Floats:
    """Back through the mean over each page."""
    sums = np.stack([flow[a:b].sum(axis=0) for a, b in batch.spans]) * (stack.pushed > 0)
    gradients["context"], gradients["context_bias"] = stack.means.T @ sums, sums.sum(axis=0)
    spread = sums @ network.context.T
    flow = flow.copy()
    for (a, b), part in zip(batch.spans, spread, strict=True):
        flow[a:b] += part / (b - a)
    return flow


def _through_projection(
    network: Network, batch: _Batch, lines: _Projection, flow: Floats, gradients: Gradients
) -> None:
    """Back to the features; adds the gradients of the embeddings and of all that projects them."""
    grad = flow * lines.gate
    gradients["from_dense"], gradients["bias"] = lines.dense.T @ grad, grad.sum(axis=0)
    gradients["from_ends"] = lines.ends.T @ grad
    gradients["from_heads"], gradients["from_tails"] = (each.T @ grad for each in lines.bags)
    by_ends = (grad @ network.from_ends.T).reshape(-1, network.characters.shape[1])
    gradients["characters"] = _scattered(lines.rows.ravel(), by_ends, len(network.characters))
    by_pair = np.zeros_like(network.pairs)
    for rows, weights, mask in zip(
        (batch.inputs.head_pairs, batch.inputs.tail_pairs),
        (network.from_heads, network.from_tails),
        lines.masks,
        strict=True,
    ):
        by_bag = (grad @ weights.T) * mask * bag_scale(rows)
        by_pair += _scattered(rows.ravel(), np.repeat(by_bag, rows.shape[1], axis=0), len(by_pair))
    by_pair[0] = 0
    gradients["pairs"] = by_pair


def _scattered(rows: Ints, values: npt.NDArray[np.floating], size: int) -> Floats:
    """The sum of the values that belong to each row."""
    out = np.zeros((size, values.shape[1]), np.float32)
    order = np.argsort(rows, kind="stable")
    ranked = rows[order]
    firsts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    out[ranked[firsts]] = np.add.reduceat(values[order], firsts, axis=0)
    return out
