"""Loss and gradients on a batch of pages: the network of `jianbao.parse.tagger.network`, run forward and back.

The pages of a batch lie end to end, so that one matrix product serves them all; what a convolution would see of another
page is masked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.features import Floats, Ints
from jianbao.parse.tagger.network import DILATIONS, LEAP_AFTER, LEAPS, Inputs, Network, bag, bag_scale
from jianbao.parse.training.chain import Grammar, chain_loss

Gradients = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Example:
    """A page ready to learn from."""

    inputs: Inputs
    states: Ints


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages laid end to end."""

    spans: tuple[tuple[int, int], ...]
    together: tuple[Floats, ...]
    """For each dilation (n - step, 1): whether a line and the one so far behind it are of one page."""
    short: Ints
    """(m,) the places of the short lines."""
    short_together: tuple[Floats, ...]
    """For each leap (m - step, 1): the same of short lines."""
    inputs: Inputs


def _lay_out(pages: Sequence[Example]) -> _Batch:
    ends = np.cumsum([len(page.states) for page in pages]).tolist()
    spans = tuple(pairwise([0, *ends]))
    page_of = np.repeat(np.arange(len(pages)), [len(page.states) for page in pages])
    joined = {
        field.name: np.concatenate([getattr(page.inputs, field.name) for page in pages]) for field in fields(Inputs)
    }
    inputs = Inputs(**joined)
    short = np.flatnonzero(inputs.short)
    return _Batch(spans, _together(page_of, DILATIONS), short, _together(page_of[short], LEAPS), inputs)


def _together(page_of: Ints, steps: Sequence[int]) -> tuple[Floats, ...]:
    return tuple((page_of[step:] == page_of[:-step])[:, None].astype(np.float32) for step in steps)


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
class _Layer:
    """One convolution: what went into it, and what its gate let pass."""

    below: Floats
    gate: Floats
    step: int
    together: Floats


@dataclass(frozen=True, slots=True)
class _Stack:
    """All convolutions, the context, and the last layer."""

    layers: tuple[_Layer, ...]
    leaps: tuple[_Layer, ...]
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
    layers, leaps = [], []
    means = pushed = np.zeros(0, np.float32)
    for number, step in enumerate(DILATIONS):
        weights, bias = network.convolutions[number], network.convolution_bias[number]
        layer, hidden = _convolved(weights, bias, hidden, (step, batch.together[number]), noise)
        layers.append(layer)
        if number == 0:
            means = np.stack([hidden[a:b].mean(axis=0) for a, b in batch.spans])
            pushed = means @ network.context + network.context_bias
            for (a, b), push in zip(batch.spans, np.maximum(pushed, 0), strict=True):
                hidden[a:b] += push
        if number == LEAP_AFTER and len(network.leaps):
            seen = hidden[batch.short]
            for at, far in enumerate(LEAPS):
                near = far, batch.short_together[at]
                layer, seen = _convolved(network.leaps[at], network.leap_bias[at], seen, near, noise)
                leaps.append(layer)
            hidden = hidden.copy()
            hidden[batch.short] = seen
    return _Stack(tuple(layers), tuple(leaps), means, pushed, hidden)


def _convolved(
    weights: Floats, bias: Floats, hidden: Floats, near: tuple[int, Floats], noise: Noise
) -> tuple[_Layer, Floats]:
    before, here, behind = weights
    step, together = near
    raw = hidden @ here + bias
    raw[step:] += (hidden[:-step] * together) @ before
    raw[:-step] += (hidden[step:] * together) @ behind
    gate = (raw > 0) * noise.mask(raw.shape)
    return _Layer(hidden, gate, step, together), hidden + raw * gate


def _through_convolutions(network: Network, batch: _Batch, stack: _Stack, flow: Floats, gradients: Gradients) -> Floats:
    """Back through the convolutions, whose gradients it adds; returns the derivatives by the projection."""
    weights, bias = np.zeros_like(network.convolutions), np.zeros_like(network.convolution_bias)
    leaps, leap_bias = np.zeros_like(network.leaps), np.zeros_like(network.leap_bias)
    for number in reversed(range(len(DILATIONS))):
        if number == LEAP_AFTER and len(network.leaps):
            part = flow[batch.short]
            for at in reversed(range(len(LEAPS))):
                leaps[at], leap_bias[at], part = _through(network.leaps[at], stack.leaps[at], part)
            flow = flow.copy()
            flow[batch.short] = part
        if number == 0:
            flow = _through_context(network, batch, stack, flow, gradients)
        weights[number], bias[number], flow = _through(network.convolutions[number], stack.layers[number], flow)
    gradients["convolutions"], gradients["convolution_bias"] = weights, bias
    gradients["leaps"], gradients["leap_bias"] = leaps, leap_bias
    return flow


def _through(weights: Floats, layer: _Layer, flow: Floats) -> tuple[Floats, Floats, Floats]:
    """Back through one convolution: the derivatives by its weights, its bias, and what went into it."""
    before, here, behind = weights
    step, below = layer.step, layer.below
    grad = flow * layer.gate
    onto, from_ = grad[step:] * layer.together, grad[:-step] * layer.together
    by_weights = np.stack((below[:-step].T @ onto, below.T @ grad, below[step:].T @ from_))
    flow = flow + grad @ here.T
    flow[:-step] += onto @ before.T
    flow[step:] += from_ @ behind.T
    return by_weights, grad.sum(axis=0), flow


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
        held = np.flatnonzero(rows)
        by_pair += _scattered(rows.ravel()[held], by_bag[held // rows.shape[1]], len(by_pair))
    gradients["pairs"] = by_pair


def _scattered(rows: Ints, values: npt.NDArray[np.floating], size: int) -> Floats:
    """The sum of the values that belong to each row."""
    out = np.empty((size, values.shape[1]), np.float32)
    for number, column in enumerate(values.T):
        out[:, number] = np.bincount(rows, column, size)
    return out
