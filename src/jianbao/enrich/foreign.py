"""Names of foreigners with a point between their parts: 特雷弗·米切尔."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from jianbao.enrich.namestock import SOUNDS, SURNAMES
from jianbao.enrich.passages import Passage
from jianbao.enrich.subjects import WordClass

SOUND = f"[{''.join(sorted(SOUNDS))}]"
"""Expression for a character that foreign names are written with."""
_RARE_SOUNDS = "史密吐詹万明方英合都"
"""Written in names, too, but so often in words that only a point beside them tells."""
_PART = f"[{''.join(sorted(SOUNDS))}{_RARE_SOUNDS}]{{1,8}}"
POINTS = "·•・‧"
_NAME = re.compile(
    f"[{''.join(SURNAMES)}]?(?:(?:让|{_PART})-)?{_PART}"
    # 安妮·吴 bears a Chinese surname.
    f"(?:[{POINTS}](?:{_PART}(?:-{_PART})?|[{''.join(SURNAMES)}]))+(?:[一二三四五六七八九十]世)?"
)
_SHORTEST = 4
"""Characters, the point among them: 罗·阿 is no name."""
_PREPOSITIONS = frozenset("于在和是为对将与说称")
"""And verbs of speaking: what the segmenter may add to a name that it does not know."""
_INSTITUTIONS = re.compile(
    "[^，。；、：]{0,2}(?:医院|机场|大学|学院|研究所|研究院|基金会|博物馆|歌剧院|剧院|球场|体育场|公司|集团|奖)"
)
"""What is named for somebody: 科赫研究所."""


def pointed_names(passage: Passage, word_class: WordClass) -> Iterator[tuple[int, int, str]]:
    """Number of the word that a name begins in, its offset, and the name."""
    if not any(point in passage.text for point in POINTS):
        return
    for match in _NAME.finditer(passage.text):
        start = _beginning(passage, match.start(), word_class)
        name = passage.text[start : _end(passage, match, word_class)]
        # 爱·梁祝: before a Chinese surname one character is too little.
        is_title = name[1:2] in POINTS and match[0][-1] not in SOUNDS
        if len(name) >= _SHORTEST and not is_title and not _INSTITUTIONS.match(passage.text, start + len(name)):
            yield bisect_right(passage.offsets, start) - 1, start, name


def _beginning(passage: Passage, start: int, word_class: WordClass) -> int:
    """Where the name begins if the expression found it within a word: 奎|斯塔, but 总监|贾韦德."""
    if start in passage.boundaries:
        return start
    number = bisect_right(passage.offsets, start) - 1
    if word_class(passage.words[number]) in {"", "nr"} and not passage.words[number].startswith("的"):
        return passage.offsets[number]
    return start if passage.text[start] in SOUNDS else start + 1


def _end(passage: Passage, match: re.Match[str], word_class: WordClass) -> int:
    """Where the name ends: where a word does (汗|热烈), one of its own characters or not (马哈茂德)."""
    words, offsets = passage.words, passage.offsets
    point = max(map(match[0].rfind, POINTS)) + match.start() + 1
    number = passage.word_at(point)
    while number < len(words) and (offsets[number] == point or _goes_on(words[number], word_class)):
        number += 1
    end = max(offsets[number], point)
    if end > point and passage.text[end - 1] in _PREPOSITIONS and SOUNDS.issuperset(passage.text[point : end - 1]):
        # 威勒说 is one word to the segmenter.
        return max(end - 1, point + 1)
    if number < len(words) and words[number][-1] in _PREPOSITIONS and SOUNDS.issuperset(words[number][:-1]):
        # 博索|纳罗于: the last character is the sentence's.
        end += len(words[number]) - 1
    return end


def _goes_on(word: str, word_class: WordClass) -> bool:
    kind = word_class(word)
    if SOUNDS.issuperset(word):
        return not kind.startswith(("v", "a", "d", "p", "c", "u"))
    return not SOUNDS.isdisjoint(word) and word[-1] not in _PREPOSITIONS and (not kind or kind.startswith("nr"))
