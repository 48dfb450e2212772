"""What a number counts: the noun phrase behind it (24家企业) or before it (装机容量47.69万千瓦)."""

from dataclasses import dataclass

from jianbao.enrich.figures.endings import (
    before_unclosed,
    explained,
    is_compounded,
    is_terse,
    is_thing_counted,
    modifies,
    without_acts,
    without_unknown,
)
from jianbao.enrich.figures.turns import behind_parenthesis
from jianbao.enrich.language.lexicon import (
    ACTS,
    AND,
    BEHIND_UNIT,
    CLOSERS,
    COMPLETE,
    COMPOUNDING,
    MEASURE_ENDS,
    MODIFIERS,
    NO_SUBJECT,
    OF_PERSONS,
    OF_SCALE,
    OPENERS,
    OPENING_PARENTHESES,
    PLAIN_NOUNS,
    POINTERS,
    SHORT_MODIFIERS,
    SUFFIXES,
    TERSE,
    VAGUE,
    VERBS_AS_NOUNS,
)
from jianbao.enrich.language.nouns import WordClass, can_end, has_verb_at_end, is_nominal, is_reach, is_time, word_at
from jianbao.enrich.language.passages import Passage

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
    if end - number > 1 and passage.words[end - 1][-1] in MEASURE_ENDS and _leads_to_number(passage, end):
        # 366名毕业生就业率近99%: the last word belongs to the next number.
        end -= 1
    end = without_acts(passage, number, before_unclosed(passage, number, end), word_class)
    end = without_unknown(passage, number, end, word_class) if end > number else end
    if end == number and is_terse(passage, number, word_class):
        return Phrase(number, number + 1)
    if end > number and (
        has_verb_at_end(passage.words[end - 1], word_class) or modifies(passage, number, end, word_class)
    ):
        return None
    return _trimmed(passage, number, end, word_class)


def _taken_behind(passage: Passage, number: int, is_first: bool, word_class: WordClass) -> int:  # noqa: FBT001
    """How many words from `number` on belong to the phrase."""
    word, following = word_at(passage, number), word_at(passage, number + 1)
    continues = is_nominal(following, word_class)
    if not is_first and word_at(passage, number - 1) in COMPLETE:
        return 0
    if word in COMPOUNDING and not is_first and is_compounded(passage, number):
        return 1
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
    elif (word in SUFFIXES or word in TERSE) and not is_first:
        taken = 1
    elif word in MODIFIERS or (word_class(word) in {"a", "z", "i"} and (len(word) > 1 or word in SHORT_MODIFIERS)):
        taken = int(continues)
    elif is_first and word_class(word) == "v" and is_thing_counted(passage, number):
        # 1万个防护口罩, 14个感染科室.
        taken = int(len(word) == 2 and continues and word_class(following).startswith("n"))  # noqa: PLR2004
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
        return explained(passage, number, word_class)
    return 2 if word in AND and word != "以及" and is_nominal(word_at(passage, number + 1), word_class) else 0


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
    while is_reach(word_at(passage, number)):
        number += 1
    return number < len(passage.words) and passage.offsets[number] in passage.numbers


def phrase_before(passage: Passage, number: int, word_class: WordClass) -> Phrase | None:
    """The noun phrase that ends before word `number`, words like 达到 or 约 between the two skipped."""
    last = number
    if word_at(passage, number - 1) == "等" and word_at(passage, number).endswith("人"):
        # 代表团官员|等|200余人.
        last -= 1
    while is_reach(word_at(passage, last - 1)):
        last -= 1
        if passage.words[last] == "了" and not is_reach(word_at(passage, last - 1)):
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
    first = _behind_unopened(words, first, end)
    while end > first and words[end - 1] in OPENERS + CLOSERS:
        end -= 1
    end += end < len(words) and words[end] in CLOSERS and any(each in set(OPENERS) for each in words[first:end])
    length = passage.offsets[end] - passage.offsets[first]
    if first >= end or not 1 < length <= LONGEST or not can_end(words[end - 1], word_class):
        return None
    is_act = end - first == 1 and word_class(words[first]) == "vn" and words[first] not in VERBS_AS_NOUNS
    return None if is_act else Phrase(first, end)


def _behind_unopened(words: tuple[str, ...], first: int, end: int) -> int:
    """The beginning, or behind a quotation that closes within the phrase and opens before it: “散乱|污”|企业."""
    for number in range(first, end - 1):
        if words[number] in set(OPENERS):
            break
        if words[number] in set(CLOSERS):
            return number + 1
    return first


def _is_single(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a mark in front is none of a pair within the phrase, as that of 《土司遗产》|画册 is."""
    closes = words[first] in OPENERS and any(each in set(CLOSERS) for each in words[first + 1 : end - 1])
    return words[first] in OPENERS + CLOSERS and not closes


def _only_leads(word: str, word_class: WordClass) -> bool:
    """Whether a word in front says only when, where or which one: 今年, 全市, 这一."""
    return word in NO_SUBJECT or is_time(word, word_class) or word in AND or word.startswith(POINTERS)
