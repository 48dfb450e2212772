"""Articles of one issue that are one story, printed in pieces: 下转第4版 here, 上接第1版 there.

A jump names a page only, and several may lead there. So two pieces are joined where their headlines agree; or where
each page names the other and neither has a second piece that could be meant. Anything else stays a fragment: a wrong
join would tell the reader a story that nobody wrote.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.text.chars import bare

_ALIKE = 0.6
"""Share of character pairs that headlines of one story have in common; a shortened headline keeps most of them."""
_SHORTEST_PART = 5
"""Characters of a headline that may be all that is left of a longer one."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a piece without its text."""

    id: str
    page: int | None
    title: str | None
    """None where the page prints none."""
    continued_from: int | None
    continued_on: int | None


def stories(parts: Sequence[Part]) -> Mapping[str, tuple[str, ...]]:
    """For each piece of a story the ids of them all, in the order of reading; articles that are whole are not there.

    `parts` are all articles of an issue.
    """
    jumping = [part for part in parts if part.continued_from is not None or part.continued_on is not None]
    if not jumping:
        return {}
    following: dict[str, str] = {}
    for belongs in (_agree, _name_each_other):
        behind = set(following.values())
        pairs = [
            (lead.id, part.id)
            for lead in parts
            if lead.id not in following
            for part in (parts if lead.continued_on is not None else jumping)
            if part.id not in behind and part.id != lead.id and belongs(lead, part)
        ]
        leads, continuations = (Counter(pair[side] for pair in pairs) for side in (0, 1))
        following |= {lead: part for lead, part in pairs if leads[lead] == continuations[part] == 1}
    return {one: chain for chain in _chains(following) for one in chain}


def _agree(lead: Part, part: Part) -> bool:
    """Whether one may go on in the other, as far as pages are known, and both have the same headline."""
    if lead.continued_on is None and part.continued_from is None:
        return False
    return (
        _may_be(lead.continued_on, part.page)
        and _may_be(part.continued_from, lead.page)
        and (lead.page is None or lead.page != part.page)
        and _alike(lead.title, part.title)
    )


def _name_each_other(lead: Part, part: Part) -> bool:
    """Whether each jump names the page of the other."""
    return (
        lead.page is not None
        and part.page is not None
        and (lead.continued_on, part.continued_from) == (part.page, lead.page)
    )


def _may_be(said: int | None, page: int | None) -> bool:
    return said is None or page is None or said == page


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two headlines are the same but for marks, or one is what is left of the other."""
    if one is None or other is None:
        return False
    short, long = sorted((_letters(one), _letters(other)), key=len)
    if len(short) >= _SHORTEST_PART and short in long:
        return True
    pairs, others = ({a + b for a, b in pairwise(text)} for text in (short, long))
    return bool(pairs) and 2 * len(pairs & others) >= _ALIKE * (len(pairs) + len(others))


def _letters(text: str) -> str:
    return "".join(char for char in bare(text) if char.isalnum())


def _chains(following: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """From each piece that continues no other to the last; jumps that run in a circle have no first piece."""
    behind = set(following.values())
    for first in following:
        if first in behind:
            continue
        chain = [first]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        yield tuple(chain)
