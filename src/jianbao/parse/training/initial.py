"""A network before it has learned anything: how large it is, and the small random numbers it begins with."""

from dataclasses import dataclass, replace

import numpy as np

from jianbao.parse.tagger.features import HEAD, PAIR_BUCKETS, TAIL, Floats
from jianbao.parse.tagger.network import DILATIONS, LEAPS, Network
from jianbao.parse.tagger.states import STATES


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the layers."""

    hidden: int = 64
    character: int = 16
    pair: int = 16
    states: int = len(STATES)
    known: int = 3000
    leaps: int = len(LEAPS)

    def of_joiner(self) -> "Sizes":
        """The sizes of the network that joins lines: what it judges shows in the lines beside a seam."""
        return replace(self, pair=self.pair // 2, states=2, leaps=0)


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
        leaps=normal(sizes.leaps, 3, h, h, deviation=0.5 * (3 * h) ** -0.5),
        leap_bias=np.zeros((sizes.leaps, h), np.float32),
        context=normal(h, h, deviation=0.3 * h**-0.5),
        context_bias=np.zeros(h, np.float32),
        output=normal(h, s, deviation=h**-0.5),
        output_bias=np.zeros(s, np.float32),
        transitions=np.zeros((s, s), np.float32),
        begin=np.zeros(s, np.float32),
    )
