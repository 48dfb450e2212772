"""The words of an archive that the segmenter's dictionary may lack."""

from functools import lru_cache

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.places import PlaceIndex
from jianbao.enrich.topics import TopicIndex
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.text.simplified import readings
from jianbao.text.words import Segmenter

_PUT_RIGHT = {"周恩来": "nr", "普京": "nr", "欧阳": "nr", "约旦": "ns"}


def words_of(gazetteer: Gazetteer, topics: Topics) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of places that are kept whole, and words of topics that should be known."""
    shorts = readings(county.short for county in gazetteer.counties)
    # A term that begins with a county (仁怀酱香) stays two words, so that the county is found in it.
    words = TopicIndex.of(topics).words
    return PlaceIndex.of(gazetteer).words, tuple(
        word for word in words if len(word) > 1 and not word.startswith(shorts)
    )


class _Classes(dict[str, str]):
    """Classes of words; those that are not there yet are asked for once."""

    def __init__(self, known: dict[str, str], classify: WordClass) -> None:
        super().__init__(known)
        self._classify = classify

    def __missing__(self, word: str) -> str:
        self[word] = self._classify(word)
        return self[word]


@lru_cache(maxsize=4)
def word_classes(segmenter: Segmenter, places: tuple[str, ...]) -> WordClass:
    """The classes of words that a segmenter knows, those that its dictionary has wrong put right.

    A place of the archive is a place: 遵义 is a verb to the dictionary, and 正安 an adjective.
    """
    return _Classes(_PUT_RIGHT | dict.fromkeys(places, "ns"), segmenter.word_class).__getitem__
