"""Newspaper pages composed of real articles, as one would copy them from an e-paper, with the state of every line.

Two kinds of noise: plain pages, as a tidy export gives them, and rough ones, where each convention (wrapping, blank
lines, indents, furniture, order and breaking of headings) varies by itself, within a page too.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.parse.labels import Label, PageLine
from jianbao.parse.tagger.states import Stage, index_of
from jianbao.parse.training.blocks import Block, Source, blocks_of
from jianbao.parse.training.furniture import bottom_lines, inner_line, top_lines
from jianbao.parse.training.style import Style, plain_style, rough_style


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and the number of each line's state."""

    lines: tuple[PageLine, ...]
    states: tuple[int, ...]


_SPACES = re.compile(r"[\s\u3000\xa0]+")
_NO_HEAD = "，。、；：！？”’）》】〉…"
_NO_TAIL = "。！？…”’」』）)!?.；;：:"
_NEXT = {Label.KICKER: Label.KICKER_NEXT, Label.TITLE: Label.TITLE_NEXT, Label.SUBTITLE: Label.SUBTITLE_NEXT}

_BLOCKS = frozenset({"article", "heading", "paragraph"})
_BLANK_BEFORE = {
    "all": _BLOCKS | {"heading line", "line"},
    "none": frozenset(),
    "articles": frozenset({"article"}),
    "headings": frozenset({"article", "heading"}),
    "paragraphs": _BLOCKS,
    "double": _BLOCKS,
}
_RANDOM_BLANKS = {"article": 0.6, "heading": 0.3, "paragraph": 0.3, "heading line": 0.1, "line": 0.05}
_DOUBLED = 0.15
_SPACED = 8
_LONG_HEADING = 14
"""Characters: shorter headings are letter-spaced, longer ones broken by hand."""


def compose(articles: Sequence[Source], rng: random.Random, *, rough: bool) -> LabelledPage:
    """One page of these articles, in this order."""
    style = rough_style(rng) if rough else plain_style(rng)
    page = _Sheet(style, rng)
    if style.furniture:
        page.outside(top_lines(rng, articles[0].page), Stage.TOP)
    for article in articles:
        page.article(blocks_of(article, style, rng))
        if style.rough and style.furniture and rng.random() < 0.06:
            page.outside([inner_line(rng)], Stage.OUTSIDE)
        if style.rule:
            page.outside([style.rule], Stage.OUTSIDE)
    if style.furniture:
        page.outside(bottom_lines(rng), Stage.OUTSIDE)
    return LabelledPage(tuple(page.lines), tuple(page.states))


class _Sheet:
    """The page being composed."""

    def __init__(self, style: Style, rng: random.Random) -> None:
        self.style = style
        self.rng = rng
        self.lines: list[PageLine] = []
        self.states: list[int] = []

    def outside(self, texts: Sequence[str], stage: Stage) -> None:
        """Put lines that belong to no article."""
        for text in texts:
            self._put(text, index_of(Label.FURNITURE, stage), "paragraph")

    def article(self, blocks: Sequence[Block]) -> None:
        """Put an article."""
        for number, block in enumerate(blocks):
            opens = number == 0
            heading = block.stage is not Stage.TEXT
            text = block.text if self.style.keep_spaces else _SPACES.sub(" ", block.text).strip()
            if block.label is Label.PARAGRAPH and self.style.rough and text.endswith("。") and self.rng.random() < 0.01:
                text = text[:-1]
            if block.label is Label.CROSSHEAD:
                text = self.style.crosshead_bullet + text
            pieces = self._heading_lines(text) if heading else self._text_lines(text)
            label = block.label if not opens or heading else Label.START
            state = index_of(label, block.stage, opens=opens)
            gap = "article" if opens else "heading" if heading else "paragraph"
            for piece in pieces:
                self._put(piece, state, gap)
                following = _NEXT.get(block.label, Label.COLUMN) if heading else Label.CONTINUATION
                state, gap = index_of(following, block.stage), "heading line" if heading else "line"

    def _put(self, text: str, state: int, gap: str) -> None:
        if text.strip():
            printed = text.translate(self.style.punctuation)
            self.lines.append(PageLine(printed, self._blanks(gap) if self.lines else 0))
            self.states.append(state)

    def _blanks(self, gap: str) -> int:
        """Blank lines before a line, by what it begins or continues."""
        before_article = gap == "article"
        if self.style.blank == "random":
            rate = _RANDOM_BLANKS[gap]
            return int(self.rng.random() < rate) + int(self.rng.random() < rate / 5)
        if before_article and (self.style.blank == "double" or (self._loose and self.rng.random() < _DOUBLED)):
            return 2
        return int(gap in _BLANK_BEFORE[self.style.blank])

    @property
    def _loose(self) -> bool:
        return self.style.rough and self.style.blank == "all"

    def _heading_lines(self, text: str) -> list[str]:
        width = self.style.width or 22
        if self.style.spaced_headings and len(text) <= _SPACED and text.isalnum():
            text = " ".join(text)
        if self.style.title_breaks == "spaces" and len(text) > width and " " in text:
            pieces = text.split(" ")
        elif self.style.title_breaks == "width" and len(text) > width:
            pieces = self._broken_title(text, width)
        elif self.style.title_breaks == "middle" and len(text) > _LONG_HEADING:
            pieces = _halves(text)
        else:
            pieces = [text]
        lead = self.style.heading_indent
        return [(" " * self.rng.randrange(2, 12) if lead == "centred" else lead) + piece for piece in pieces]

    def _broken_title(self, text: str, width: int) -> list[str]:
        size = max(width - self.rng.randrange(4), 6)
        return [text[i : i + size] for i in range(0, len(text), size)]

    def _text_lines(self, text: str) -> list[str]:
        if self.style.wrap == "hard":
            whole = self.style.indent + text
            return _ragged(whole, self.style, self.rng) if self.style.ragged else _wrapped(whole, self.style)
        if self.style.wrap == "column" and len(text) > 60 and self.rng.random() < self.style.break_rate:
            return self._broken_column(text)
        return [self.style.indent + text]

    def _broken_column(self, text: str) -> list[str]:
        cuts: list[int] = []
        for _ in range(2 if self.style.rough and self.rng.random() < 0.3 else 1):
            for _ in range(20):
                cut = self.rng.randrange(20, len(text) - 5)
                if text[cut - 1] not in _NO_TAIL and text[cut] not in _NO_HEAD:
                    cuts.append(cut)
                    break
        edges = [0, *sorted(set(cuts)), len(text)]
        pieces = [text[a:b] for a, b in pairwise(edges)]
        return [self.style.indent + pieces[0], *pieces[1:]]


def _halves(text: str) -> list[str]:
    """A heading broken by hand: at a space, else in the middle."""
    cut = text.find(" ", 4, -4)
    cut = cut if cut > 0 else (len(text) + 1) // 2
    return [text[:cut], text[cut:].strip()]


def _ragged(text: str, style: Style, rng: random.Random) -> list[str]:
    """The text broken a little before the width, anywhere."""
    pieces, start = [], 0
    while start < len(text):
        stop = start + max(style.width - rng.choice((0, 0, 0, *range(1, style.ragged + 1))), 4)
        pieces.append(text[start:stop])
        start = stop
    return pieces


def _wrapped(text: str, style: Style) -> list[str]:
    """The text broken at the style's width."""
    if not style.narrow_latin and not style.keeps_rules:
        return [text[i : i + style.width] for i in range(0, len(text), style.width)]
    pieces, start, room = [], 0, 0.0
    for at, character in enumerate(text):
        room += 0.5 if style.narrow_latin and character.isascii() else 1.0
        held = style.keeps_rules and character in _NO_HEAD
        if room > style.width and not held and at > start:
            pieces.append(text[start:at])
            start, room = at, 0.5 if style.narrow_latin and character.isascii() else 1.0
    return [*pieces, text[start:]]
