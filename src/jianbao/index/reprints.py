"""The same text printed again: in another paper, or on another day.

Texts are compared by their clauses, what stands between two signs: a reprint is cut and retouched, but most of its
clauses stay as they were. Of the clauses' fingerprints the smallest are kept, the same whichever text they stand in
(bottom-k sketches; Broder 1997): a dozen numbers an article say how much of one text is in another.
"""

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

_CLAUSE = re.compile(r"[^\s，。；：！？、“”‘’（）()《》—…,;:!?]{8,}")
"""Shorter clauses are anyone's."""
_KEPT = 12
CLUES = 3
"""The smallest of them: by these a text is looked up."""
_ALIKE, _FEWEST = 0.75, 5
"""Share of the clauses that can be compared, and their number, that two texts must share."""


def sketch(paragraphs: Iterable[str]) -> tuple[int, ...]:
    """The smallest fingerprints of the clauses of a text, ascending."""
    clauses = set(_CLAUSE.findall("\n".join(paragraphs)))
    # A lone surrogate, which UTF-8 cannot hold, must not stop a build.
    return tuple(sorted({crc32(clause.encode("utf-8", "backslashreplace")) for clause in clauses})[:_KEPT])


def is_reprint(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the sketches are those of one text, or of a text and what was cut from it."""
    if set(one).isdisjoint(other):
        return False
    # Beyond the last number that a full sketch holds nothing is known of its text.
    known = min((each[-1] for each in (one, other) if len(each) == _KEPT), default=max(one[-1], other[-1]))
    mine, its = ({number for number in each if number <= known} for each in (one, other))
    shared = len(mine & its)
    return shared >= _FEWEST and shared >= _ALIKE * min(len(mine), len(its))
