"""A title for an item that is printed without one, from its own words."""

import re

from jianbao.parse.fields.names import read_byline
from jianbao.parse.fields.phrases import DATELINE, SLOT
from jianbao.text.chars import HAN, trim

LONGEST = 28
"""Characters of an inferred title. A printed headline of one line has 8 to 28."""

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_CLAUSE_END = re.compile(r"[，；：,;]|——+|……?")
# Words that only say when: they would open every second title.
_WHEN = re.compile(
    rf"(?:近日|日前|近期|连日来|目前|当前|据悉|据了解|近年来|今年以来|[今昨前当]日|[今昨]天|(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?[{HAN}]{{0,2}}|\d{{1,2}}日)"
)
_NAMED = re.compile(r"“[^”]{2,20}”|《[^》]{2,20}》")
_SHORTEST_CLAUSE = 6
_READ = 400


def infer_title(text: str) -> str:
    """Name an item after the first clause of its text, or the first one of its first sentence that holds a quoted name.

    `text` is its first text block; dateline, byline and words that only say when are passed over. At most `LONGEST`
    characters and an ellipsis where the clause is longer.
    """
    sentence = _SENTENCE_END.split(_without_dateline(trim(text)[:_READ]), maxsplit=1)[0]
    clauses = [trim(clause) for clause in _CLAUSE_END.split(sentence)]
    clauses = [clause for clause in clauses if clause and not _WHEN.fullmatch(clause)] or [sentence or trim(text)]
    whole = _WHEN.sub("", sentence, count=1).lstrip("，, ") if _WHEN.match(sentence) else sentence
    if _SHORTEST_CLAUSE <= len(whole) <= LONGEST:
        return whole
    long_enough = [clause for clause in clauses if len(clause) >= _SHORTEST_CLAUSE] or clauses
    named = next((clause for clause in long_enough if _NAMED.search(clause) and len(clause) <= LONGEST), None)
    return named or _shortened(long_enough[0])


def _without_dateline(text: str) -> str:
    match = DATELINE.match(text)
    rest = text[match.end() :] if match else text
    slot = SLOT.match(rest)
    if slot and read_byline(slot[1]):
        rest = rest[slot.end() :]
    return trim(rest) or text


def _shortened(clause: str) -> str:
    return clause if len(clause) <= LONGEST else clause[:LONGEST] + "…"
