"""Pinned ids of a digest that is replaced: an article that is still there keeps its address."""

from collections.abc import Sequence

from jianbao.model.digest import Digest, Role


def carry_pins(lines: Sequence[str], new: Digest, old: Sequence[Digest]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the new digest with the ids of the old ones on articles of the same headline; the ids left over.

    `new` is what the parser makes of `lines`; the line numbers of its blocks count in them from 1.
    """
    pins = {article.title: article.id for digest in old for article in digest.articles if article.id}
    have = {article.id for article in new.articles if article.id}
    pins = {title: pin for title, pin in pins.items() if pin not in have}
    written = list(lines)
    for article in new.articles:
        if article.id is None and article.title in pins:
            titles = [block for block in article.blocks if block.role is Role.TITLE] or list(article.blocks)
            written[titles[0].lines[0] - 1] += f" {{#{pins.pop(article.title)}}}"
    return tuple(written), tuple(pins.values())
