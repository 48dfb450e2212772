"""Persons named in a text, every time that they are, with the office beside the name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.candidates import AGAIN, BETWEEN_NAMES, BY_LIST, ENOUGH, Candidate, NameScanner
from jianbao.enrich.names.context import FIRMS_OF_LIST, GOES_ON
from jianbao.enrich.names.offices import office_before, office_behind, office_given
from jianbao.model.digest import Article, Role
from jianbao.model.record import PersonMention

_NAMELESS = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP, Role.DATELINE})
"""Blocks in which only the names of the byline are looked for."""


def find_people(
    article: Article, passages: tuple[Passage, ...], word_class: WordClass, places: frozenset[str]
) -> tuple[PersonMention, ...]:
    """Find the persons that an article names, in the order of the text.

    `passages` are its blocks, cut into words; no person bears one of the names of `places`.
    """
    candidates = [
        candidate
        for number, (block, passage) in enumerate(zip(article.blocks, passages, strict=True))
        if block.role not in _NAMELESS
        for candidate in NameScanner(passage, number, word_class, places).scan()
    ]
    candidates = _with_neighbours(candidates, passages)
    names = dict.fromkeys(article.byline, "byline")
    times = Counter(candidate.name for candidate in candidates)
    for candidate in candidates:
        if candidate.odds + AGAIN * min(2, times[candidate.name] - 1) >= ENOUGH:
            names.setdefault(candidate.name, candidate.by)
    names = _without_longer(names)
    how = {(candidate.block, candidate.start): candidate.by for candidate in candidates}
    padded = {candidate.printed: candidate.name for candidate in candidates if candidate.printed}
    return tuple(_mentions(passages, names, _surfaces(names) | padded, how, word_class))


def _with_neighbours(candidates: list[Candidate], passages: tuple[Passage, ...]) -> list[Candidate]:
    """The candidates, those that stand in a list in front of a name more likely than before: 孙杨、刘湘、于静瑶.

    Those of a list of firms are left out: 王星记、张小泉等老字号.
    """
    weighed: list[Candidate] = []
    firm: Candidate | None = None
    for each in reversed(candidates):
        candidate = each
        text = passages[candidate.block].text
        # The list that ends with a firm is one of firms: 周大福、陈克明面业.
        if FIRMS_OF_LIST.match(text, candidate.end) or _is_listed(text, candidate, firm):
            firm = candidate
            if candidate.by in {"name", "list"}:
                continue
        behind = weighed[-1] if weighed else None
        if behind and behind.odds >= ENOUGH and candidate.by == "name" and _is_listed(text, candidate, behind):
            candidate = replace(candidate, odds=candidate.odds + BY_LIST, by="list")
        weighed.append(candidate)
    return weighed[::-1]


def _is_listed(text: str, candidate: Candidate, behind: Candidate | None) -> bool:
    """Whether only the sign of a list stands between a candidate and one behind it."""
    if behind is None or behind.block != candidate.block:
        return False
    return text[candidate.end : behind.start] in BETWEEN_NAMES


def _without_longer(names: dict[str, str]) -> dict[str, str]:
    """The names without those that only have a word of the sentence at their end: 许庆为 beside 许庆."""
    return {
        name: by
        for name, by in names.items()
        if by == "byline" or name[:-1] not in names or not GOES_ON.match(name, len(name) - 1)
    }


def _surfaces(names: dict[str, str]) -> dict[str, str]:
    """The names by what may be printed of them: 库利科娃 of 伊琳娜·库利科娃."""
    surfaces = {name: name for name in names}
    for name in names:
        family = re.split("[·•・‧]", name)[-1]
        if family != name and len(family) > 1 and names.get(family) != "byline":
            surfaces[family] = name
    return surfaces


def _mentions(
    passages: tuple[Passage, ...],
    names: dict[str, str],
    surfaces: dict[str, str],
    how: dict[tuple[int, int], str],
    word_class: WordClass,
) -> Iterator[PersonMention]:
    """Every place at which one of the names stands."""
    longest_first = sorted(surfaces, key=len, reverse=True)
    for number, passage in enumerate(passages):
        occurrences = _occurrences(passage.text, longest_first)
        beginnings = {start for start, _ in occurrences}
        floor = 0
        for start, surface in occurrences:
            end = start + len(surface)
            name = surfaces[surface]
            by = "byline" if names[name] == "byline" else how.get((number, start), "again")
            if by == "again" and not {start, end} & passage.boundaries:
                continue
            office = office_before(passage, start, word_class, floor)
            floor = end
            if office is None and by == "address":
                behind = office_behind(passage.text, end)
                # 陈平区长冯俊峰: it is that of the next person.
                office = behind if behind and end + len(behind.title) not in beginnings else None
                office = office or office_given(passage, start, end, word_class)
            yield PersonMention(
                name,
                surface,
                number,
                start,
                end,
                by,
                office.title if office else "",
                office.organisation if office else "",
            )


def _occurrences(text: str, longest_first: list[str]) -> list[tuple[int, str]]:
    """Where the surfaces stand in the order of the text, none within a longer one."""
    found: dict[int, str] = {}
    for surface in longest_first:
        start = text.find(surface)
        while start >= 0:
            if not any(first <= start < first + len(longer) for first, longer in found.items()):
                found[start] = surface
            start = text.find(surface, start + len(surface))
    return sorted(found.items())
