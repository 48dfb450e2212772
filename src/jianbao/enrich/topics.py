"""What an article is about: weighted words, counted where they stand. Nothing rather than a wild guess."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from jianbao.model.digest import Article, Role
from jianbao.model.record import TopicMatch
from jianbao.model.vocabulary import Topics
from jianbao.text.simplified import simplified


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """A tree of topics made ready for finding. Plain data."""

    words: dict[str, tuple[str, float]]
    """Word → topic and weight."""
    order: tuple[str, ...]
    """Ids in the order of the tree; it breaks ties."""

    @classmethod
    def of(cls, topics: Topics) -> "TopicIndex":
        """Make the index of a tree."""
        words = {word: (topic.id, weight) for topic in topics.all for word, weight in topic.keywords}
        words = {simplified(word): entry for word, entry in words.items()} | words
        return cls(words, tuple(topic.id for topic in topics.all))


# What a word is worth by where it stands, against 1 in the running text. Set by hand, then looked over on 170 articles
# of a national daily of 2019 and 2020: nine of ten primary topics fit, one article in ten got none.
_HEADLINE, _DECK, _LEDE = 4.0, 2.0, 1.5
_FACTOR = {
    Role.TITLE: _HEADLINE,
    Role.KICKER: _DECK,
    Role.SUBTITLE: _DECK,
    Role.COLUMN: _DECK,
    Role.CROSSHEAD: _LEDE,
    Role.BYLINE: 0.0,
    Role.CREDIT: 0.0,
    Role.JUMP: 0.0,
    Role.DATELINE: 0.0,
}

# Strength (below) over scale. At 8 a brief needs a clear word in its headline and another. Of 13 unfitting topics that
# were seen with a floor of 6 it removes 7, of 87 fitting ones 4.
_ENOUGH = 8.0
_HALF_SURE = 6.0
"""Strength over scale at which the score is one half."""
_FURTHER_SHARE = 0.65
_FURTHER_ENOUGH = 12.0
_FURTHER_WORDS = 4
_MOST = 3
_EVIDENCE_SHOWN = 6
_COMPOUND = (3, 4)
"""Lengths at which a word of jieba's dictionary may be made of two words, the first of two characters."""


def find_topics(article: Article, pieces: tuple[tuple[str, ...], ...], index: TopicIndex) -> tuple[TopicMatch, ...]:
    """Find the topics of an article, the primary one first; none where the evidence is thin.

    The strength of a topic is the sum over its words of weight × (1 + log₂ of the count), each occurrence counted by
    where it stands; a long text has more of everything: its strengths are divided by 1 + log₂(1 + length / 400). A
    further topic must be nearly as strong, on several words, one of them in a heading or the opening paragraph.
    `pieces` are the words of each block, cut by a segmenter that knows the words of the topics.
    """
    known = {factor: _all_known(words, index) for factor, words in _by_factor(article, pieces).items()}
    strengths = _strengths(known, index)
    scale = 1 + log2(1 + sum(len(block.text) for block in article.blocks) / 400)
    scores = {topic: sum(words.values()) / scale for topic, words in strengths.items()}
    ranked = sorted(scores, key=lambda topic: (-scores[topic], index.order.index(topic)))
    if not ranked or scores[ranked[0]] < _ENOUGH:
        return ()
    floor = max(_FURTHER_ENOUGH, _FURTHER_SHARE * scores[ranked[0]])
    ahead = {word for factor, words in known.items() if factor > 1 for word in words}
    further = [
        topic
        for topic in ranked[1:]
        if scores[topic] >= floor and len(strengths[topic]) >= _FURTHER_WORDS and ahead & strengths[topic].keys()
    ]
    return tuple(_match(topic, scores[topic], strengths[topic]) for topic in (ranked[0], *further[: _MOST - 1]))


def _match(topic: str, score: float, words: dict[str, float]) -> TopicMatch:
    evidence = sorted(words, key=lambda word: (-words[word], word))[:_EVIDENCE_SHOWN]
    return TopicMatch(topic, round(score / (score + _HALF_SURE), 3), tuple(evidence))


def _strengths(known: dict[float, Counter[str]], index: TopicIndex) -> dict[str, dict[str, float]]:
    """Topic → word → what the word is worth, all its occurrences together."""
    worth: dict[str, float] = defaultdict(float)
    for factor, words in known.items():
        for word, count in words.items():
            worth[word] += factor * count
    strengths: dict[str, dict[str, float]] = defaultdict(dict)
    for word, value in worth.items():
        topic, weight = index.words[word]
        strengths[topic][word] = weight * (1 + log2(value))
    return strengths


def _all_known(words: Iterable[str], index: TopicIndex) -> Counter[str]:
    """The words that topics have and how often they stand here; of compounds the halves (旅游 and 局 of 旅游局)."""
    known: Counter[str] = Counter()
    owned = index.words
    counts = Counter(words)
    # Most words are neither known nor as long as a compound.
    for word in [word for word in counts if word in owned or len(word) in _COMPOUND]:
        for part in (word,) if word in owned else (word[:2], word[2:]):
            if part in owned:
                known[part] += counts[word]
    return known


def _by_factor(article: Article, pieces: tuple[tuple[str, ...], ...]) -> dict[float, list[str]]:
    opening = next((number for number, block in enumerate(article.blocks) if block.role is Role.PARAGRAPH), -1)
    words: dict[float, list[str]] = defaultdict(list)
    for number, block in enumerate(article.blocks):
        if factor := _FACTOR.get(block.role, _LEDE if number == opening else 1.0):
            words[factor].extend(pieces[number])
    return words
