"""Turns of phrase around a number: 由62%提高到63.5%, 每斤4.6元."""

import re

_ORIGIN = re.compile("[由从](?:\\d{4}年的?|去年的?|上年的?|原来的?|最初的?|当初的?)?(?:每[\u4e00-\u9fd5]{1,3})?$")
_RISES_TO = re.compile("[^，。；、]{0,8}?[到至为成][^，。；、]{0,6}?\\d")
_LONGEST_ORIGIN = 12
_EACH = re.compile(
    "每一?([人户亩斤吨瓶天日月年件套只头株辆]|公斤|小时|平方米|公里|千瓦时|立方米)(?:约|仅|达|高达|最高|可达|为|不低于|不少于)?$"
)
_LONGEST_EACH = 10

_THRESHOLD = re.compile("(?:以上|以下|以内)(?!的?[，。；：、！？）)]|$)|级(?!联|别)")
_TIMES = frozenset({"年", "月", "季度", "天", "日"})
_LONGEST_PARENTHESIS = 12


def behind_parenthesis(text: str, offset: int) -> int:
    """Behind a parenthesis that explains the unit: 14组（125件）作品; the offset itself where none opens there."""
    if text[offset : offset + 1] not in {"（", "("}:
        return offset
    last = offset + _LONGEST_PARENTHESIS
    end = max(text.find("）", offset, last), text.find(")", offset, last))
    return end + 1 if end >= 0 else offset


def is_threshold(text: str, end: int) -> bool:
    """Whether what stands behind an amount makes a class of what follows: 15吨|以上货车, 5000万元|以上的项目."""
    return _THRESHOLD.match(text, end) is not None


def is_each(word: str) -> bool:
    """Whether a word makes the number behind it one of each (每棚, 每个); 每年 is a rate, and a figure."""
    return word.startswith("每") and word[1:] not in _TIMES


def origin_before(text: str, start: int, end: int) -> int | None:
    """Offset of the 由 in front of a number that something has risen or fallen from to another; None where none is."""
    opened = _ORIGIN.search(text, max(0, start - _LONGEST_ORIGIN), start)
    return opened.start() if opened and _RISES_TO.match(text, end) else None


def comes_from(text: str, end: int, start: int) -> bool:
    """Whether the number that begins at `start` is what one has come to that ended at `end`; -1 means that none did."""
    return end >= 0 and _RISES_TO.fullmatch(text, end, start + 1) is not None


def each_before(text: str, start: int) -> re.Match[str] | None:
    """What the number that begins at an offset is told of one of (每|斤), as the first group."""
    return _EACH.search(text, max(0, start - _LONGEST_EACH), start)
