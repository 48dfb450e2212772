"""Which words can be part of a noun phrase, and which can end one."""

from collections.abc import Callable
from functools import lru_cache

from jianbao.enrich.language.lexicon import (
    COMPLEMENTS,
    ENDS_WITH_REACH,
    FUNCTION_CHARACTERS,
    NO_NOUNS,
    NO_SUBJECT,
    NOUN_CLASSES,
    NUMERAL,
    PLAIN_NOUNS,
    REACHES,
    REACHING,
    TIME_WORDS,
    VERBS_AS_NOUNS,
)
from jianbao.enrich.language.passages import Passage

WordClass = Callable[[str], str]
"""The dictionary's class of a word; empty for one that it does not know."""


class _Nominals(dict[str, bool]):
    """By word, whether it can be part of a noun phrase. A dictionary that fills itself."""

    def __init__(self, word_class: WordClass) -> None:
        super().__init__()
        self._class = word_class

    def __missing__(self, word: str) -> bool:
        self[word] = _is_nominal(word, self._class)
        return self[word]


@lru_cache(maxsize=4)
def _nominals(word_class: WordClass) -> dict[str, bool]:
    return _Nominals(word_class)


def is_nominal(word: str, word_class: WordClass) -> bool:
    """Whether a word can be part of a noun phrase."""
    return _nominals(word_class)[word]


def _is_nominal(word: str, word_class: WordClass) -> bool:
    if not word or not ("\u4e00" <= word[0] <= "\u9fd5" or word.isalnum()) or word[0].isdigit():
        return False
    if word in TIME_WORDS or word in NO_NOUNS or is_reach(word) or NUMERAL.fullmatch(word):
        return False
    # A word that the dictionary does not know is a name or a term, nearly always.
    if word in VERBS_AS_NOUNS or word in PLAIN_NOUNS:
        return True
    if kind := word_class(word):
        # 高度赞扬 is a person to the dictionary.
        is_verb = len(word) > 3 and kind == "nr" and word_class(word[-2:]).startswith("v")  # noqa: PLR2004
        is_verb |= len(word) > 2 and word[-1] == "出"  # noqa: PLR2004 - 塑造出
        return is_noun(word, word_class) and not is_verb
    return len(word) > 1 and word[0] not in FUNCTION_CHARACTERS and not word.endswith(COMPLEMENTS)


def is_noun(word: str, word_class: WordClass) -> bool:
    """Whether the dictionary has a word for a noun or for a verb that serves as one."""
    kind = word_class(word)
    # 试点单位 is a verb to the dictionary.
    made = kind == "v" and len(word) > 3 and word_class(word[-2:]) == "n"  # noqa: PLR2004
    return kind.startswith(NOUN_CLASSES) or kind == "vn" or made


def is_reach(word: str) -> bool:
    """Whether a word stands between a subject and its number."""
    return word in REACHES or (bool(word) and (REACHING.issuperset(word) or word.isspace()))


def is_time(word: str, word_class: WordClass) -> bool:
    """Whether a word says when."""
    return word in TIME_WORDS or (word_class(word) == "t" and word not in PLAIN_NOUNS) or word.endswith("季度")


def can_end(word: str, word_class: WordClass) -> bool:
    """Whether a word may be the last of a phrase: no 水上, 大型, 不必要, 每平方米."""
    return (
        word not in NO_SUBJECT
        and not is_time(word, word_class)
        and (word_class(word) not in {"s", "b", "f", "i"} or word in PLAIN_NOUNS)
        and not ENDS_WITH_REACH.fullmatch(word)
        and word[0] not in {"不", "每"}
        and word[-1] not in {"内", "时"}
        and (word[-1] != "化" or word.endswith("文化"))
    )


def has_verb_at_end(word: str, word_class: WordClass) -> bool:
    """Whether the segmenter has made one word of a noun and a verb: 项目签约."""
    unknown = len(word) > 3 and not word_class(word)  # noqa: PLR2004
    return unknown and word_class(word[-2:]) == "v" and is_noun(word[:-2], word_class)


def word_at(passage: Passage, number: int) -> str:
    """The word with a number; empty beyond the ends."""
    return passage.words[number] if 0 <= number < len(passage.words) else ""
