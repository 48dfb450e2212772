"""The network that scores the states of every line.

Features of each line are projected to a hidden layer; residual convolutions of growing dilation carry what the lines
around say, up to 63 either way; others leap over the text, from each short line to the short ones around it, so that
the headings of a series are seen side by side however long the text between them is; the mean over the page carries its
style; a linear layer gives one score a state.
"""

from dataclasses import dataclass

import numpy as np

from jianbao.parse.tagger.features import Bools, Floats, Ints

DILATIONS = (1, 2, 4, 8, 16, 32)
"""Distance of the neighbours that each convolution looks at, in lines."""

LEAPS = (1, 2, 4)
"""The same in short lines, for the convolutions that see nothing else."""

LEAP_AFTER = 1
"""Number of the convolution that the leaps follow: a short line knows by then what stands beside it."""


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
    short: Bools
    """(n,): lines that may be headings, bylines, captions by their length and end."""


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
    leaps: Floats
    """(len(LEAPS), 3, h, h), or none: for the short line before, the line itself, the short line behind."""
    leap_bias: Floats
    """(len(LEAPS), h)."""
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

_DEEP = 256
"""Rows of the right side from which two products are a third faster than one, whose blocks would be slivers."""


def product(left: Floats, right: Floats) -> Floats:
    """(n, b): `left` (n, a) times `right` (a, b), in blocks of rows that stay in this thread."""
    if len(right) > _DEEP:
        middle = len(right) // 2
        return product(left[:, :middle], right[:middle]) + product(left[:, middle:], right[middle:])
    size = max(_ALONE // right.size, 1)
    if len(left) <= size:
        alone: Floats = left @ right
        return alone
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
    # A place after the other: whole columns are added at once, twice as fast as line by line.
    sums: Floats = rows_of(embeddings, rows.T).sum(axis=0)
    sums *= bag_scale(rows)
    return sums


def bag_scale(rows: Ints) -> Floats:
    """(n, 1): one over the root of the number of pairs."""
    held = np.maximum(np.count_nonzero(rows, axis=1), 1).astype(np.float32)
    scale: Floats = (1 / np.sqrt(held))[:, None]
    return scale


def convolve(network: Network, hidden: Floats, short: Bools) -> Floats:
    """(n, s): scores of the states from the hidden layer of all lines of a page; `short` as in `Inputs`."""
    for number, step in enumerate(DILATIONS):
        hidden = _convolved(hidden, network.convolutions[number], network.convolution_bias[number], step)
        if number == 0:
            hidden += np.maximum(hidden.mean(axis=0) @ network.context + network.context_bias, 0)
        if number == LEAP_AFTER and len(network.leaps) and short.any():
            seen = hidden[short]
            for leap, bias, far in zip(network.leaps, network.leap_bias, LEAPS, strict=True):
                seen = _convolved(seen, leap, bias, far)
            hidden[short] = seen
    return product(hidden, network.output) + network.output_bias


def _convolved(hidden: Floats, weights: Floats, bias: Floats, step: int) -> Floats:
    """(n, h): each line with what it and the lines `step` before and behind it say, added."""
    before, here, behind = weights
    total = product(hidden, here)
    total += bias
    if step < len(hidden):
        total[step:] += product(hidden[:-step], before)
        total[:-step] += product(hidden[step:], behind)
    np.maximum(total, 0, out=total)
    total += hidden
    return total
