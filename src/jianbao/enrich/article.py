"""Everything that can be found out about one article by itself."""

from dataclasses import dataclass

from jianbao.enrich.keywords import find_keywords
from jianbao.enrich.places import PlaceIndex, find_places, rank_counties
from jianbao.enrich.topics import TopicIndex, find_topics
from jianbao.model.digest import Article
from jianbao.model.record import Record, TopicMatch
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.text.words import boundaries, segmenter


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Gazetteer and topics made ready for finding. Plain data: it goes to each worker process once."""

    places: PlaceIndex
    topics: TopicIndex
    names: tuple[str, ...]
    """Names of places that the segmenter keeps whole."""
    terms: tuple[str, ...]
    """Words of topics that the segmenter should know."""
    silent: frozenset[str]
    """Names that are no keywords."""


def compile_vocabulary(gazetteer: Gazetteer, topics: Topics) -> Vocabulary:
    """Make a gazetteer and a tree of topics ready for `enrich_article`."""
    places = PlaceIndex.of(gazetteer)
    index = TopicIndex.of(topics)
    shorts = tuple(county.short for county in gazetteer.counties)
    # A term that begins with a county (仁怀酱香) stays two words, so that the county is found in it.
    terms = tuple(word for word in index.words if len(word) > 1 and not word.startswith(shorts))
    return Vocabulary(places, index, places.words, terms, frozenset({*places.names, *places.city}))


def enrich_article(article: Article, vocabulary: Vocabulary) -> Record:
    """Find topics, places and keywords of an article. Topics and counties that marks or front matter give decide."""
    cutter = segmenter(vocabulary.names, vocabulary.terms)
    pieces = tuple(cutter.cut(block.text) for block in article.blocks)
    mentions = find_places(article, vocabulary.places, lambda number: boundaries(pieces[number]))
    marked = tuple(TopicMatch(topic, 1.0, ()) for topic in article.topics)
    return Record(
        article=article,
        topics=marked or find_topics(article, pieces, vocabulary.topics),
        counties=article.counties or rank_counties(article, mentions),
        mentions=mentions,
        keywords=find_keywords(article, pieces, vocabulary.silent),
    )
