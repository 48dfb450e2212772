"""Where a phrase ends that stands behind a number: before what is done, before what only seems to go on."""

from jianbao.enrich.language.lexicon import (
    ACTS,
    ASPECTS,
    CLOSERS,
    CLOSING_PARENTHESES,
    COMPOUNDED,
    COMPOUNDING,
    MODIFIERS,
    OPENERS,
    OPENING_PARENTHESES,
    PLAIN_NOUNS,
    TANGIBLE,
    TANGIBLE_OR_ANY,
    TERSE,
)
from jianbao.enrich.language.nouns import WordClass, is_nominal, is_noun, word_at
from jianbao.enrich.language.passages import Passage


def before_unclosed(passage: Passage, first: int, end: int) -> int:
    """The end, or where a quotation begins that the phrase does not end: 78%的人|“经济|对抗”."""
    opened = [number for number in range(first + 1, end) if passage.words[number] in OPENERS]
    return opened[-1] if opened and not any(each in CLOSERS for each in passage.words[opened[-1] : end]) else end


def without_acts(passage: Passage, first: int, end: int, word_class: WordClass) -> int:
    """The end without what is done with things that one can touch, or by persons: 4家“医院”|建设, 30名学生|参观."""
    if passage.text[passage.offsets[first] - 1 : passage.offsets[first]] not in TANGIBLE:
        return end
    while end - first > 1 and _is_act(passage.words[end - 1], word_class):
        end -= 1
    return end


def _is_act(word: str, word_class: WordClass) -> bool:
    return word in ACTS or (word_class(word) == "vn" and word not in PLAIN_NOUNS)


def is_terse(passage: Passage, number: int, word_class: WordClass) -> bool:
    """Whether a noun of one character is what is counted: not 13个县（市）公安局."""
    following = number + 1
    is_part = is_nominal(word_at(passage, following), word_class) or (
        word_at(passage, following) in OPENING_PARENTHESES and explained(passage, following, word_class)
    )
    return word_at(passage, number) in TERSE and not is_part


def modifies(passage: Passage, first: int, end: int, word_class: WordClass) -> bool:
    """Whether this only tells of which sort something is: 1个组织出境|赌博|的团伙, 3个“高度统一”|的特征."""
    following = word_at(passage, end)
    kind = word_class(passage.words[first])
    if word_class(following) == "m" and not following[0].isdigit():
        # 16个中央|一号文件.
        return True
    if following == "的" and (passage.words[end - 1] in CLOSERS or (kind == "v" and end - first > 1)):
        return True
    if not word_class(following).startswith("v"):
        return False
    # Or 50个左右产教|融合|型|城市.
    return word_at(passage, end + 1) == "的" or word_class(word_at(passage, end + 1)) == "k"


def without_unknown(passage: Passage, first: int, end: int, word_class: WordClass) -> int:
    """The end without a word behind a noun that nobody knows and the sentence goes on from: 单位|倾情|奉献."""
    word, following = passage.words[end - 1], word_at(passage, end)
    if end - first > 1 and following in ASPECTS:
        # 100多户村民|成|了股东.
        return end - 1
    goes_on = following.isalpha() and following not in {"的", "和", "与", "及", "等"}
    is_unknown = len(word) == 2 and not word_class(word) and word not in MODIFIERS  # noqa: PLR2004
    return (
        end - 1 if end - first > 1 and is_unknown and goes_on and is_noun(passage.words[end - 2], word_class) else end
    )


def is_compounded(passage: Passage, number: int) -> bool:
    """Whether a verb behind a noun is one of the name of a thing."""
    following = word_at(passage, number + 1)
    between = following in COMPOUNDING or following in MODIFIERS
    return following in COMPOUNDED or (between and word_at(passage, number + 2) in COMPOUNDED)


def is_thing_counted(passage: Passage, number: int) -> bool:
    """Whether a classifier of things stands right before a word."""
    return passage.text[passage.offsets[number] - 1 : passage.offsets[number]] in TANGIBLE_OR_ANY


def explained(passage: Passage, number: int, word_class: WordClass) -> int:
    """How many words a parenthesis between two words of a phrase takes: 省外（境外）城市."""
    closed = word_at(passage, number + 2) in CLOSING_PARENTHESES
    return 3 if closed and is_nominal(word_at(passage, number + 3), word_class) else 0
