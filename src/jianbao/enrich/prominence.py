"""Which of the counties that an article names it is about, and in which order."""

from collections import Counter

from jianbao.model.digest import Article, Role
from jianbao.model.record import PlaceMention

_WEIGHT_BY_ROLE = {Role.TITLE: 6, Role.KICKER: 4, Role.SUBTITLE: 4, Role.DATELINE: 3, Role.COLUMN: 2}
_PROMINENT = frozenset({Role.TITLE, Role.KICKER, Role.SUBTITLE, Role.DATELINE})
_MOST = 0.5


def rank_counties(article: Article, mentions: tuple[PlaceMention, ...]) -> tuple[str, ...]:
    """Codes of the counties named, most prominent first: by headline, dateline, opening paragraph and number."""
    opening = next((n for n, block in enumerate(article.blocks) if block.role is Role.PARAGRAPH), -1)
    weights: Counter[str] = Counter()
    for mention in mentions:
        if not mention.area:
            role = article.blocks[mention.block].role
            weights[mention.county] += _WEIGHT_BY_ROLE.get(role, 2 if mention.block == opening else 1)
    # `sorted` is stable and a Counter keeps the order of arrival: among equals the one that is named first.
    return tuple(sorted(weights, key=lambda code: -weights[code]))


def primary_counties(
    article: Article, mentions: tuple[PlaceMention, ...], counties: tuple[str, ...]
) -> tuple[str, ...]:
    """Those of the counties that the article is about, not only names: in a heading, or half of all that it names."""
    named = Counter(mention.county for mention in mentions if not mention.area)
    prominent = {mention.county for mention in mentions if article.blocks[mention.block].role in _PROMINENT}
    most = _MOST * named.total()
    return tuple(code for code in counties if code in prominent or (named[code] and named[code] >= most))
