"""Whether the end of one line and the beginning of the next are often neighbours: broken words show by that.

Of running text it is known how often characters, pairs and triples of them occur. `已开行` + `逾万列` goes on, since
行逾 is at least as frequent as its characters make it; a headline and the text under it meet by chance. Pairs and
triples are kept in a hash table, a byte each: four bits for the logarithm of the count, four to tell others apart that
fall into the same place.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jianbao.parse.characters import PageText

COLUMNS = 9
"""Columns of `measure`."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_CODES = 0xFFFF

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
    logarithm), how frequent its parts make it by chance, and the difference.
    """
    out = np.zeros((len(page.starts), COLUMNS), np.float32)
    if len(out) < 2:  # noqa: PLR2004 - a seam needs two lines
        return out
    codes = (page.codes & _CODES).astype(np.uint64)
    here = page.starts[1:]
    last = here - 1
    before, after = codes[np.maximum(last - 1, 0)], codes[np.minimum(here + 1, len(codes) - 1)]
    left, right = codes[last], codes[here]
    single_left, single_right = table.singles[left], table.singles[right]
    pair = _frequency(table.pairs, pair_keys(left, right))
    back = _frequency(table.pairs, pair_keys(before, left)) + pair - single_left
    onward = pair + _frequency(table.pairs, pair_keys(right, after)) - single_right
    seen = (
        pair,
        _frequency(table.triples, triple_keys(before, left, right)),
        _frequency(table.triples, triple_keys(left, right, after)),
    )
    expected = (single_left + single_right - table.total, back, onward)
    for number, (found, chance) in enumerate(zip(seen, expected, strict=True)):
        out[1:, 3 * number] = found
        out[1:, 3 * number + 1] = chance
        out[1:, 3 * number + 2] = found - np.maximum(chance, 0)
    return out


def _frequency(table: npt.NDArray[np.uint8], keys: Codes) -> Floats:
    """Binary logarithm of the count of each key; 0 for a rare one."""
    place, check = places(keys, len(table))
    held = table[place]
    return np.where((held & 15) == check, held >> 4, 0).astype(np.float32)
