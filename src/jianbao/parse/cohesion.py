"""Lexical cohesion: which lines speak of the same thing, told by the pairs of characters that they share.

The words of a headline come back in the text under it, those of a crosshead in its section, and few words cross from
one article to the next (chains of repeated words: Morris & Hirst 1991; TextTiling: Hearst 1997). Pairs of characters
stand for words, so that no segmenter is needed. Each pair weighs 1 / log2(1 + its count on the page): what stands
everywhere binds nothing.
"""

import numpy as np
import numpy.typing as npt

from jianbao.parse.characters import CharClass, PageText

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


def _occurrences(
    pairs: npt.NDArray[np.int64], at: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Distance to the next occurrence of each pair (0: none) and the weight of each."""
    order = np.argsort(pairs, kind="stable")
    ranked = pairs[order]
    again = ranked[1:] == ranked[:-1]
    gap = np.zeros(len(at), np.int64)
    gap[order[:-1][again]] = (at[order[1:]] - at[order[:-1]])[again]
    firsts = np.flatnonzero(np.concatenate(([True], ~again)))
    counts = np.diff(np.append(firsts, len(at)))
    weight = np.empty(len(at))
    weight[order] = np.repeat(1.0 / np.log2(1.0 + counts), counts)
    return gap, weight


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
    line = page.line_of[at]
    total = np.bincount(line, weight, lines) + 1e-6
    for k, reach in enumerate(REACHES):
        near = np.flatnonzero((gap > 0) & (gap <= reach))
        here, there, w = at[near], at[near] + gap[near], weight[near]
        across = page.line_of[here] != page.line_of[there]
        here, there, w = here[across], there[across], w[across]
        out[:, 4 * k] = np.bincount(page.line_of[here], w, lines) / total
        out[:, 4 * k + 1] = np.bincount(page.line_of[there], w, lines) / total
        steps = np.bincount(here + 1, w, size + 1) - np.bincount(there + 1, w, size + 1)
        crossing = np.cumsum(steps)[page.starts]
        density = crossing / (np.minimum(page.starts, size - page.starts).clip(1, reach) ** 0.5)
        out[:, 4 * k + 2] = density
        out[:, 4 * k + 3] = density - _mean_of_neighbours(density)
    return out


def _mean_of_neighbours(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Mean over five lines before and five behind, fewer at the ends."""
    totals = np.concatenate(([0.0], np.cumsum(values)))
    low = (np.arange(len(values)) - 5).clip(0)
    high = (np.arange(len(values)) + 6).clip(max=len(values))
    means: npt.NDArray[np.float64] = (totals[high] - totals[low]) / (high - low)
    return means
