"""Names of foreigners with a point between their parts: 特雷弗·米切尔."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.stock import ALL_SOUNDS, LATER_SOUNDS, NOT_PERSONS, SOUNDS, SURNAMES

SOUND = f"[{''.join(sorted(SOUNDS))}]"
"""Expression for a character that foreign names are written with."""
_RARE_SOUNDS = f"史密吐詹明方英合都得理{''.join(sorted(LATER_SOUNDS))}"
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
_LONGEST = 9
_FIRST_PART = 2
"""Characters behind which even 里昂 may be the rest of a name: 勒德|里昂."""
_FUNCTION_CLASSES = frozenset({"r", "p", "c", "d", "u"})
_NO_PART = _FUNCTION_CLASSES | {"f", "v", "y", "uj", "ul"}
_ORDINAL = re.compile("[一二三四五六七八九十]世")
_HAN = re.compile("[\u4e00-\u9fd5]+")
_PREPOSITIONS = frozenset("于在和是为对将与说称向同")
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
    if end > point and passage.text[end - 1] in _PREPOSITIONS and ALL_SOUNDS.issuperset(passage.text[point : end - 1]):
        # 威勒说 is one word to the segmenter.
        return max(end - 1, point + 1)
    if number < len(words) and words[number][-1] in _PREPOSITIONS and ALL_SOUNDS.issuperset(words[number][:-1]):
        # 博索|纳罗于: the last character is the sentence's.
        end += len(words[number]) - 1
    return end


def _goes_on(word: str, word_class: WordClass) -> bool:
    kind = word_class(word)
    if SOUNDS.issuperset(word):
        return not kind.startswith(("v", "a", "d", "p", "c", "u"))
    return not SOUNDS.isdisjoint(word) and word[-1] not in _PREPOSITIONS and (not kind or kind.startswith("nr"))


def name_end(passage: Passage, start: int, word_class: WordClass) -> int:
    """Where a foreign name without a point ends that begins at `start`; `start` itself where none begins.

    It goes on through words that are sounds, and through those that the segmenter does not know (普拉|昌达).
    """
    end = start
    for number in range(bisect_right(passage.offsets, start) - 1, len(passage.words)):
        behind = passage.offsets[number + 1]
        rest = passage.text[end:behind]
        taken = _taken(rest, end - start, word_class) if behind - start <= _LONGEST else 0
        end += taken
        if taken < len(rest):
            break
    ordinal = _ORDINAL.match(passage.text, end)
    return ordinal.end() if ordinal and end > start else end


def _taken(word: str, length: int, word_class: WordClass) -> int:
    """How many characters of a word belong to a name that has `length` characters already."""
    kind = word_class(word)
    is_name = not kind or kind.startswith("nr")
    if word in NOT_PERSONS and (not length or length > _FIRST_PART):
        return 0
    if ALL_SOUNDS.issuperset(word) and (length or word[0] in SOUNDS):
        ends = not is_name and (kind not in {"nz", "ns"} if len(word) > 1 else length > 1 and kind in _FUNCTION_CLASSES)
        ends &= word not in NOT_PERSONS
        return 0 if ends else len(word)
    if not is_name or not _HAN.fullmatch(word):
        return 0
    leading = next((count for count, each in enumerate(word) if each not in ALL_SOUNDS), len(word))
    # 潘|说 is one word to the segmenter.
    goes_on = length > 1 and len(word) == 2 and word[-1] in ALL_SOUNDS and word[-1] not in _PREPOSITIONS  # noqa: PLR2004
    return len(word) if goes_on and not leading else leading


def beginning(passage: Passage, start: int, word_class: WordClass) -> int:
    """Where a foreign name begins of which the segmenter only knows the end: 萨|勒曼国王, 米尔|济约|耶夫总统."""
    number = passage.word_at(start) - 1
    while number >= 0 and ALL_SOUNDS.issuperset(passage.words[number]) and _is_part(passage.words[number], word_class):
        number -= 1
    first = passage.offsets[number + 1]
    before = passage.words[number] if number >= 0 else ""
    # 转达|对萨|勒曼: a word that nobody knows.
    return first - 1 if before[:1] in _PREPOSITIONS and before[1:] in SOUNDS else first


def _is_part(word: str, word_class: WordClass) -> bool:
    kind = word_class(word)
    if word in NOT_PERSONS or word == "埃米尔":
        return False
    return not kind or kind.startswith("nr") or (len(word) == 1 and kind not in _NO_PART)
