"""The network that scores the states of every line.

Features of each line are projected to a hidden layer; residual convolutions of growing dilation carry what the lines
around say, up to 63 either way; others leap over the text, from each short line to the short ones around it, so that
the headings of a series are seen side by side however long the text between them is; the mean over the page carries its
style; a linear layer gives one score a state.
"""

from dataclasses import dataclass, fields

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

    def lines(self, first: int, end: int) -> "Inputs":
        """The same of some of the lines."""
        return Inputs(*(getattr(self, field.name)[first:end] for field in fields(self)))


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Weights; each network equals itself alone.

    `d` dense features, `v` known characters, `e` and `p` sizes of embeddings, `h` units, `s` states.
    """

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
    held = np.maximum(np.add.reduce(rows > 0, axis=1, dtype=np.int8), 1).astype(np.float32)
    scale: Floats = (1 / np.sqrt(held))[:, None]
    return scale
