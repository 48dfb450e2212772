"""Measures of where a page was cut: Pk (Beeferman et al. 1999), WindowDiff (Pevzner & Hearst 2002), reliability."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Lower edges of the bins of a reliability table."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where articles begin on one page, a truth value for each line that has text."""

    gold: tuple[bool, ...]
    said: tuple[bool, ...]

    @property
    def window(self) -> int:
        """Half the mean length of the gold articles, in lines."""
        return max(2, round(len(self.gold) / (2 * max(sum(self.gold), 1))))


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lay between two edges."""

    low: float
    count: int
    confidence: float
    """Mean of what was claimed."""
    right: float
    """Share of what was true."""


def pk(pages: Iterable[Cuts]) -> float:
    """How often two lines a window apart are wrongly held to be in one article, or in two; 0 is best."""
    return _windowed(pages, lambda gold, said: (gold > 0) != (said > 0))


def window_diff(pages: Iterable[Cuts]) -> float:
    """How often a window holds a wrong number of beginnings; 0 is best."""
    return _windowed(pages, lambda gold, said: gold != said)


def _windowed(pages: Iterable[Cuts], differs: Callable[[int, int], bool]) -> float:
    wrong = windows = 0
    for page in pages:
        size = page.window
        for at in range(len(page.gold) - size):
            here = slice(at + 1, at + size + 1)
            wrong += differs(sum(page.gold[here]), sum(page.said[here]))
            windows += 1
    return wrong / max(windows, 1)


def reliability(answers: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Of answers said to be so sure, how many are right; `answers` are confidences and whether each was right."""
    table = []
    for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
        inside = [(sure, right) for sure, right in answers if low <= sure < high]
        if inside:
            count = len(inside)
            table.append(Bin(low, count, sum(s for s, _ in inside) / count, sum(r for _, r in inside) / count))
    return table
