"""Newspaper pages composed of real articles, as one would copy them from an e-paper, with the state of every line.

Two kinds of noise: plain pages, as a tidy export gives them, and rough ones, where each convention (wrapping, blank
lines, indents, furniture, order and breaking of headings) varies by itself, within a page too.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.parse.labels import Label, PageLine
from jianbao.parse.states import Stage, index_of
from jianbao.parse.training.furniture import bottom_lines, inner_line, jump_line, top_lines
from jianbao.parse.training.roles import role_of


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the corpus."""

    date: str
    page: int
    kicker: str | None
    title: str
    subtitle: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and the number of each line's state."""

    lines: tuple[PageLine, ...]
    states: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    """The conventions of one page."""

    rough: bool
    wrap: str
    """none, column (a paragraph broken at a column's end) or hard (every line broken at `width`)."""
    width: int
    narrow_latin: bool
    """Latin letters and digits take half the width, as in print."""
    keeps_rules: bool
    """No line begins with a full stop or a comma (禁则)."""
    indent: str
    heading_indent: str
    blank: str
    """all, none, articles, paragraphs, headings, double (before articles) or random."""
    break_rate: float
    title_breaks: str
    """never, spaces (where one is and the line too long) or width."""
    furniture: bool
    untitled: float
    """Share of photo news and briefs printed without a headline."""
    keep_spaces: bool


@dataclass(frozen=True, slots=True)
class _Block:
    label: Label
    stage: Stage
    text: str


_SPACES = re.compile(r"[\s\u3000\xa0]+")
_COLUMN = re.compile(r"^(.{6,})[（(]([^（）()]{2,16})[）)]$")
_PHOTO = re.compile(r"图为|摄(?:影报道)?(?:[（(].{1,10}[）)])?[）)]?$")
_NO_HEAD = "，。、；：！？”’）》】〉…"
_NO_TAIL = "。！？…”’」』）)!?.；;：:"
_NEXT = {Label.KICKER: Label.KICKER_NEXT, Label.TITLE: Label.TITLE_NEXT, Label.SUBTITLE: Label.SUBTITLE_NEXT}


def compose(articles: Sequence[Source], rng: random.Random, *, rough: bool) -> LabelledPage:
    """One page of these articles, in this order."""
    style = _rough_style(rng) if rough else _plain_style(rng)
    page = _Sheet(style, rng)
    if style.furniture:
        page.outside(top_lines(rng, articles[0].page), Stage.TOP)
    for article in articles:
        page.article(_blocks(article, style, rng))
        if style.rough and style.furniture and rng.random() < 0.06:
            page.outside([inner_line(rng)], Stage.OUTSIDE)
    if style.furniture:
        page.outside(bottom_lines(rng), Stage.OUTSIDE)
    return LabelledPage(tuple(page.lines), tuple(page.states))


def _plain_style(rng: random.Random) -> _Style:
    wrap = rng.choices(["none", "column", "hard"], [0.32, 0.43, 0.25])[0]
    hard = wrap == "hard"
    return _Style(
        rough=False,
        wrap=wrap,
        width=rng.choice([17, 22, 28, 36, rng.randrange(14, 40)]) if hard else 0,
        narrow_latin=False,
        keeps_rules=False,
        indent="\u3000\u3000" if rng.random() < (0.75 if hard else 0.4) else "",
        heading_indent="",
        blank=rng.choices(["all", "none", "articles"], [0.45, 0.37, 0.18])[0],
        break_rate=0.3,
        title_breaks="spaces" if hard else "never",
        furniture=rng.random() < 0.4,
        untitled=0.5 if rng.random() < 0.5 else 0.0,
        keep_spaces=False,
    )


def _rough_style(rng: random.Random) -> _Style:
    wrap = rng.choices(["none", "column", "hard"], [0.25, 0.35, 0.4])[0]
    hard = wrap == "hard"
    return _Style(
        rough=True,
        wrap=wrap,
        width=rng.randrange(8, 46) if hard else 0,
        narrow_latin=rng.random() < 0.4,
        keeps_rules=rng.random() < 0.5,
        indent=rng.choices(["", "\u3000\u3000", "  ", "    ", "\u3000"], [0.4, 0.35, 0.1, 0.1, 0.05])[0],
        heading_indent=rng.choice(["", "", "", "\u3000\u3000", "    ", "centred"]),
        blank=rng.choice(["all", "none", "articles", "paragraphs", "headings", "double", "random"]),
        break_rate=rng.choice([0.1, 0.3, 0.6]),
        title_breaks=rng.choice(["never", "spaces", "width"]),
        furniture=rng.random() < 0.5,
        untitled=rng.choice([0.0, 0.3, 0.8]),
        keep_spaces=rng.random() < 0.3,
    )


def _blocks(article: Source, style: _Style, rng: random.Random) -> list[_Block]:
    paragraphs = list(article.paragraphs)
    if style.rough and len(paragraphs) > 2 and rng.random() < 0.15:
        paragraphs = paragraphs[: rng.randrange(1, 4)]
    roles = [role_of(paragraphs, i) for i in range(len(paragraphs))]
    photo = len(paragraphs) <= 3 and any(_PHOTO.search(p[-14:]) or "图为" in p for p in paragraphs)
    brief = style.rough and len(paragraphs) <= 2 and rng.random() < 0.3
    untitled = (photo or brief) and rng.random() < (style.untitled if style.rough else 2 * style.untitled)
    text = [_Block(role, Stage.TEXT, p) for role, p in zip(roles, paragraphs, strict=True)]
    if untitled:
        return [_Block(Label.START, Stage.TEXT, paragraphs[0]), *text[1:]]
    headings = _headings(article, style, rng)
    if style.rough:
        text = _dressed(text, rng)
    return headings + text


def _headings(article: Source, style: _Style, rng: random.Random) -> list[_Block]:
    title, before, after = article.title, [], []
    column = _COLUMN.match(title) if style.rough and rng.random() < 0.35 else None
    if column:
        title, name = column.groups()
        if rng.random() < 0.6:
            shape = rng.choice(["{}", "【{}】", "·{}·", "[{}]", "■{}", "{}"])
            before.append(_Block(Label.COLUMN, Stage.BEFORE_HEADLINE, shape.format(name)))
        else:
            after.append(_Block(Label.COLUMN, Stage.AFTER_HEADLINE, f"（{name}）"))
    if article.kicker:
        before.append(_Block(Label.KICKER, Stage.BEFORE_HEADLINE, article.kicker))
    if article.subtitle:
        early = style.rough and not article.subtitle.startswith("——") and rng.random() < 0.12
        if early:
            before.append(_Block(Label.SUBTITLE, Stage.BEFORE_HEADLINE, article.subtitle))
        else:
            after.insert(0, _Block(Label.SUBTITLE, Stage.AFTER_HEADLINE, article.subtitle))
    return [*before, _Block(Label.TITLE, Stage.HEADLINE, title), *after]


def _dressed(text: list[_Block], rng: random.Random) -> list[_Block]:
    """The text with what a page may put around it: a byline moved to the front, jumps, a credit, a source."""
    if len(text) > 1 and text[-1].label is Label.BYLINE and rng.random() < 0.3:
        text = [text[-1], *text[:-1]]
    if rng.random() < 0.05:
        text = [_Block(Label.JUMP, Stage.TEXT, jump_line(rng, "上接")), *text]
    if rng.random() < 0.05:
        text = [*text, _Block(Label.JUMP, Stage.TEXT, jump_line(rng, "下转"))]
    if rng.random() < 0.05:
        paper = rng.choice(["《工人日报》", "新华网", "《经济日报》", "人民网", "《光明日报》", "贵州日报", "央视新闻客户端"])
        shape = rng.choice(["（来源：{}）", "来源：{}", "（据{}）", "（转自{}）", "（原载{}）"])
        text = [*text, _Block(Label.CREDIT, Stage.TEXT, shape.format(paper))]
    return text


class _Sheet:
    """The page being composed."""

    def __init__(self, style: _Style, rng: random.Random) -> None:
        self.style = style
        self.rng = rng
        self.lines: list[PageLine] = []
        self.states: list[int] = []

    def outside(self, texts: Sequence[str], stage: Stage) -> None:
        """Put lines that belong to no article."""
        for text in texts:
            self._put(text, index_of(Label.FURNITURE, stage), "paragraph")

    def article(self, blocks: Sequence[_Block]) -> None:
        """Put an article."""
        for number, block in enumerate(blocks):
            opens = number == 0
            heading = block.stage is not Stage.TEXT
            text = block.text if self.style.keep_spaces else _SPACES.sub(" ", block.text).strip()
            if block.label is Label.PARAGRAPH and self.style.rough and text.endswith("。") and self.rng.random() < 0.01:
                text = text[:-1]
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
            self.lines.append(PageLine(text, self._blanks(gap) if self.lines else 0))
            self.states.append(state)

    def _blanks(self, gap: str) -> int:
        new_block = gap in {"article", "heading", "paragraph"}
        match self.style.blank:
            case "all":
                return 2 if self.style.rough and gap == "article" and self.rng.random() < 0.15 else 1
            case "articles":
                return int(gap == "article")
            case "paragraphs":
                return int(new_block)
            case "headings":
                return int(gap in {"article", "heading"})
            case "double":
                return 2 if gap == "article" else int(new_block or self.rng.random() < 0.5)
            case "random":
                rate = {"article": 0.6, "heading": 0.3, "paragraph": 0.3, "heading line": 0.1, "line": 0.05}[gap]
                return int(self.rng.random() < rate) + int(self.rng.random() < rate / 5)
            case _:
                return 0

    def _heading_lines(self, text: str) -> list[str]:
        width = self.style.width or 22
        if self.style.title_breaks == "spaces" and len(text) > width and " " in text:
            pieces = text.split(" ")
        elif self.style.title_breaks == "width" and len(text) > width:
            pieces = self._broken_title(text, width)
        else:
            pieces = [text]
        lead = self.style.heading_indent
        return [(" " * self.rng.randrange(2, 12) if lead == "centred" else lead) + piece for piece in pieces]

    def _broken_title(self, text: str, width: int) -> list[str]:
        size = max(width - self.rng.randrange(4), 6)
        return [text[i : i + size] for i in range(0, len(text), size)]

    def _text_lines(self, text: str) -> list[str]:
        if self.style.wrap == "hard":
            return _wrapped(self.style.indent + text, self.style)
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
        pieces = [text[a:b] for a, b in zip(edges, edges[1:], strict=False)]
        return [self.style.indent + pieces[0], *pieces[1:]]


def _wrapped(text: str, style: _Style) -> list[str]:
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
