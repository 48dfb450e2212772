"""Ids of the articles of a digest that is replaced: an article that is still there keeps its address."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jianbao.index.addresses import article_at
from jianbao.model.digest import Digest, Role


def carry_pins(
    lines: Sequence[str], new: Digest, old: Sequence[Digest], published: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the new digest with the ids of the old ones on articles of the same headline; the ids left over.

    `new` is what the parser makes of `lines`; the line numbers of its blocks count in them from 1. Where an article of
    the old digests has no pinned id, that under which it was `published` (title by path) is its own.
    """
    pins = _published_ids(old, published)
    pins |= {article.title: article.id for digest in old for article in digest.articles if article.id}
    have = {article.id for article in new.articles if article.id}
    pins = {title: pin for title, pin in pins.items() if pin not in have}
    written = list(lines)
    for article in new.articles:
        if article.id is None and article.title in pins:
            titles = [block for block in article.blocks if block.role is Role.TITLE] or list(article.blocks)
            written[titles[0].lines[0] - 1] += f" {{#{pins.pop(article.title)}}}"
    return tuple(written), tuple(pins.values())


def _published_ids(old: Sequence[Digest], published: Mapping[str, str]) -> dict[str, str]:
    """The ids of the articles without a pinned one, by headline; those of a headline that comes twice are not known."""
    days = {digest.issue.date.base.replace("-", "") for digest in old if digest.issue.date}
    ids = [
        (title, id_)
        for path, title in published.items()
        if (id_ := article_at(path)) and any(day in id_ for day in days)
    ]
    often = Counter(title for title, _ in ids) + Counter(article.title for one in old for article in one.articles)
    unpinned = {article.title for digest in old for article in digest.articles if not article.id}
    return {title: id_ for title, id_ in ids if title in unpinned and often[title] == 2}  # noqa: PLR2004 - once in each
