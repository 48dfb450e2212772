"""What a number counts: the noun phrase behind it (24家企业) or before it (装机容量47.69万千瓦)."""

from collections.abc import Callable
from dataclasses import dataclass

from jianbao.enrich.lexicon import (
    ACTS,
    AND,
    BEHIND_UNIT,
    CLOSERS,
    CLOSING_PARENTHESES,
    COMPLEMENTS,
    ENDS_WITH_REACH,
    FUNCTION_CHARACTERS,
    MODIFIERS,
    NO_NOUNS,
    NO_SUBJECT,
    NOUN_CLASSES,
    NUMERAL,
    OF_PERSONS,
    OF_SCALE,
    OPENERS,
    OPENING_PARENTHESES,
    PLAIN_NOUNS,
    POINTERS,
    REACHES,
    REACHING,
    SUFFIXES,
    TANGIBLE,
    TIME_WORDS,
    VAGUE,
    VERBS_AS_NOUNS,
)
from jianbao.enrich.passages import Passage
from jianbao.enrich.turns import behind_parenthesis

WordClass = Callable[[str], str]
"""The dictionary's class of a word; empty for one that it does not know."""

LONGEST = 16
"""Characters of a subject at most: what is longer has run over the end of a phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at its place in a passage."""

    first: int
    end: int
    """Numbers of its first word and of the word behind it."""


def text_of(passage: Passage, phrase: Phrase) -> str:
    """The phrase as printed."""
    return passage.text[passage.offsets[phrase.first] : passage.offsets[phrase.end]]


def phrase_behind(passage: Passage, offset: int, word_class: WordClass) -> Phrase | None:
    """The noun phrase that begins at the offset, as in 10余个|工种的职业技能大赛 or 300余人|的应急支援队伍."""
    start = behind_parenthesis(passage.text, offset)
    skipped = next((words for words in BEHIND_UNIT if passage.text.startswith(words, start)), "")
    number = passage.word_at(start + len(skipped))
    if passage.offsets[number] != start + len(skipped):
        # The little word is the beginning of a longer one.
        return None
    end = number
    while taken := _taken_behind(passage, end, end == number, word_class):
        end += taken
    if _leads_to_number(passage, end) and end - number > 1:
        # 366名毕业生就业率近99%: the last word belongs to the next number.
        end -= 1
    end = _without_acts(passage, number, _before_unclosed(passage, number, end), word_class)
    if end > number and _has_verb_at_end(passage.words[end - 1], word_class):
        return None
    return _trimmed(passage, number, end, word_class)


def _before_unclosed(passage: Passage, first: int, end: int) -> int:
    """The end, or where a quotation begins that the phrase does not end: 78%的人|“经济|对抗”."""
    opened = [number for number in range(first + 1, end) if passage.words[number] in OPENERS]
    return opened[-1] if opened and not any(each in CLOSERS for each in passage.words[opened[-1] : end]) else end


def _without_acts(passage: Passage, first: int, end: int, word_class: WordClass) -> int:
    """The end without what is done with things that one can touch, or by persons: 4家“医院”|建设, 30名学生|参观."""
    if passage.text[passage.offsets[first] - 1 : passage.offsets[first]] not in TANGIBLE:
        return end
    while end - first > 1 and word_class(passage.words[end - 1]) == "vn" and passage.words[end - 1] not in PLAIN_NOUNS:
        end -= 1
    return end


def _taken_behind(passage: Passage, number: int, is_first: bool, word_class: WordClass) -> int:  # noqa: FBT001
    """How many words from `number` on belong to the phrase."""
    word, following = word_at(passage, number), word_at(passage, number + 1)
    continues = is_nominal(following, word_class)
    if following in SUFFIXES and len(word) > 1 and word_class(word).startswith("v"):
        taken = 2
    elif word in VERBS_AS_NOUNS or word in ACTS or (word_class(word) == "vn" and word not in PLAIN_NOUNS):
        # 企业投资建设: behind a noun it says what is done, unless it goes on with a noun or the phrase ends with it.
        breaks = following not in OPENERS and not following[:1].isalnum()
        is_thing = word_class(word) == "vn" or (word_class(word) == "n" and word not in ACTS)
        ends = is_thing and (breaks or word_class(following) == "d")
        taken = int(is_first or ends or (continues and following not in ACTS))
    elif is_nominal(word, word_class):
        taken = 2 if (word, following) == OF_SCALE else 1
    elif word in SUFFIXES and not is_first:
        taken = 1
    elif word in MODIFIERS or (word_class(word) in {"a", "z", "i"} and (len(word) > 1 or word in {"新", "老"})):
        taken = int(continues)
    else:
        taken = _signs_taken(passage, number, is_first, word_class)
    return taken


def _signs_taken(passage: Passage, number: int, is_first: bool, word_class: WordClass) -> int:  # noqa: FBT001
    """The same for what is no word: quotation marks, 和 between two nouns, a parenthesis."""
    word = word_at(passage, number)
    if word in OPENERS or (word in CLOSERS and not is_first):
        return int(bool(word))
    if is_first:
        return 0
    if word in OPENING_PARENTHESES:
        return _explained(passage, number, word_class)
    return 2 if word in AND and is_nominal(word_at(passage, number + 1), word_class) else 0


def _explained(passage: Passage, number: int, word_class: WordClass) -> int:
    """How many words a parenthesis between two words of a phrase takes: 省外（境外）城市."""
    closed = word_at(passage, number + 2) in CLOSING_PARENTHESES
    return 3 if closed and is_nominal(word_at(passage, number + 3), word_class) else 0


def phrase_of_persons(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase | None:
    """The phrase where it can name persons, else the one behind its 的: 3位经济领域的|专家学者."""
    for end in range(phrase.end, phrase.first, -1):
        # 3000名全国人大代表肩负人民重托: what is behind the last person belongs to the next clause.
        if is_of_persons(passage, Phrase(phrase.first, end), word_class):
            return Phrase(phrase.first, end)
    if word_at(passage, phrase.end) != "的":
        return None
    return phrase_behind(passage, passage.offsets[phrase.end], word_class)


def is_of_persons(passage: Passage, phrase: Phrase, word_class: WordClass) -> bool:
    """Whether a phrase can be what is counted in persons."""
    last = passage.words[phrase.end - 1]
    return last.endswith(OF_PERSONS) and last not in NO_SUBJECT and not word_class(last).startswith(("ns", "nt"))


def _leads_to_number(passage: Passage, number: int) -> bool:
    while _is_reach(word_at(passage, number)):
        number += 1
    return number < len(passage.words) and passage.offsets[number] in passage.numbers


def phrase_before(passage: Passage, number: int, word_class: WordClass) -> Phrase | None:
    """The noun phrase that ends before word `number`, words like 达到 or 约 between the two skipped."""
    last = number
    while _is_reach(word_at(passage, last - 1)):
        last -= 1
        if passage.words[last] == "了":
            # Before it stands a verb: 医院点了100份.
            return None
    verb = word_at(passage, last - 1) if word_at(passage, last) in {"到", "至"} else ""  # 民宿|发展|到63家
    last -= word_class(verb) == "vn" and verb not in VERBS_AS_NOUNS
    first = last
    while _goes_before(passage, first - 1, first == last, word_class):
        first -= 1
    return _trimmed(passage, first, last, word_class)


def _goes_before(passage: Passage, number: int, is_last: bool, word_class: WordClass) -> bool:  # noqa: FBT001
    word = word_at(passage, number)
    if not word or passage.offsets[number] in passage.numbers:
        return False
    if word in OPENERS or word in CLOSERS:
        return True
    kind = word_class(word)
    if word in VERBS_AS_NOUNS or kind == "vn" or (is_last and word in SUFFIXES):
        return True
    of_verb = kind.startswith("v") and word_at(passage, number + 1) in SUFFIXES | VAGUE
    if not is_last and (kind in {"a", "z"} or of_verb):
        return True
    return is_nominal(word, word_class)


def _trimmed(passage: Passage, first: int, end: int, word_class: WordClass) -> Phrase | None:
    """The words from `first` up to `end` as a phrase, without the quotation marks around it and times before it."""
    words = passage.words
    while first < end and (_is_single(words, first, end) or _only_leads(words[first], word_class)):
        first += 1
    while end > first and words[end - 1] in OPENERS + CLOSERS:
        end -= 1
    length = passage.offsets[end] - passage.offsets[first]
    if first >= end or not 1 < length <= LONGEST or not _can_end(words[end - 1], word_class):
        return None
    is_act = end - first == 1 and word_class(words[first]) == "vn" and words[first] not in VERBS_AS_NOUNS
    return None if is_act else Phrase(first, end)


def _is_single(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a mark in front is none of a pair within the phrase, as that of 《土司遗产》|画册 is."""
    closes = words[first] in OPENERS and any(each in set(CLOSERS) for each in words[first + 1 : end - 1])
    return words[first] in OPENERS + CLOSERS and not closes


def _only_leads(word: str, word_class: WordClass) -> bool:
    """Whether a word in front says only when, where or which one: 今年, 全市, 这一."""
    return word in NO_SUBJECT or _is_time(word, word_class) or word in AND or word.startswith(POINTERS)


def _can_end(word: str, word_class: WordClass) -> bool:
    """Whether a word may be the last of a phrase: no 水上, 大型, 不必要, 每平方米."""
    return (
        word not in NO_SUBJECT
        and not _is_time(word, word_class)
        and word_class(word) not in {"s", "b", "f", "i"}
        and not ENDS_WITH_REACH.fullmatch(word)
        and word[0] not in {"不", "每"}
        and word != "内"
    )


def _has_verb_at_end(word: str, word_class: WordClass) -> bool:
    """Whether the segmenter has made one word of a noun and a verb: 项目签约."""
    unknown = len(word) > 3 and not word_class(word)  # noqa: PLR2004
    return unknown and word_class(word[-2:]) == "v" and is_noun(word[:-2], word_class)


def word_at(passage: Passage, number: int) -> str:
    """The word with a number; empty beyond the ends."""
    return passage.words[number] if 0 <= number < len(passage.words) else ""


def _is_reach(word: str) -> bool:
    return word in REACHES or (bool(word) and REACHING.issuperset(word))


def _is_time(word: str, word_class: WordClass) -> bool:
    return word in TIME_WORDS or (word_class(word) == "t" and word not in PLAIN_NOUNS) or word.endswith("季度")


def is_nominal(word: str, word_class: WordClass) -> bool:
    """Whether a word can be part of a noun phrase."""
    if not word or not ("\u4e00" <= word[0] <= "\u9fd5" or word.isalnum()) or word[0].isdigit():
        return False
    if word in TIME_WORDS or word in NO_NOUNS or _is_reach(word) or NUMERAL.fullmatch(word):
        return False
    # A word that the dictionary does not know is a name or a term, nearly always.
    if word in VERBS_AS_NOUNS or word in PLAIN_NOUNS:
        return True
    if word_class(word):
        return is_noun(word, word_class)
    return len(word) > 1 and word[0] not in FUNCTION_CHARACTERS and not word.endswith(COMPLEMENTS)


def is_noun(word: str, word_class: WordClass) -> bool:
    """Whether the dictionary has a word for a noun or for a verb that serves as one."""
    kind = word_class(word)
    # 试点单位 is a verb to the dictionary.
    made = kind == "v" and len(word) > 3 and word_class(word[-2:]) == "n"  # noqa: PLR2004
    return kind.startswith(NOUN_CLASSES) or kind == "vn" or made
