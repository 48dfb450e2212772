"""The order of what was found: BM25F over headline and text (Robertson and Zaragoza 2009), whole words first."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from jianbao.index.search.match import Found

HEADLINE_WEIGHT: Final = 8
"""An occurrence in the headline counts as so many in the text."""
K1: Final = 1.2
B: Final = 0.75
PRECISION: Final = 10_000
"""Scores are whole numbers of this part, so that all engines agree on what is equal."""


def term_weight(articles: int, holding: int) -> float:
    """What a term counts that so many of all articles have."""
    return math.log(1 + articles / (holding + 1))


def score(found: Sequence[Found], joins: Sequence[bool], weights: Sequence[float], length: float) -> int:
    """Rank an article; `length` is that of its text by the average.

    A whole word outranks any part of one, and terms that stand in the text as they do in the query, one right after the
    other (`joins`, for each and the next), outrank the same terms apart.
    """
    norm = 1 - B + B * length
    total = 0.0
    for term, weight in zip(found, weights, strict=True):
        frequency = term.body + HEADLINE_WEIGHT * term.headline
        total += weight * (frequency / (frequency + K1 * norm) + term.whole)
    for joined, pair in zip(joins, pairwise(weights), strict=True):
        total += joined * min(pair)
    return math.floor(total * PRECISION + 0.5)
