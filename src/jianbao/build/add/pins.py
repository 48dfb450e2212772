"""Ids of the articles of a page that is replaced: one that is still there keeps its own, and none gets another's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jianbao.build.add.matching import home_of, matched
from jianbao.index.addresses import article_at, article_path
from jianbao.index.numbers import Known, by_page, numbered, page_of
from jianbao.model.digest import Article, Role
from jianbao.model.gone import Ledger


@dataclass(frozen=True, slots=True)
class Addresses:
    """What is known of the addresses of a page."""

    id_of: Callable[[int], str]
    """Makes the id of an article of its number."""
    retired: frozenset[str]
    """Ids of articles that are no more."""
    ledger: Ledger
    """The addresses that are on record as published."""

    @property
    def record(self) -> Known:
        """What is on record of the articles of the page, by id."""
        start = page_of(self.id_of(1))
        ids = {identifier: one for path, one in self.ledger.items() if (identifier := article_at(path))}
        return by_page(ids).get(start, {})


@dataclass(frozen=True, slots=True)
class Left:
    """An article that was there and is not in what takes its place."""

    id: str | None
    """Under which it was published; None: it was not."""
    title: str
    moved: str | None = None
    """The id of the article that has its text now."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The digest that takes the place of others, with their ids."""

    lines: tuple[str, ...]
    known: frozenset[int]
    """The places of its articles that were there before."""
    left: tuple[Left, ...]


NOTHING_CARRIED = Carried((), frozenset(), ())


def carry_pins(lines: Sequence[str], new: Sequence[Article], old: Sequence[Article], page: Addresses) -> Carried:
    """The `lines` of a digest of the articles `new` with the ids of the `old` ones; all in the order of the page.

    Line numbers of blocks count in `lines` from 1. An article that was there, by its text or its headline, is pinned to
    the id that it has, if that was published or pinned. Where a build would give a new one an id that ever was
    another's, the new ones are pinned to ids that never were anybody's.
    """
    fate, ids = matched(old, new), _ids(old, page)
    own = [article.id or (ids[fate[place]] if place in fate else None) for place, article in enumerate(new)]
    own = _unlike_any(new, own, {*page.retired, *filter(None, ids), *page.record}, page)
    written = list(lines)
    for article, identifier in zip(new, own, strict=True):
        if identifier and identifier != article.id:
            written[_opening(article) - 1] += f" {{#{identifier}}}"
    staying = set(fate.values())
    left = [
        Left(ids[there], article.title, None if (home := home_of(article, new)) is None else own[home])
        for there, article in enumerate(old)
        if there not in staying
    ]
    return Carried(tuple(written), frozenset(fate), tuple(left))


def _opening(article: Article) -> int:
    """The line that its id is written on."""
    titles = [block for block in article.blocks if block.role is Role.TITLE] or article.blocks
    return titles[0].lines[0]


def _ids(old: Sequence[Article], page: Addresses) -> list[str | None]:
    """The id of each article that is there; None of one that was neither published nor pinned."""
    pinned = {article.id for article in old if article.id}
    found = numbered(old, page.id_of, pinned | page.retired, page.record)
    return [
        identifier if article.id or article_path(identifier) in page.ledger else None
        for article, identifier in zip(old, found, strict=True)
    ]


def _unlike_any(new: Sequence[Article], own: Sequence[str | None], ever: set[str], page: Addresses) -> list[str | None]:
    """The ids of the new articles; None where a build gives one that is none of those that `ever` were given."""
    cards = [_Stand(identifier, article.title) for identifier, article in zip(own, new, strict=True)]
    named = {identifier for identifier in own if identifier}
    built = numbered(cards, page.id_of, named | page.retired, page.record)
    if named >= ever.intersection(built):
        return list(own)
    return list(numbered(cards, page.id_of, named | ever, {}))


@dataclass(frozen=True, slots=True)
class _Stand:
    """As much of an article as numbers it, with the id that it is about to have."""

    id: str | None
    title: str
