"""Which words are worth a look for the sake of names: those that may begin one, and those that end an office."""

from functools import lru_cache

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.names.offices import TAILS
from jianbao.enrich.names.peoples import may_begin
from jianbao.enrich.names.stock import ALL_SOUNDS, COMPOUND_SURNAMES, SOUNDS, SURNAMES

BEGINS, OFFICE, CUT_OFFICE, OF_PEOPLES, FOREIGN = 1, 2, 4, 8, 16
"""Begins a name, ends an office, is cut through behind one, begins a name of peoples.py, is foreign throughout."""
FIRST_CHARACTERS = frozenset({*SURNAMES, *(pair[0] for pair in COMPOUND_SURNAMES)})
"""Of names of Chinese form."""


class _Interests(dict[str, int]):
    """What a look at a word by itself says: whether a name may begin with it, whether an office may end with it.

    A dictionary that fills itself: every word of every article is looked up in it.
    """

    def __init__(self, word_class: WordClass) -> None:
        super().__init__()
        self._class = word_class

    def __missing__(self, word: str) -> int:
        begins = word[0] in FIRST_CHARACTERS and (
            len(word) == 1 or word in COMPOUND_SURNAMES or not is_other_word(word, self._class)
        )
        begins |= len(word) > 1 and SOUNDS.issuperset(word) and not is_other_word(word, self._class)
        # 副|县|长安|文静: the segmenter knows 长安.
        self[word] = begins * BEGINS | (word[-2:] in TAILS) * OFFICE | (len(word) > 1 and word[0] == "长") * CUT_OFFICE
        self[word] |= may_begin(word) * (BEGINS | OF_PEOPLES)
        self[word] |= (len(word) > 1 and word[0] in SOUNDS and ALL_SOUNDS.issuperset(word)) * FOREIGN
        return self[word]


@lru_cache(maxsize=4)
def interests_of(word_class: WordClass) -> dict[str, int]:
    """By word: the constants above added up, or 0."""
    return _Interests(word_class)


def is_other_word(word: str, word_class: WordClass) -> bool:
    """Whether the dictionary knows a word that is no name: 高质量, 黄金."""
    kind = word_class(word)
    return bool(kind) and not kind.startswith("nr")
