"""Whether the end of one line and the beginning of the next are often neighbours: broken words show by that.

Of running text it is known how often characters, pairs and triples of them occur. `已开行` + `逾万列` goes on, since
行逾 is at least as frequent as its characters make it; a headline and the text under it meet by chance. Pairs and
triples are kept in a hash table, a byte each: four bits for the logarithm of the count, four to tell others apart that
fall into the same place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.characters import PageText

ACROSS = 9
"""Columns of `measure` that tell of what runs across a seam."""

COLUMNS = ACROSS + 8
"""Columns of `measure`; the last tell how text ends and begins. On pages not learned from they took a fifth of the
wrong paragraphs away: a line may stop without punctuation, or a column's end may break a sentence just there."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_CODES = 0xFFFF
_STOP, _FEED = np.uint64(ord("。")), np.uint64(ord("\n"))
"""What ends a sentence, and what stands before a paragraph in the text that was counted."""

Codes = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of running text."""

    singles: Floats
    """(65536,) binary logarithm of one more than the count of each code point."""
    pairs: npt.NDArray[np.uint8]
    """(2^k,) counts of pairs with their check bits."""
    triples: npt.NDArray[np.uint8]
    """(2^l,) the same of triples."""
    total: Floats
    """(): binary logarithm of the number of characters."""


def places(keys: Codes, size: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    """Where in a table of `size` (a power of two) each key stands, and its check bits."""
    mixed = keys * _MULTIPLIER
    place = (mixed >> np.uint64(65 - size.bit_length())).astype(np.int64)
    return place, ((mixed >> np.uint64(20)) & np.uint64(15)).astype(np.uint8)


def pair_keys(first: Codes, second: Codes) -> Codes:
    """A number for each pair of code points below 65536."""
    return (first << np.uint64(16)) | second


def triple_keys(first: Codes, second: Codes, third: Codes) -> Codes:
    """A number for each triple."""
    return (pair_keys(first, second) << np.uint64(16)) | third


def measure(page: PageText, table: Table) -> Floats:
    """(n, COLUMNS), for the seam before each line; zeros for the first.

    For the pair across the seam, and the triples that reach one further back or on: how frequent it is (binary
    logarithm), how frequent its parts make it by chance, and the difference (`ACROSS` columns). Then how often a
    sentence ends as the line before does, by its last character and its last two; how often a paragraph begins as the
    line does, by its first and its first two; how often a sentence within a paragraph does; how much rather a paragraph
    than a sentence; and how much more frequent the pair is than a full stop between its parts.
    """
    out = np.zeros((len(page.starts), COLUMNS), np.float32)
    if len(out) < 2:  # noqa: PLR2004 - a seam needs two lines
        return out
    codes = (page.codes & _CODES).astype(np.uint64)
    here = page.starts[1:]
    last = here - 1
    before, after = codes[np.maximum(last - 1, 0)], codes[np.minimum(here + 1, len(codes) - 1)]
    left, right = codes[last], codes[here]
    stop, feed = np.full(len(here), _STOP), np.full(len(here), _FEED)
    pairs = ((left, right), (before, left), (right, after), (left, stop), (feed, right), (stop, right))
    pair, backward, forward, stops, feeds, begins = _frequencies(table.pairs, [pair_keys(*each) for each in pairs])
    triples = (
        (before, left, right),
        (left, right, after),
        (before, left, stop),
        (feed, right, after),
        (stop, right, after),
    )
    back, on, stops_two, feeds_two, begins_two = _frequencies(table.triples, [triple_keys(*each) for each in triples])
    single_left, single_right = table.singles[left], table.singles[right]
    by_chance = (
        single_left + single_right - table.total,
        backward + pair - single_left,
        pair + forward - single_right,
    )
    for number, (found, chance) in enumerate(zip((pair, back, on), by_chance, strict=True)):
        out[1:, 3 * number] = found
        out[1:, 3 * number + 1] = chance
        out[1:, 3 * number + 2] = found - np.maximum(chance, 0)
    stopped = pair - np.maximum(stops + np.maximum(feeds, begins) - table.total, 0)
    ends = (stops, stops_two, feeds, feeds_two, begins, begins_two, feeds_two - begins_two, stopped)
    for column, each in zip(out[1:, ACROSS:].T, ends, strict=True):
        column[:] = each
    return out


def _frequencies(table: npt.NDArray[np.uint8], keys: Sequence[Codes]) -> Floats:
    """(k, n): binary logarithm of the count of each of (k, n) keys, 0 for rare ones; all looked up at once."""
    place, check = places(np.concatenate(keys), len(table))
    held = table[place]
    known = np.where((held & 15) == check, held >> 4, 0).astype(np.float32)
    return known.reshape(len(keys), -1)
