"""Making confidences honest: one temperature for all scores, chosen on pages that the weights were not learned from."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from jianbao.parse.decode import tag_with
from jianbao.parse.model import Model
from jianbao.parse.states import STATES
from jianbao.parse.training.pages import LabelledPage

CANDIDATES = tuple(float(t) for t in np.arange(0.8, 2.6, 0.1))


def best_temperature(model: Model, pages: Sequence[LabelledPage]) -> float:
    """The temperature at which the openings of the pages' articles are least surprising."""
    return min(CANDIDATES, key=lambda heat: _surprise(replace(model, temperature=np.float32(heat)), pages))


def _surprise(model: Model, pages: Sequence[LabelledPage]) -> float:
    """Negative log-likelihood of what opens an article and what does not."""
    total = 0.0
    for page in pages:
        for tag, number in zip(tag_with(model, page.lines), page.states, strict=True):
            right = tag.opens == STATES[number].opens
            total -= np.log(max(tag.opens_confidence if right else 1 - tag.opens_confidence, 1e-6))
    return total
