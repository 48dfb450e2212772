"""A subject with what makes another quantity of it: 人均|可支配收入, 可再生能源的|比重."""

import re

from jianbao.enrich.figures.subjects import LONGEST, Phrase, is_of_persons, phrase_before, text_of
from jianbao.enrich.language.lexicon import VAGUE
from jianbao.enrich.language.nouns import WordClass, is_noun, word_at
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.language.quantities import Quantity

_SPANS = frozenset({"年", "月", "日"})
_QUALIFIERS = _SPANS | frozenset("人均 户均 亩均 年均 月均 日均 平均 新增 净增 每亩 每户 每人 总 净 不".split())  # noqa: SIM905
"""Stand in front of a subject and make another quantity of it."""
_SHARED = frozenset({"人均", "户均"})
"""Say nothing without whose they are: 城镇居民|人均可支配收入, 农村居民|人均可支配收入."""
_TERM = re.compile("[0-9]*[A-Z][A-Z0-9&]*")


def is_only_where(passage: Passage, phrase: Phrase, quantity: Quantity, word_class: WordClass) -> bool:
    """Whether the noun before a count is not what is counted: 遵义|14个县, 28个乡镇|12931户58289人受灾."""
    last = passage.words[phrase.end - 1]
    if quantity.unit == "户" and passage.text[quantity.end : quantity.end + 1].isdigit():
        return not last.endswith("户") and not is_of_persons(passage, phrase, word_class)
    return phrase.end - phrase.first == 1 and word_class(last).startswith("ns")


def with_owner(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase:
    """A vague subject with what it is said of: 可再生能源的比重."""
    if text_of(passage, phrase) not in VAGUE or word_at(passage, phrase.first - 1) != "的":
        return phrase
    owner = phrase_before(passage, phrase.first - 1, word_class)
    return Phrase(owner.first, phrase.end) if owner and owner.end == phrase.first - 1 else phrase


def with_qualifiers(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase:
    """The phrase with what makes another quantity of it: 人均|可|支配收入, 总|投资, 不|良品率, 5G|基站."""
    first, end = phrase.first, phrase.end
    while first and passage.offsets[end] - passage.offsets[first - 1] <= LONGEST:
        word, before = passage.words[first - 1], word_at(passage, first - 2)
        qualifies = (
            word in _QUALIFIERS
            or _TERM.fullmatch(word)
            or (word == "可" and (passage.words[first] == "支配" or before in _SHARED))
        )
        # 供水 of 日供水能力, but not of 6日供水能力.
        of_a_date = word in _SPANS and (before[-1:].isdigit() or before[-1:] in {"每", "数", "几", "半", "整"})
        if not qualifies or of_a_date:
            break
        first -= 1
    if word_at(passage, first) in _SHARED and is_noun(word_at(passage, first - 1), word_class):
        first -= 1
    return Phrase(first, end)


def with_verb(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase:
    """What is counted in times is done: 走访|企业1500余次."""
    verb = word_at(passage, phrase.first - 1)
    done = len(verb) > 1 and word_class(verb).startswith("v") and not verb.endswith("了")
    return Phrase(phrase.first - 1, phrase.end) if done else phrase
