"""The table of topics: latent semantic analysis of pairs of characters over stretches of articles.

The matrix of stretches by pairs is never written out whole; its first singular vectors are found by subspace iteration
(Halko, Martinsson & Tropp, 2011) on its rows.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger import characters
from jianbao.parse.tagger.cohesion import word_pairs
from jianbao.parse.tagger.topics import Floats, Table, buckets
from jianbao.parse.training.blocks import Source

BUCKETS = 1 << 15
TOPICS = 48
STRETCH = 500
"""Characters of text that stand together."""

_ROUNDS = 3
_MOST = 24_000
"""Stretches looked at."""
_SPARE = 8
"""Directions carried along and dropped at the end, which makes the others exact."""

_CLIP = 6
"""Deviations kept in eight bits; what is farther out is held there."""

Row = tuple[npt.NDArray[np.int64], Floats]


def topic_table(articles: Sequence[Source], seed: int) -> Table:
    """(BUCKETS, TOPICS): a vector for each bucket of pairs, already weighted by how telling the pairs are."""
    texts = [text for article in articles for text in _stretches(article.paragraphs)]
    rng = np.random.default_rng(seed)
    chosen = rng.permutation(len(texts))[:_MOST]
    rows, telling = _weighted([_counts(texts[at]) for at in chosen])
    basis = rng.normal(size=(BUCKETS, TOPICS + _SPARE)).astype(np.float32)
    for _ in range(_ROUNDS):
        left, _ = np.linalg.qr(_times(rows, basis))
        basis, _ = np.linalg.qr(_transposed_times(rows, left))
    _, _, right = np.linalg.svd(_times(rows, basis), full_matrices=False)
    table = (basis @ right.T)[:, :TOPICS] * telling[:, None]
    whole: Table = np.round(table * (127 / (_CLIP * table.std()))).clip(-127, 127).astype(np.int8)
    return whole


def _stretches(paragraphs: Iterable[str]) -> list[str]:
    out, held = [], ""
    for paragraph in paragraphs:
        held += paragraph[:STRETCH] + "。"
        if len(held) > STRETCH:
            out.append(held)
            held = ""
    return [*out, held] if held else out


def _counts(text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    _, pairs = word_pairs(characters.read([text]))
    return np.unique(buckets(pairs, BUCKETS), return_counts=True)


def _weighted(counted: Sequence[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]) -> tuple[list[Row], Floats]:
    """Rows of unit length, damped and weighted by inverse document frequency; the weights of the buckets."""
    seen = np.zeros(BUCKETS)
    for held, _ in counted:
        seen[held] += 1
    telling = np.log(len(counted) / (seen + 5)).clip(0).astype(np.float32)
    rows = []
    for held, counts in counted:
        values = np.sqrt(counts).astype(np.float32) * telling[held]
        rows.append((held, values / max(float(np.linalg.norm(values)), 1e-6)))
    return rows, telling


def _times(rows: Sequence[Row], basis: Floats) -> Floats:
    return np.stack([values @ basis[held] for held, values in rows])


def _transposed_times(rows: Sequence[Row], left: Floats) -> Floats:
    out = np.zeros((BUCKETS, left.shape[1]), np.float32)
    for (held, values), row in zip(rows, left, strict=True):
        out[held] += np.outer(values, row)
    return out
