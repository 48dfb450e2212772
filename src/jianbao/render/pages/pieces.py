"""An article's blocks as a page sets them, and the short forms in which an article stands on other pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jianbao.model.digest import Article, Block, Role
from jianbao.model.site import Entry
from jianbao.render.edition import Edition, Link

# What may stand above the text. A byline or credit does so only where the page prints it there.
_HEADING = frozenset({Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.COLUMN, Role.BYLINE, Role.CREDIT})

LINE = "line"
"""The role that a page gives to a paragraph which is a line of verse or of a list."""

_STOPS = "。！？…"
_PAUSES = "；，、："
_ANNOUNCING = "：:"
_ENDS = "。！？…”"
# A line of verse or of a list of names; prose has a paragraph as short as this here and there, but hardly four in a row
# that all lack a full stop.
_SHORT = 24
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it is set."""

    role: str
    text: str
    headline: bool = False
    """It is the page's `h1`: the first block of the role title."""


def pieces(article: Article) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Blocks above the text (kicker, headline, deck, …), and the blocks from the first one of the text on."""
    headline = next((index for index, block in enumerate(article.blocks) if block.role is Role.TITLE), None)
    lines = _lines(article.blocks)
    all_pieces = tuple(
        Piece(LINE if index in lines else block.role.value, block.text, headline=index == headline)
        for index, block in enumerate(article.blocks)
    )
    start = next((index for index, block in enumerate(article.blocks) if block.role not in _HEADING), len(all_pieces))
    return all_pieces[:start], all_pieces[start:]


def _lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Which paragraphs are lines: those of a run of short ones, most of which end no sentence."""
    found: set[int] = set()
    for short, run in groupby(enumerate(blocks), key=lambda one: _is_short(one[1])):
        together = list(run)
        open_ended = sum(block.text[-1:] not in _ENDS for _, block in together) if short else 0
        if open_ended >= _FEWEST and open_ended * 2 > len(together):
            found.update(index for index, _ in together)
    return frozenset(found)


def _is_short(block: Block) -> bool:
    return block.role is Role.PARAGRAPH and len(block.text) <= _SHORT


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article on a list or on a front page."""

    path: str
    title: str
    inferred: bool
    kicker: str | None
    deck: str | None
    lede: str
    """Beginning of the text; empty where the list shows none."""
    counties: tuple[Link, ...]
    topic: Link | None
    kind: str


def teaser(edition: Edition, entry: Entry, *, lede: int = 0) -> Teaser:
    """The short form of an article, with about `lede` characters of its text."""
    card = entry.card
    return Teaser(
        path=entry.path,
        title=card.title,
        inferred=card.title_inferred,
        kicker=card.kicker,
        deck=card.subtitle,
        lede=beginning(edition.archive.records[entry.id].article, lede) if lede else "",
        counties=edition.county_links(entry),
        topic=edition.topics[card.topics[0]] if card.topics else None,
        kind=card.kind.value,
    )


def beginning(article: Article, length: int) -> str:
    """The first paragraph, cut at the last mark before `length` characters, or there with an ellipsis.

    One that only announces the next, “（记者 …）报道：”, has it with it.
    """
    text = ""
    for block in article.blocks:
        if block.role is Role.PARAGRAPH and (not text or text[-1] in _ANNOUNCING):
            text += block.text
    if len(text) <= length:
        return text
    cut = text[:length]
    for marks in (_STOPS, _PAUSES):
        mark = max(map(cut.rfind, marks))
        # A sentence or clause that ends in the first half would leave a lede too short to say anything.
        if mark >= length // 2:
            return cut[: mark + 1] if marks is _STOPS else cut[:mark] + "……"
    return cut.rstrip("，、：（“ ") + "……"
