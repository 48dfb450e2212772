"""The network that scores the states of every line, and its weights.

Features of each line are projected to a hidden layer; residual convolutions of growing dilation carry what the
neighbours say up to fifteen lines either way; the mean over the page carries its style; a linear layer gives one score a
state. The linear chain over those scores is `decode`'s. The weights are made by `python -m jianbao.parse.training`.
"""

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from jianbao.parse.features import Floats, PageFeatures

DILATIONS = (1, 2, 4, 8)
"""Distance of the neighbours that each convolution looks at, in lines."""

CHUNK = 4096
"""Lines projected at once, which bounds the memory that a page of any length takes."""

WEIGHTS = "weights.npz"


@dataclass(frozen=True, slots=True)
class Model:
    """The weights. `d` dense features, `v` characters known, `e` and `p` sizes of embeddings, `h` hidden, `s` states."""

    center: Floats
    """(d,) subtracted from the dense features."""
    scale: Floats
    """(d,) multiplied with them then."""
    known: npt.NDArray[np.uint32]
    """(v,) code points with an embedding of their own, ascending."""
    characters: Floats
    """(v + 1, e); the last row stands for all others."""
    pairs: Floats
    """(buckets, p); row 0 is zero."""
    from_dense: Floats
    """(d, h)."""
    from_ends: Floats
    """(ends · e, h)."""
    from_pairs: Floats
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
    temperature: Floats
    """(): what all scores are divided by before probabilities are told; fitted on pages not trained on."""


@cache
def load() -> Model:
    """The shipped weights."""
    data = resources.files("jianbao.parse").joinpath(WEIGHTS).read_bytes()
    with np.load(io.BytesIO(data)) as arrays:
        return Model(**{name: _working(arrays[name]) for name in arrays.files})


def _working(array: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Stored in half precision, computed in single."""
    return array.astype(np.float32) if array.dtype == np.float16 else array


def rows_of(known: npt.NDArray[np.uint32], ends: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """The row of `Model.characters` for each code point."""
    at = np.minimum(np.searchsorted(known, ends), len(known) - 1)
    return np.where(known[at] == ends, at, len(known)).astype(np.int64)


def standardised(model: Model, dense: Floats) -> Floats:
    """Dense features on a common scale; what is far out of the ordinary is held at five deviations."""
    return ((dense - model.center) * model.scale).clip(-5, 5)


def emissions(model: Model, features: PageFeatures) -> Floats:
    """(n, s): score of each state on each line."""
    count = len(features.dense)
    hidden = np.concatenate([_project(model, features, slice(at, at + CHUNK)) for at in range(0, count, CHUNK)])
    for number, step in enumerate(DILATIONS):
        before, here, behind = model.convolutions[number]
        total = hidden @ here + model.convolution_bias[number]
        total[step:] += hidden[:-step] @ before
        total[:-step] += hidden[step:] @ behind
        hidden += np.maximum(total, 0)
        if number == 0:
            hidden += np.maximum(hidden.mean(axis=0) @ model.context + model.context_bias, 0)
    scores: Floats = hidden @ model.output + model.output_bias
    return scores


def _project(model: Model, features: PageFeatures, part: slice) -> Floats:
    ends = model.characters[rows_of(model.known, features.ends[part])]
    pairs = features.pairs[part]
    bag = model.pairs[pairs].sum(axis=1) / np.sqrt(np.maximum(np.count_nonzero(pairs, axis=1), 1))[:, None]
    total = standardised(model, features.dense[part]) @ model.from_dense
    total += ends.reshape(len(ends), -1) @ model.from_ends
    total += bag.astype(np.float32) @ model.from_pairs
    hidden: Floats = np.maximum(total + model.bias, 0)
    return hidden
