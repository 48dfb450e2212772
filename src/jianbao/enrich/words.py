"""The words of an archive that the segmenter's dictionary may lack."""

from jianbao.enrich.places import PlaceIndex
from jianbao.enrich.topics import TopicIndex
from jianbao.model.vocabulary import Gazetteer, Topics


def words_of(gazetteer: Gazetteer, topics: Topics) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of places that are kept whole, and words of topics that should be known."""
    shorts = tuple(county.short for county in gazetteer.counties)
    # A term that begins with a county (仁怀酱香) stays two words, so that the county is found in it.
    words = TopicIndex.of(topics).words
    return PlaceIndex.of(gazetteer).words, tuple(
        word for word in words if len(word) > 1 and not word.startswith(shorts)
    )
