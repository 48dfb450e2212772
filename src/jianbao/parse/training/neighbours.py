"""The table of seams: how often characters, pairs and triples occur in running text."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.seams import Codes, Table, pair_keys, places, triple_keys
from jianbao.parse.training.blocks import Source

PAIRS, TRIPLES = 1 << 19, 1 << 20
"""Sizes of the hash tables."""

LEAST_PAIR, LEAST_TRIPLE = 3, 4
"""Rarer ones are left out: what was seen twice may be chance."""

_MOST = 30_000_000
"""Characters looked at."""


def seam_table(articles: Sequence[Source]) -> Table:
    """Count the text of articles, which must not be those whose line breaks are to be judged."""
    codes = _text(articles)
    counts = np.bincount(codes.astype(np.int64), minlength=1 << 16)
    return Table(
        singles=np.log2(1 + counts).astype(np.float32),
        pairs=_hashed(pair_keys(codes[:-1], codes[1:]), LEAST_PAIR, PAIRS),
        triples=_hashed(triple_keys(codes[:-2], codes[1:-1], codes[2:]), LEAST_TRIPLE, TRIPLES),
        total=np.array(np.log2(max(len(codes), 1)), np.float32),
    )


def _text(articles: Iterable[Source]) -> Codes:
    """The code points of all paragraphs, a line feed before each."""
    parts, length = [], 0
    for article in articles:
        for paragraph in article.paragraphs:
            parts.append("\n" + paragraph)
            length += len(paragraph)
        if length > _MOST:
            break
    data = "".join(["\n\n\n", *parts]).encode("utf-32-le", "surrogatepass")
    return (np.frombuffer(data, np.uint32) & 0xFFFF).astype(np.uint64)


def _hashed(keys: Codes, least: int, size: int) -> npt.NDArray[np.uint8]:
    """The byte of each place: of the keys that fall there the most frequent one."""
    known, counts = np.unique(keys, return_counts=True)
    known, counts = known[counts >= least], counts[counts >= least]
    place, check = places(known, size)
    held = (np.round(np.log2(counts)).clip(1, 15).astype(np.uint8) << 4) | check
    table = np.zeros(size, np.uint8)
    np.maximum.at(table, place, held)
    return table
