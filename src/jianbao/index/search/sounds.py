"""Names as they can be typed in pinyin."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jianbao.index.search.fold import WHITE_SPACE
from jianbao.model.search import NameKind

FAR: Final = 3
_GAPS: Final = frozenset(WHITE_SPACE + "'")
_LONGEST: Final = 40
"""Letters of a word."""
_LARGE: Final = 10_000_000
"""More articles than any archive has."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name or word of the archive."""

    text: str
    chars: str
    """Folded."""
    readings: tuple[str, ...]
    """Pinyin of each character; empty where there is none."""
    kind: NameKind
    count: int
    """Articles."""
    path: str


def closeness(name: Name, typed: str) -> int:
    """How what is typed begins a name: 0 in its characters, 1 in pinyin, 2 by first letters of syllables, FAR not."""

    def walk(at: int, rest: str, step: int) -> int:
        if not rest:
            return step
        if at == len(name.chars):
            return FAR
        if rest[0] == "'" != name.chars[at]:
            return walk(at, rest[1:], step)  # Between syllables: xi'an.
        best = walk(at + 1, rest[1:], step) if rest[0] == name.chars[at] else FAR
        reading = name.readings[at]
        size = next(
            (i for i, (a, b) in enumerate(zip(reading, rest, strict=False)) if a != b), min(len(reading), len(rest))
        )
        while size > 0 and best > 1:
            short = size < len(reading) and size < len(rest)
            best = min(best, walk(at + 1, rest[size:], 2 if short else max(step, 1)))
            size -= 1
        return best

    return walk(0, typed, 0)


def by_sound(names: Iterable[Name]) -> Mapping[str, Sequence[Name]]:
    """Names of several characters by their pinyin, the most frequent first."""
    sounds: dict[str, dict[str, Name]] = defaultdict(dict)
    for name in names:
        if len(name.readings) > 1 and all(name.readings):
            sounds["".join(name.readings)].setdefault(name.text, name)
    return {sound: sorted(same.values(), key=lambda name: -name.count) for sound, same in sounds.items()}


def words(run: str, sounds: Mapping[str, Sequence[Name]]) -> list[list[Name]]:
    """Words that together sound like the letters: as few as can be, the most frequent of these.

    Each comes with all that sound the same. Spaces and apostrophes may stand between syllables only. Empty where there
    are no such words.
    """
    letters, gaps = "", set()
    for char in run.lower().replace("ü", "v"):
        if char in _GAPS:
            gaps.add(len(letters))
        else:
            letters += char
    best: dict[int, tuple[int, list[list[Name]]]] = {0: (0, [])}
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if start not in best:
                continue
            same = [name for name in sounds.get(letters[start:end], ()) if _fits(name, start, end, gaps)]
            if not same:
                continue
            cost, before = best[start]
            cost += _LARGE - same[0].count
            if end not in best or cost < best[end][0]:
                best[end] = (cost, [*before, same])
    return best.get(len(letters), (0, []))[1]


def _fits(name: Name, start: int, end: int, gaps: set[int]) -> bool:
    """Whether the gaps that were typed within a word stand between syllables."""
    edges = set()
    at = start
    for reading in name.readings:
        edges.add(at)
        at += len(reading)
    return all(gap in edges for gap in gaps if start < gap < end)
