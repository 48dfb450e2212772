"""Pages in traditional characters: read in simplified ones, which rules and network know; told as they are printed."""

from dataclasses import replace

from jianbao.model.digest import Article, Role
from jianbao.parse.articles import Cutting
from jianbao.parse.fields.article import heading
from jianbao.parse.settings import Settings
from jianbao.text.simplified import Printed, is_traditional, simplified

_OPENING = 100
"""Lines that tell the script of a page."""


def readable(texts: list[str]) -> list[str]:
    """The lines of a page as they are read, each as long as it is; the same list where there is nothing to change."""
    return list(map(simplified, texts)) if is_traditional("\n".join(texts[:_OPENING])) else texts


def as_printed(article: Article, cut: Cutting, settings: Settings, newspaper: str | None) -> Article:
    """What was read in simplified characters, as it stands in the blocks that were cut from the printed lines.

    What marks say is theirs. The newspaper's own name is no source.
    """
    blocks = cut.blocks
    both = Printed("\n".join(block.text for block in blocks), "\n".join(block.text for block in article.blocks))
    source = both.find(article.source) if article.source and not settings.source else article.source
    return replace(
        article,
        title=heading(blocks, Role.TITLE) or both.find(article.title),
        kicker=heading(blocks, Role.KICKER),
        subtitle=heading(blocks, Role.SUBTITLE),
        column=both.find(article.column) if article.column else None,
        byline=article.byline if settings.byline else tuple(map(both.find, article.byline)),
        source=source if source != newspaper or settings.source else None,
        dateline=both.find(article.dateline) if article.dateline else None,
        blocks=blocks,
    )
