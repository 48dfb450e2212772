"""Networks of the same sizes at work on a page, side by side: a product for all costs one call, not one each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from jianbao.parse.tagger.features import Bools, Floats
from jianbao.parse.tagger.network import DILATIONS, LEAP_AFTER, LEAPS, Inputs, Network, bag_scale, rows_of


@dataclass(frozen=True, slots=True)
class Committee:
    """The weights of `k` networks as the products take them; for the other letters see `Network`."""

    characters: Floats
    """(k, v + 1, e)."""
    pairs: Floats
    """(buckets, k · p): what all say of a pair stands together in memory."""
    from_dense: Floats
    """(k, d, h)."""
    from_ends: Floats
    """(k, ends · e, h)."""
    from_heads: Floats
    """(k, p, h)."""
    from_tails: Floats
    """(k, p, h)."""
    bias: Floats
    """(k, 1, h)."""
    convolutions: Floats
    """(len(DILATIONS), 3, k, 1, h, h)."""
    convolution_bias: Floats
    """(len(DILATIONS), k, 1, h)."""
    leaps: Floats
    """(len(LEAPS), 3, k, 1, h, h), or none."""
    leap_bias: Floats
    """(len(LEAPS), k, 1, h)."""
    context: Floats
    """(k, h, h)."""
    context_bias: Floats
    """(k, 1, h)."""
    output: Floats
    """(k, h, s)."""
    output_bias: Floats
    """(k, 1, s)."""


@lru_cache(maxsize=8)
def committee_of(networks: tuple[Network, ...]) -> Committee:
    """The networks as one; kept, since they read page after page."""

    def stacked(name: str, axis: int = 0) -> Floats:
        return np.stack([getattr(network, name) for network in networks], axis)

    return Committee(
        characters=stacked("characters"),
        pairs=np.hstack([network.pairs for network in networks]),
        from_dense=stacked("from_dense"),
        from_ends=stacked("from_ends"),
        from_heads=stacked("from_heads"),
        from_tails=stacked("from_tails"),
        bias=stacked("bias")[:, None],
        convolutions=stacked("convolutions", 2)[:, :, :, None],
        convolution_bias=stacked("convolution_bias", 1)[:, :, None],
        leaps=stacked("leaps", 2)[:, :, :, None],
        leap_bias=stacked("leap_bias", 1)[:, :, None],
        context=stacked("context"),
        context_bias=stacked("context_bias")[:, None],
        output=stacked("output"),
        output_bias=stacked("output_bias")[:, None],
    )


CHUNK = 4096
"""Lines projected at once, and seen by all networks at once, which bounds the memory that a long page takes."""

_ALONE = 1 << 18
"""Multiplications up to which OpenBLAS keeps a product in one thread. On a busy machine waiting for more threads made
a page three times slower, and pages are many: they are what runs in parallel."""

_DEEP = 144
"""Rows of the right side from which two products are a third faster than one, whose blocks would be slivers."""


def product(left: Floats, right: Floats) -> Floats:
    """(k, n, b): `left` (k or 1, n, a) times `right` (k, a, b), in blocks of rows that stay in this thread."""
    members, deep, wide = right.shape
    if deep > _DEEP:
        middle = deep // 2
        return product(left[:, :, :middle], right[:, :middle]) + product(left[:, :, middle:], right[:, middle:])
    count = left.shape[1]
    rows = _rows(count, deep * wide)
    out = np.empty((members, count, wide), np.float32)
    whole = count // rows * rows
    blocks = (whole // rows, rows)
    left_blocks, out_blocks = (each[:, :whole].reshape(len(each), *blocks, -1) for each in (left, out))
    np.matmul(left_blocks, right[:, None], out=out_blocks)
    if whole < count:
        np.matmul(left[:, whole:], right, out=out[:, whole:])
    return out


def _rows(count: int, size: int) -> int:
    """How many of `count` rows a block takes against a right side of this size: as many as may be, evenly."""
    most = max(_ALONE // size, 1)
    return -(-count // -(-count // most))


def project(committee: Committee, inputs: Inputs) -> Floats:
    """(k, n, h): each line by itself."""
    count = len(inputs.ends)
    ends = committee.characters.take(inputs.ends, axis=1, mode="clip").reshape(len(committee.bias), count, -1)
    total = product(inputs.dense[None], committee.from_dense)
    total += committee.bias
    total += product(ends, committee.from_ends)
    for rows, weights in ((inputs.head_pairs, committee.from_heads), (inputs.tail_pairs, committee.from_tails)):
        # A place after the other: whole columns are added at once, twice as fast as line by line.
        sums = rows_of(committee.pairs, rows.T).sum(axis=0)
        sums *= bag_scale(rows)
        total += product(sums.reshape(count, len(weights), -1).swapaxes(0, 1), weights)
    hidden: Floats = np.maximum(total, 0, out=total)
    return hidden


def convolve(committee: Committee, hidden: Floats, short: Bools) -> Floats:
    """(k, n, s): scores of the states from the hidden layers of all lines of a page; `short` as in `Inputs`."""
    count = hidden.shape[1]
    hidden, lines = _in_blocks(hidden), hidden
    for number, step in enumerate(DILATIONS):
        weights, bias = committee.convolutions[number], committee.convolution_bias[number]
        hidden = _convolved(hidden, weights, bias, (step, count))
        lines = _lines(hidden)[:, :count]
        if number == 0:
            pushed = lines.mean(axis=1, keepdims=True) @ committee.context
            pushed += committee.context_bias
            lines += np.maximum(pushed, 0, out=pushed)
        if number == LEAP_AFTER and len(committee.leaps) and short.any():
            seen = _in_blocks(lines[:, short])
            many = int(np.count_nonzero(short))
            for leap, leap_bias, far in zip(committee.leaps, committee.leap_bias, LEAPS, strict=True):
                seen = _convolved(seen, leap, leap_bias, (far, many))
            lines[:, short] = _lines(seen)[:, :many]
    scores = product(lines, committee.output)
    scores += committee.output_bias
    return scores


def _in_blocks(lines: Floats) -> Floats:
    """(k, blocks, rows, h): the (k, n, h) lines, and behind them as many of zeros as fill the last block."""
    members, count, units = lines.shape
    rows = _rows(count, units * units)
    blocks = -(-count // rows)
    out = np.zeros((members, blocks * rows, units), np.float32)
    out[:, :count] = lines
    return out.reshape(members, blocks, rows, units)


def _lines(blocks: Floats) -> Floats:
    """(k, n, h): the same memory without the blocks."""
    members, number, rows, units = blocks.shape
    return blocks.reshape(members, number * rows, units)


def _convolved(hidden: Floats, weights: Floats, bias: Floats, near: tuple[int, int]) -> Floats:
    """(k, blocks, rows, h): each line with what it and the lines so far before and behind it say, added.

    `near` is how far, and how many lines there are: what fills the last block is seen by none of them.
    """
    step, count = near
    products = np.matmul(hidden, weights)
    before, here, behind = map(_lines, products)
    here += bias
    if step < count:
        here[:, step:count] += before[:, : count - step]
        here[:, : count - step] += behind[:, step:count]
    np.maximum(here, 0, out=here)
    here += _lines(hidden)
    added: Floats = products[1]
    return added


def mean_scores(networks: Sequence[Network], inputs: Inputs) -> Floats:
    """(n, s): the mean of the networks' scores; on pages of many lines one network after the other."""
    if len(inputs.dense) > CHUNK and len(networks) > 1:
        mean: Floats = np.mean([mean_scores((network,), inputs) for network in networks], axis=0, dtype=np.float32)
        return mean
    committee = committee_of(tuple(networks))
    parts = [project(committee, inputs.lines(at, at + CHUNK)) for at in range(0, len(inputs.dense), CHUNK)]
    hidden = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
    scores: Floats = convolve(committee, hidden, inputs.short).mean(axis=0)
    return scores
