"""Which words are worth a look for the sake of names: those that may begin one, and those that end an office."""

from functools import lru_cache

from jianbao.enrich.namestock import COMPOUND_SURNAMES, SOUNDS, SURNAMES
from jianbao.enrich.offices import TAILS
from jianbao.enrich.subjects import WordClass

BEGINS, OFFICE = 1, 2
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
        begins |= len(word) > 1 and SOUNDS.issuperset(word)
        self[word] = begins * BEGINS | (word[-2:] in TAILS) * OFFICE
        return self[word]


@lru_cache(maxsize=4)
def interests_of(word_class: WordClass) -> dict[str, int]:
    """By word: `BEGINS`, `OFFICE`, both added up, or 0."""
    return _Interests(word_class)


def is_other_word(word: str, word_class: WordClass) -> bool:
    """Whether the dictionary knows a word that is no name: 高质量, 黄金."""
    kind = word_class(word)
    return bool(kind) and not kind.startswith("nr")
