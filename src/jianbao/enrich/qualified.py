"""A subject with what makes another quantity of it: 人均|可支配收入, 可再生能源的|比重."""

import re

from jianbao.enrich.passages import Passage
from jianbao.enrich.subjects import LONGEST, VAGUE, Phrase, WordClass, phrase_before, text_of, word_at

_SPANS = frozenset({"年", "月", "日"})
_QUALIFIERS = _SPANS | frozenset("人均 户均 亩均 年均 月均 日均 平均 新增 净增 每亩 每户 每人 总 净".split())  # noqa: SIM905
"""Stand in front of a subject and make another quantity of it."""
_TERM = re.compile("[0-9]*[A-Z][A-Z0-9&]*")


def with_owner(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase:
    """A vague subject with what it is said of: 可再生能源的比重."""
    if text_of(passage, phrase) not in VAGUE or word_at(passage, phrase.first - 1) != "的":
        return phrase
    owner = phrase_before(passage, phrase.first - 1, word_class)
    return Phrase(owner.first, phrase.end) if owner and owner.end == phrase.first - 1 else phrase


def with_qualifiers(passage: Passage, phrase: Phrase) -> Phrase:
    """The phrase with what makes another quantity of it: 人均|可|支配收入, 总|投资, 新增|就业, 5G|基站."""
    first, end = phrase.first, phrase.end
    while first and passage.offsets[end] - passage.offsets[first - 1] <= LONGEST:
        word, before = passage.words[first - 1], word_at(passage, first - 2)
        qualifies = word in _QUALIFIERS or _TERM.fullmatch(word) or (word == "可" and passage.words[first] == "支配")
        # 供水 of 日供水能力, but not of 6日供水能力.
        of_a_date = word in _SPANS and (before[-1:].isdigit() or before[-1:] in {"每", "数", "几", "半", "整"})
        if not qualifies or of_a_date:
            break
        first -= 1
    return Phrase(first, end)
