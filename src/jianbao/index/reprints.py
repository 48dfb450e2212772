"""The same text printed again: in another paper, or on another day.

Texts are compared by their clauses, what stands between two signs: a reprint is cut and retouched, but most of its
clauses stay as they were. Each article looks back only: a new day changes nothing of what was said of older ones.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

_SIGNS = re.compile(r"[\s，。；：！？、“”‘’（）()《》—…,;:!?]+")
_SHORTEST = 8
"""Characters of a clause that counts: shorter ones are anyone's."""
_ALIKE, _FEWEST = 0.6, 4
"""Share of the shorter text's clauses, and their number, that two texts must share."""
_LOOK_BACK = 50
"""Articles with a clause that are looked at: what more of them have is a formula."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as it was printed."""

    id: str
    paragraphs: tuple[str, ...]


def clauses(paragraphs: Iterable[str]) -> frozenset[int]:
    """Fingerprints of the clauses of a text."""
    found = (clause for paragraph in paragraphs for clause in _SIGNS.split(paragraph) if len(clause) >= _SHORTEST)
    return frozenset(crc32(clause.encode()) for clause in found)


def find_reprints(texts: Iterable[Printed]) -> dict[str, str]:
    """Id of each reprint → id of what was printed first. The texts come in the order of their printing."""
    first: dict[str, str] = {}
    sizes: dict[str, int] = {}
    with_clause: dict[int, list[str]] = defaultdict(list)
    for text in texts:
        own = clauses(text.paragraphs)
        shared = Counter(other for clause in own for other in with_clause[clause])
        alike = [
            (-count, other)
            for other, count in shared.items()
            if count >= _FEWEST and count >= _ALIKE * min(len(own), sizes[other])
        ]
        if alike:
            origin = min(alike)[1]
            first[text.id] = first.get(origin, origin)
        sizes[text.id] = len(own)
        for clause in own:
            if len(with_clause[clause]) < _LOOK_BACK:
                with_clause[clause].append(text.id)
    return first
