"""Everything that can be found out about one article by itself."""

from dataclasses import dataclass

from jianbao.enrich.figures.find import find_figures
from jianbao.enrich.keywords import find_keywords
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.organisations import find_organisations
from jianbao.enrich.names.people import find_people
from jianbao.enrich.places import PlaceIndex, find_places
from jianbao.enrich.prominence import primary_counties, rank_counties
from jianbao.enrich.topics import TopicIndex, find_topics
from jianbao.enrich.traditional import as_printed, readable
from jianbao.enrich.words import word_classes, words_of
from jianbao.model.digest import Article
from jianbao.model.record import Record, TopicMatch
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.text.words import segmenter


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
    """Names that are no keywords, and that no person bears."""


def compile_vocabulary(gazetteer: Gazetteer, topics: Topics) -> Vocabulary:
    """Make a gazetteer and a tree of topics ready for `enrich_article`."""
    places = PlaceIndex.of(gazetteer)
    index = TopicIndex.of(topics)
    names, terms = words_of(gazetteer, topics)
    return Vocabulary(places, index, names, terms, frozenset({*places.names, *places.city}))


def enrich_article(article: Article, vocabulary: Vocabulary) -> Record:
    """Find out what an article is about, whom and what it names.

    Topics and counties that marks or front matter give decide.
    """
    read = readable(article)
    record = _enriched(read, vocabulary)
    return record if read is article else as_printed(record, article)


def _enriched(article: Article, vocabulary: Vocabulary) -> Record:
    cutter = segmenter(vocabulary.names, vocabulary.terms)
    word_class = word_classes(cutter, (*vocabulary.places.city, *vocabulary.names))
    passages = tuple(Passage.of(block.text, cutter) for block in article.blocks)
    people = find_people(article, passages, word_class, vocabulary.silent)
    mentions = find_places(article, vocabulary.places, passages, people)
    pieces = tuple(passage.words for passage in passages)
    counties = article.counties or rank_counties(article, mentions)
    marked = tuple(TopicMatch(topic, 1.0, ()) for topic in article.topics)
    return Record(
        article=article,
        topics=marked or find_topics(article, pieces, vocabulary.topics),
        counties=counties,
        mentions=mentions,
        keywords=find_keywords(article, pieces, vocabulary.silent),
        people=people,
        organisations=find_organisations(article, passages, word_class),
        figures=find_figures(article, passages, word_class),
        # What a person set is what the article is about.
        primary_counties=article.counties or primary_counties(article, mentions, counties),
    )
