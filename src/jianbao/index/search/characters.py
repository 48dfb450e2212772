"""All folded characters of some articles, with what the index must know of each, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from jianbao.index.search.bits import Integers
from jianbao.index.search.fold import WHITE_SPACE, WORD_RANGES, straighten
from jianbao.model.search import SearchDocument

HEADLINE = "title"
"""Role of the blocks that count as headline."""


@dataclass(frozen=True, slots=True)
class Characters:
    """One entry a character: article by article, the headline first, white space left out."""

    code: npt.NDArray[np.uint32]
    article: npt.NDArray[np.int32]
    """Number of its article."""
    headline: npt.NDArray[np.bool_]
    """Whether it stands in a headline."""
    position: npt.NDArray[np.int32]
    """Within the headline, or within all the rest; one is left out between blocks, so nothing adjoins across them."""
    begins: npt.NDArray[np.bool_]
    """False inside a Latin word or number, but at its start."""
    ends: npt.NDArray[np.bool_]
    """False inside a Latin word or number, but at its end."""
    last: npt.NDArray[np.bool_]
    """Whether it is the last of its block."""


def characters(documents: Sequence[SearchDocument]) -> Characters:
    """Fold all blocks of the articles and lay them out."""
    parted = [_headline_first(document) for document in documents]
    blocks = list(chain.from_iterable(parted))
    owner = np.repeat(np.arange(len(parted)), [len(part) for part in parted])
    headline = np.array([role == HEADLINE for role, _ in blocks], dtype=np.bool_)
    texts = [straighten(text) for _, text in blocks]
    raw = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    block = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) for text in texts])
    kept = ~np.isin(raw, np.array([ord(char) for char in WHITE_SPACE], dtype=np.uint32))
    same = block[1:] == block[:-1]
    inside = are_words(raw)
    inside = inside[1:] & inside[:-1] & same
    begins = np.concatenate(([True], ~inside))[: len(raw)][kept]
    ends = np.concatenate((~inside, [True]))[: len(raw)][kept]
    block = block[kept]
    return Characters(
        code=raw[kept],
        article=owner[block].astype(np.int32),
        headline=headline[block],
        position=_positions(block, 2 * owner + ~headline),
        begins=begins,
        ends=ends,
        last=np.concatenate((block[1:] != block[:-1], [True]))[: len(block)],
    )


def _headline_first(document: SearchDocument) -> list[tuple[str, str]]:
    return sorted(document.blocks, key=lambda block: block[0] != HEADLINE)


def are_words(code: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """`fold.is_word` for many."""
    found = np.zeros(len(code), dtype=np.bool_)
    for low, high in WORD_RANGES:
        found |= (code >= low) & (code <= high)
    return found


def _positions(block: npt.NDArray[np.int32], zone: Integers) -> npt.NDArray[np.int32]:
    """Places of the characters within their zone; `zone` gives, in ascending order, that of each block."""
    starts = np.searchsorted(block, np.arange(len(zone) + 1))
    first = np.searchsorted(zone, zone)
    offset = starts[first] - (np.arange(len(zone)) - first)
    return (np.arange(len(block)) - offset[block]).astype(np.int32)
