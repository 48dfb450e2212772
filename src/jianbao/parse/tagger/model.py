"""What the tagger learned: a committee of networks, and what they share. Made by `python -m jianbao.parse.training`."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger import seams, topics
from jianbao.parse.tagger.committee import mean_scores
from jianbao.parse.tagger.features import Features, Floats, Ints
from jianbao.parse.tagger.network import Inputs, Network

WEIGHTS = "weights.npz"


@dataclass(frozen=True, slots=True)
class Scale:
    """How dense features are brought to a common scale."""

    center: Floats
    """(d,) subtracted from them."""
    factor: Floats
    """(d,) multiplied with them then."""


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """What all networks read their inputs by; each is itself alone."""

    known: npt.NDArray[np.uint32]
    """(v,) code points with an embedding of their own, ascending."""
    topics: topics.Table
    """(buckets, topics): see `jianbao.parse.tagger.topics`."""
    temperature: Floats
    """(): what all scores are divided by before probabilities are told; fitted on pages not learned from."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The whole: one network that joins lines, and several whose mean scores the states of pieces; itself alone."""

    shared: Shared
    seams: seams.Table
    line_scale: Scale
    piece_scale: Scale
    joiner: Network
    """Of two states: begins something, continues the line before."""
    taggers: tuple[Network, ...]
    """Of the states of `jianbao.parse.tagger.states`."""

    @property
    def transitions(self) -> Floats:
        """(s, s): the mean of the taggers' transitions."""
        return _mean([network.transitions for network in self.taggers])

    @property
    def begin(self) -> Floats:
        """(s,): the mean of the taggers' scores of the first state."""
        return _mean([network.begin for network in self.taggers])


def _mean(parts: Sequence[Floats]) -> Floats:
    mean: Floats = np.mean(parts, axis=0, dtype=np.float32)
    return mean


@cache
def load() -> Model:
    """The shipped weights."""
    return from_bytes(resources.files("jianbao.parse").joinpath(WEIGHTS).read_bytes())


def from_bytes(data: bytes) -> Model:
    """A model from an `.npz` with an array for each field, stored in half precision, computed in single."""
    parts: dict[str, dict[str, Any]] = {}
    with np.load(io.BytesIO(data)) as stored:
        for name in stored.files:
            owner, field = name.split(".")
            array = stored[name]
            parts.setdefault(owner, {})[field] = array.astype(np.float32) if array.dtype == np.float16 else array
    return Model(
        Shared(**parts.pop("shared")),
        seams.Table(**parts.pop("seams")),
        Scale(**parts.pop("line_scale")),
        Scale(**parts.pop("piece_scale")),
        _loosened(Network(**parts.pop("joiner"))),
        tuple(_loosened(Network(**parts[owner])) for owner in sorted(parts)),
    )


def to_bytes(model: Model) -> bytes:
    """What `from_bytes` reads; the same bytes for the same weights."""
    owners: dict[str, Shared | seams.Table | Scale | Network] = {
        "shared": model.shared,
        "seams": model.seams,
        "line_scale": model.line_scale,
        "piece_scale": model.piece_scale,
        "joiner": _packed(model.joiner),
        **{f"tagger{at}": _packed(network) for at, network in enumerate(model.taggers)},
    }
    arrays: dict[str, Any] = {}
    for owner, part in owners.items():
        for field in fields(part):
            array = getattr(part, field.name)
            arrays[f"{owner}.{field.name}"] = array.astype(np.float16) if array.dtype == np.float32 else array
    sink = io.BytesIO()
    np.savez_compressed(sink, **arrays)
    return sink.getvalue()


def _packed(network: Network) -> Network:
    """The same network with its pairs, half of all weights, in whole numbers of eight bits.

    What they are divided by is multiplied into the weights behind them, so that nothing else has to know.
    """
    step = np.maximum(np.abs(network.pairs).max(axis=0), 1e-6) / 127
    whole: Any = np.round(network.pairs / step).astype(np.int8)
    heads, tails = (each * step[:, None] for each in (network.from_heads, network.from_tails))
    return replace(network, pairs=whole, from_heads=heads, from_tails=tails)


def _loosened(network: Network) -> Network:
    return replace(network, pairs=network.pairs.astype(np.float32))


def read_inputs(shared: Shared, scale: Scale, features: Features) -> Inputs:
    """Features in the form that the networks take."""
    dense = features.dense - scale.center
    dense *= scale.factor
    np.clip(dense, -_FAR, _FAR, out=dense)
    rows = _row_table(shared).take(features.ends, mode="clip")
    return Inputs(dense, rows, features.head_pairs, features.tail_pairs, features.short)


_FAR = 5
"""What is farther out of the ordinary is held there, in deviations."""


@lru_cache(maxsize=2)
def _row_table(shared: Shared) -> Ints:
    """The row of `Network.characters` for each code point up to one behind the last known; the last is all others'."""
    table = np.full(int(shared.known[-1]) + 2, len(shared.known))
    table[shared.known] = np.arange(len(shared.known))
    return table


def join_scores(model: Model, features: Features) -> Floats:
    """(n, 2): scores of each line's beginning something and of its continuing the line before."""
    return mean_scores((model.joiner,), read_inputs(model.shared, model.line_scale, features))


def state_scores(model: Model, features: Features) -> Floats:
    """(n, s): score of each state of each piece."""
    return mean_scores(model.taggers, read_inputs(model.shared, model.piece_scale, features))
