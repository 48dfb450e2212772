"""Which articles of a page that is brought in once more are there already: known by their texts, then by headline."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from jianbao.model.digest import Article, Role
from jianbao.text.chars import bare

_BESIDE = frozenset((Role.TITLE, Role.KICKER, Role.SUBTITLE, Role.COLUMN, Role.BYLINE, Role.CREDIT))
"""What is no part of the text."""
_GRAM = 6
"""Characters that are compared at a time: two texts that are not one rarely share so many in a row."""
_SAME = 0.5
"""Share of the shorter text that must stand in the longer one. A text that was typed or recognised anew keeps far more;
one that was split or merged keeps all of what is left; and no two articles of one page share half of their words."""
_MENDED = 0.6
"""Likeness (twice the characters in common, of all) from which a headline is the other one mended."""
_HEADLINE = 5
"""Characters of a headline that says by itself which article it is: 图片新闻 and 简讯 do not."""


def matched(old: Sequence[Article], new: Sequence[Article]) -> dict[int, int]:
    """The place among `old` of each article of `new` that is there, by its own place. None is there twice.

    An article that was split is the part that kept its headline, or the longest; one that was merged with others is the
    one whose headline was kept, or the longest. Where texts tell nothing, a headline does that both have once.
    """
    found = {there: place for place, there in _same_ids(old, new)}
    mine, its = [_grams(one) for one in new], [_grams(one) for one in old]
    pairs = [
        (_likeness(new[place].title, old[there].title), len(mine[place] & its[there]), place, there)
        for place in range(len(new))
        for there in range(len(old))
        if _is_in(mine[place], its[there])
    ]
    taken = set(found.values())
    for _, _, place, there in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if place not in taken and there not in found and new[place].id is None:
            found[there] = place
            taken.add(place)
    ours = _headlines(new, taken)
    for title, there in _headlines(old, set(found)).items():
        if title in ours and new[ours[title]].id is None:
            found[there] = ours[title]
    return {place: there for there, place in found.items()}


def _likeness(one: str, other: str) -> int:
    """Of two headlines: 2 the same, 1 one that was mended, 0 another."""
    mine, its = bare(one), bare(other)
    if mine == its:
        return 2
    return int(mine in its or its in mine or SequenceMatcher(None, mine, its).ratio() >= _MENDED)


def home_of(article: Article, new: Sequence[Article]) -> int | None:
    """The place of the one among `new` that has the article's text, as a part of its own."""
    grams = _grams(article)
    shares = [(len(grams & each), -place) for place, each in enumerate(map(_grams, new)) if _is_in(grams, each)]
    return -max(shares)[1] if shares else None


def _same_ids(old: Sequence[Article], new: Sequence[Article]) -> list[tuple[int, int]]:
    """Places of those that bring the pinned id of one that is there: new, old."""
    ids = {article.id: there for there, article in enumerate(old) if article.id}
    return [(place, ids[article.id]) for place, article in enumerate(new) if article.id in ids]


def _headlines(articles: Sequence[Article], but: set[int]) -> dict[str, int]:
    """The places of the articles, `but` some, that a headline says all of."""
    titles = [bare(article.title) for article in articles]
    often = Counter(titles)
    return {
        title: place
        for place, title in enumerate(titles)
        if place not in but and often[title] == 1 and len(title) >= _HEADLINE
    }


def _grams(article: Article) -> frozenset[str]:
    """The runs of characters of its text, without headings and signs."""
    text = "".join(block.text for block in article.blocks if block.role not in _BESIDE)
    letters = "".join(char for char in text if char.isalnum())
    return frozenset(letters[start : start + _GRAM] for start in range(len(letters) - _GRAM + 1))


def _is_in(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > 0 and len(one & other) >= _SAME * min(len(one), len(other))
