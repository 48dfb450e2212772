"""The network that scores the states of every line.

Features of each line are projected to a hidden layer; residual convolutions of growing dilation carry what the lines
around say, up to 63 either way; the mean over the page carries its style; a linear layer gives one score a state.
"""

from dataclasses import dataclass

import numpy as np

from jianbao.parse.features import Floats, Ints

DILATIONS = (1, 2, 4, 8, 16, 32)
"""Distance of the neighbours that each convolution looks at, in lines."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Features of `n` lines in the form that networks take."""

    dense: Floats
    """(n, d), standardised."""
    ends: Ints
    """(n, ends): the row of `Network.characters` for each character at the ends of the line."""
    head_pairs: Ints
    """(n, SPAN): rows of `Network.pairs`; 0 for none."""
    tail_pairs: Ints
    """(n, TAIL_SPAN)."""


@dataclass(frozen=True, slots=True)
class Network:
    """Weights. `d` dense features, `v` known characters, `e` and `p` sizes of embeddings, `h` units, `s` states."""

    characters: Floats
    """(v + 1, e); the last row stands for all characters that are not known."""
    pairs: Floats
    """(buckets, p); row 0 is zero."""
    from_dense: Floats
    """(d, h)."""
    from_ends: Floats
    """(ends · e, h)."""
    from_heads: Floats
    """(p, h)."""
    from_tails: Floats
    """(p, h)."""
    bias: Floats
    """(h,)."""
    convolutions: Floats
    """(len(DILATIONS), 3, h, h): for the line before, the line itself, the line behind."""
    convolution_bias: Floats
    """(len(DILATIONS), h)."""
    context: Floats
    """(h, h), from the mean over the page."""
    context_bias: Floats
    """(h,)."""
    output: Floats
    """(h, s)."""
    output_bias: Floats
    """(s,)."""
    transitions: Floats
    """(s, s): score of a state, by column, behind another, by row."""
    begin: Floats
    """(s,): score of a state on the first line."""


_ALONE = 1 << 18
"""Multiplications up to which OpenBLAS keeps a product in one thread. On a busy machine waiting for more threads made
a page three times slower, and pages are many: they are what runs in parallel."""


def product(left: Floats, right: Floats) -> Floats:
    """(n, b): `left` (n, a) times `right` (a, b), in blocks of rows that stay in this thread."""
    size = max(_ALONE // right.size, 1)
    whole = len(left) // size * size
    out = np.empty((len(left), right.shape[1]), np.float32)
    if whole:
        blocks = left[:whole].reshape(-1, size, left.shape[1])
        np.matmul(blocks, right, out=out[:whole].reshape(-1, size, right.shape[1]))
    np.matmul(left[whole:], right, out=out[whole:])
    return out


def project(network: Network, inputs: Inputs) -> Floats:
    """(n, h): each line by itself."""
    ends = rows_of(network.characters, inputs.ends).reshape(len(inputs.ends), -1)
    total = product(inputs.dense, network.from_dense) + network.bias
    total += product(ends, network.from_ends)
    total += product(bag(network.pairs, inputs.head_pairs), network.from_heads)
    total += product(bag(network.pairs, inputs.tail_pairs), network.from_tails)
    hidden: Floats = np.maximum(total, 0, out=total)
    return hidden


def rows_of(table: Floats, rows: Ints) -> Floats:
    """`table[rows]`, several times faster: rows that are known to be in it need no looking after."""
    found: Floats = table.take(rows, axis=0, mode="clip")
    return found


def bag(embeddings: Floats, rows: Ints) -> Floats:
    """(n, p): the sum of a line's pairs, over the root of their number."""
    ones = np.ones(rows.shape[1], np.float32)
    sums: Floats = (ones @ rows_of(embeddings, rows)) * bag_scale(rows)
    return sums


def bag_scale(rows: Ints) -> Floats:
    """(n, 1): one over the root of the number of pairs."""
    held = np.maximum(np.count_nonzero(rows, axis=1), 1).astype(np.float32)
    scale: Floats = (1 / np.sqrt(held))[:, None]
    return scale


def convolve(network: Network, hidden: Floats) -> Floats:
    """(n, s): scores of the states from the hidden layer of all lines of a page."""
    count = len(hidden)
    for number, step in enumerate(DILATIONS):
        before, here, behind = network.convolutions[number]
        total = product(hidden, here)
        total += network.convolution_bias[number]
        if step < count:
            total[step:] += product(hidden[:-step], before)
            total[:-step] += product(hidden[step:], behind)
        np.maximum(total, 0, out=total)
        total += hidden
        hidden = total
        if number == 0:
            hidden += np.maximum(hidden.mean(axis=0) @ network.context + network.context_bias, 0)
    return product(hidden, network.output) + network.output_bias
