"""Lexical cohesion: which lines speak of the same thing, told by the pairs of characters that they share.

The words of a headline come back in the text under it, those of a crosshead in its section, and few words cross from
one article to the next (chains of repeated words: Morris & Hirst 1991; TextTiling: Hearst 1997). Pairs of characters
stand for words, so that no segmenter is needed. Each pair weighs 1 / log2(1 + its count on the page): what stands
everywhere binds nothing.
"""

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.characters import CharClass, PageText

REACHES = (250, 500, 1000, 2000)
"""How far a repetition is looked for, in characters: from two paragraphs to a long article."""

COLUMNS = 4 * len(REACHES)
"""Columns of `measure`."""


WordPairs = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""Positions of pairs of characters, ascending, and a number for each pair."""


def word_pairs(page: PageText) -> WordPairs:
    """Positions of neighbouring characters of one line, both Han, Latin or digits, and a number for each pair."""
    wordy = (page.classes >= CharClass.HAN) & (page.classes <= CharClass.LATIN)
    same_line = page.line_of[1:] == page.line_of[:-1]
    at = np.flatnonzero(wordy[1:] & wordy[:-1] & same_line)
    return at, page.codes[at].astype(np.int64) << 32 | page.codes[at + 1]


_CODE_BITS = 21
"""Bits of a code point."""


def _occurrences(
    pairs: npt.NDArray[np.int64], at: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Distance to the next occurrence of each pair (0: none) and the weight of each."""
    ranked, order = _ranked(pairs)
    again = ranked[1:] == ranked[:-1]
    places = at[order]
    gap = np.zeros(len(at), np.int64)
    gap[order[:-1]] = np.where(again, places[1:] - places[:-1], 0)
    firsts = np.flatnonzero(np.concatenate(([True], ~again)))
    counts = np.diff(np.append(firsts, len(at)))
    weight = np.empty(len(at))
    weight[order] = np.repeat(1.0 / np.log2(1.0 + counts), counts)
    return gap, weight


def _ranked(pairs: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The pairs in ascending order, and the place of each in `pairs`, ascending where pairs are the same."""
    spare = 63 - 2 * _CODE_BITS
    if len(pairs) >> spare:
        order = np.argsort(pairs, kind="stable")
        return pairs[order], order
    # Each pair with its place in one number: plain sorting is four times as fast as stable sorting of places.
    narrow = (pairs >> 32 << _CODE_BITS) | (pairs & (1 << _CODE_BITS) - 1)
    ranked = np.sort(narrow << spare | np.arange(len(pairs)))
    return ranked >> spare, ranked & (1 << spare) - 1


def measure(page: PageText, word_pairs: WordPairs) -> npt.NDArray[np.float32]:
    """(n, COLUMNS), for each reach four figures.

    What share of a line's pairs comes back after it, what share stood before it, how much repetition runs across the
    line's beginning, and how that compares with the beginnings of its neighbours.
    """
    lines, size = len(page.starts), len(page.codes)
    out = np.zeros((lines, COLUMNS), np.float32)
    at, pairs = word_pairs
    if len(at) < 2:  # noqa: PLR2004 - one pair repeats nothing
        return out
    gap, weight = _occurrences(pairs, at)
    total = np.bincount(page.line_of[at], weight, lines) + 1e-6
    edge = np.maximum(np.minimum(page.starts, size - page.starts), 1)
    low, high = _neighbours(lines)
    near = np.flatnonzero((gap > 0) & (gap <= max(REACHES)))
    gap, weight, here = gap[near], weight[near], at[near]
    line, again = page.line_of[here], page.line_of[here + gap]
    for k, reach in enumerate(REACHES):
        met = np.flatnonzero((gap <= reach) & (line != again))
        after = np.bincount(line[met], weight[met], lines)
        before = np.bincount(again[met], weight[met], lines)
        # What began on the lines above a line and has not come back there runs across its beginning.
        crossing = np.cumsum(np.append(0.0, (after - before)[:-1]))
        density = crossing / (np.minimum(edge, reach) ** 0.5)
        out[:, 4 * k] = after / total
        out[:, 4 * k + 1] = before / total
        out[:, 4 * k + 2] = density
        out[:, 4 * k + 3] = density - _means(density, low, high)
    return out


def _neighbours(lines: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The first of five lines before each, and the one past the last of five behind; fewer at the ends."""
    numbers = np.arange(lines)
    return np.maximum(numbers - 5, 0), np.minimum(numbers + 6, lines)


def _means(
    values: npt.NDArray[np.float64], low: npt.NDArray[np.int64], high: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Mean of the values from each `low` up to each `high`."""
    totals = np.concatenate(([0.0], np.cumsum(values)))
    means: npt.NDArray[np.float64] = (totals[high] - totals[low]) / (high - low)
    return means
