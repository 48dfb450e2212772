"""From tagged lines to articles of blocks, and the furniture between them.

Nothing is lost: every line stands in exactly one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from jianbao.model.digest import Block, Furniture, Role
from jianbao.parse.labels import Label, LineTag
from jianbao.text.chars import join_lines

_ROLES = MappingProxyType(
    {
        Label.TITLE: Role.TITLE,
        Label.TITLE_NEXT: Role.TITLE,
        Label.KICKER: Role.KICKER,
        Label.KICKER_NEXT: Role.KICKER,
        Label.SUBTITLE: Role.SUBTITLE,
        Label.SUBTITLE_NEXT: Role.SUBTITLE,
        Label.COLUMN: Role.COLUMN,
        Label.BYLINE: Role.BYLINE,
        Label.CREDIT: Role.CREDIT,
        Label.DATELINE: Role.DATELINE,
        Label.PARAGRAPH: Role.PARAGRAPH,
        Label.CONTINUATION: Role.PARAGRAPH,
        Label.START: Role.PARAGRAPH,
        Label.CROSSHEAD: Role.CROSSHEAD,
        Label.CAPTION: Role.CAPTION,
        Label.JUMP: Role.JUMP,
    }
)
_FURNITURE = Label.FURNITURE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_JOINS = {Label.TITLE_NEXT, Label.KICKER_NEXT, Label.SUBTITLE_NEXT, Label.CONTINUATION}


@dataclass(frozen=True, slots=True)
class Cutting:
    """An article as it is cut out of the page: its blocks, and how sure its edges are."""

    blocks: tuple[Block, ...]
    start: float
    """Probability that it begins where it does."""
    end: float
    """Probability that nothing behind it belongs to it."""

    @property
    def confidence(self) -> float:
        """The weaker of the two edges."""
        return min(self.start, self.end)


@dataclass(slots=True)
class _Pile:
    """Lines that become one block or one furniture entry."""

    role: Role | None
    lines: list[int]
    texts: list[str]
    confidence: float


def cut_out(
    texts: Sequence[str], numbers: Sequence[int], tags: Sequence[LineTag]
) -> tuple[tuple[Cutting, ...], tuple[Furniture, ...]]:
    """Group settled tags into articles and furniture; `numbers` are the line numbers in the file as stored."""
    articles: list[list[_Pile]] = []
    openings: list[float] = []
    furniture: list[_Pile] = []
    doubt: list[float] = []
    for text, number, (label, opens, confidence, sure) in zip(texts, numbers, tags, strict=True):
        if label is _FURNITURE:
            furniture.append(_Pile(None, [number], [text], confidence))
            continue
        if opens:
            articles.append([])
            openings.append(sure)
            doubt.append(1.0)
        elif sure < doubt[-1]:
            doubt[-1] = sure
        piles = articles[-1]
        if opens or label not in _JOINS or not piles:
            piles.append(_Pile(_ROLES[label], [number], [text], confidence))
            continue
        pile = piles[-1]
        pile.lines.append(number)
        pile.texts.append(text)
        pile.confidence = min(pile.confidence, confidence)
    return _cuttings(articles, openings, doubt), tuple(
        Furniture(join_lines(tuple(p.texts)), tuple(p.lines)) for p in furniture
    )


def _cuttings(articles: list[list[_Pile]], openings: list[float], doubt: list[float]) -> tuple[Cutting, ...]:
    """An article ends as surely as the next begins, and where no line inside of it might have begun another."""
    ends = [*openings[1:], 1.0][: len(articles)]
    return tuple(
        Cutting(tuple(_block(pile) for pile in piles), start, min(end, inside))
        for piles, start, end, inside in zip(articles, openings, ends, doubt, strict=True)
    )


def _block(pile: _Pile) -> Block:
    role = pile.role or Role.PARAGRAPH
    return Block(role, join_lines(tuple(pile.texts)), tuple(pile.lines), round(pile.confidence, 3))
