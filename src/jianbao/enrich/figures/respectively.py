"""Numbers that are shared out among what stands before them: 森林面积、蓄积量分别为120万亩、560万立方米."""

from dataclasses import dataclass

from jianbao.enrich.figures.subjects import Phrase, phrase_before
from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.language.quantities import Measure, Quantity

_WORD = "分别"
_CLAUSE_ENDS = "，。；：！？,;"
_BETWEEN = frozenset({"、", "和", "与"})
_MEASURES = frozenset("量额值数率积入出资款费价人重幅度")
"""What each of them must end with: of 城镇和农村居民人均可支配收入 the first item is no measure by itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """Several numbers behind one 分别."""

    number: int
    """Number of the word 分别."""
    quantities: tuple[Quantity, ...]

    @property
    def is_share(self) -> bool:
        """Whether all are per cent."""
        return all(each.measure is Measure.SHARE for each in self.quantities)


def run_of(passage: Passage, place: int) -> Run | None:
    """The numbers that one 分别 shares out, if the quantity with this number is the first of them; two at least."""
    text, quantities = passage.text, passage.quantities
    if _WORD not in text:
        return None
    first = quantities[place].start
    word = text.rfind(_WORD, 0, first)
    if word < 0 or any(sign in text[word:first] for sign in _CLAUSE_ENDS):
        return None
    end = place + 1
    while end < len(quantities) and text[quantities[end - 1].end : quantities[end].start] in _BETWEEN:
        end += 1
    return Run(passage.word_at(word), quantities[place:end]) if end - place > 1 else None


def items_before(passage: Passage, number: int, word_class: WordClass) -> tuple[Phrase, ...]:
    """The enumeration that ends before a word, an item each; empty where one of them is no measure."""
    items: list[Phrase] = []
    while phrase := phrase_before(passage, number, word_class):
        if passage.words[phrase.end - 1][-1] not in _MEASURES:
            return ()
        items.append(phrase)
        number = phrase.first - 1
        if number < 0 or passage.words[number] not in _BETWEEN:
            break
    return tuple(reversed(items))
