"""Making confidences honest: one temperature for all scores, chosen on pages that the weights were not learned from."""

from collections.abc import Sequence

import numpy as np

from jianbao.parse.tagger.decode import chain, marginals, read
from jianbao.parse.tagger.model import Model
from jianbao.parse.tagger.states import STATES
from jianbao.parse.training.pages import LabelledPage

CANDIDATES = tuple(float(heat) for heat in np.arange(1.0, 2.5, 0.05))
"""Never below 1: pages of dates that were learned from would ask for it, later dates for the contrary."""


def best_temperature(model: Model, pages: Sequence[LabelledPage]) -> float:
    """The temperature at which the openings of the pages' articles are least surprising."""
    begin, follow = chain(model)
    opens = np.array([state.opens for state in STATES])
    scored = []
    for page in pages:
        pieces, _, scores = read(model, page.lines)
        scored.append((scores, opens[[page.states[piece.first] for piece in pieces]]))

    def surprise(heat: float) -> float:
        total = 0.0
        for scores, truth in scored:
            opening = marginals(scores / heat, begin / heat, follow / heat) @ opens
            total -= float(np.log(np.where(truth, opening, 1 - opening).clip(1e-6)).sum())
        return total

    return min(CANDIDATES, key=surprise)
