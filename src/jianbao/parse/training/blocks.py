"""The blocks of an article in the order of print: headings, text, and what a page puts around them."""

import random
import re
from dataclasses import dataclass, replace

from jianbao.parse.labels import Label
from jianbao.parse.tagger.states import Stage
from jianbao.parse.training.furniture import jump_line, person, source_line, web_line
from jianbao.parse.training.roles import roles_of
from jianbao.parse.training.style import Style


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
class Block:
    """A heading or a paragraph, before it is broken into lines."""

    label: Label
    stage: Stage
    text: str


_COLUMN = re.compile(r"^(.{6,})[（(]([^（）()]{2,16})[）)]$")
_COLUMN_SHAPES = ("{}", "{}", "【{}】", "·{}·", "[{}]", "■{}")
_PHOTO = re.compile(r"图为|摄(?:影报道)?(?:[（(].{1,10}[）)])?[）)]?$")
_PERSON = re.compile(
    r"^\S{4,24}(?:书记|[市县区州省]长|主任|局长|院长|校长|主席|董事长|总经理|教授)\S{2,4}?(?:代表|委员)?$"
)


def blocks_of(article: Source, style: Style, rng: random.Random) -> list[Block]:
    """The blocks of an article on a page of this style; the first one opens it."""
    paragraphs = article.paragraphs
    if style.rough and len(paragraphs) > 2 and rng.random() < 0.15:
        paragraphs = paragraphs[: rng.randrange(1, 4)]
    short = is_photograph(replace(article, paragraphs=paragraphs))
    if style.rough and len(paragraphs) <= 2:
        short = short or rng.random() < 0.3
    text = [Block(role, Stage.TEXT, p) for role, p in zip(roles_of(paragraphs), paragraphs, strict=True)]
    if short and rng.random() < style.untitled:
        return [Block(Label.START, Stage.TEXT, paragraphs[0]), *text[1:]]
    if style.web:
        text = [Block(Label.BYLINE, Stage.TEXT, web_line(rng, article.date)), *text]
    return _headings(article, style, rng) + (_dressed(text, rng) if style.rough else text)


def _headings(article: Source, style: Style, rng: random.Random) -> list[Block]:
    """Column, kicker, headline and deck; on rough pages also a deck before the headline."""
    title, kicker, deck = article.title, article.kicker, article.subtitle
    early: list[str] = []
    before: list[Block] = []
    after: list[Block] = []
    if style.rough:
        column = _COLUMN.match(title) if rng.random() < 0.35 else None
        if column:
            title, name = column.groups()
            if rng.random() < 0.6:
                shape = rng.choice(_COLUMN_SHAPES)
                before.append(Block(Label.COLUMN, Stage.BEFORE_HEADLINE, shape.format(name)))
            else:
                after.append(Block(Label.COLUMN, Stage.AFTER_HEADLINE, f"（{name}）"))
        if kicker and _PERSON.match(kicker) and rng.random() < 0.5:
            early, kicker = [kicker], rng.choice(_SERIES)
        elif kicker and rng.random() < 0.1:
            early = [person(rng)]
        elif deck and not deck.startswith("——") and rng.random() < 0.12:
            early, deck = [deck], None
    if kicker:
        before.append(Block(Label.KICKER, Stage.BEFORE_HEADLINE, kicker))
    before += [Block(Label.SUBTITLE, Stage.BEFORE_HEADLINE, text) for text in early]
    if deck:
        after.insert(0, Block(Label.SUBTITLE, Stage.AFTER_HEADLINE, deck))
    return [
        *before,
        Block(Label.TITLE, Stage.HEADLINE, f"【{title}】" if style.bracketed else style.bullet + title),
        *after,
    ]


def is_photograph(article: Source) -> bool:
    """Whether an article is a photograph with its caption."""
    return len(article.paragraphs) <= 3 and any(_PHOTO.search(p[-14:]) or "图为" in p for p in article.paragraphs)


_SERIES = (
    "学习宣传贯彻全会精神",
    "贯彻落实会议精神 推动高质量发展",
    "县委书记访谈录",
    "一把手谈发展 凝心聚力开新局",
    "践行新思想 展现新作为",
    "聚焦两会 共话未来",
)


def _dressed(text: list[Block], rng: random.Random) -> list[Block]:
    """The text with what a page may do to it: bylines, jumps, a source, a crosshead that lost its section."""
    text = _orphaned(_captioned(text, rng), rng)
    if len(text) > 1 and text[-1].label is Label.BYLINE and rng.random() < 0.3:
        text = [text[-1], *text[:-1]]
    elif rng.random() < 0.06:
        text = [Block(Label.BYLINE, Stage.TEXT, source_line(rng, "byline")), *text]
    elif rng.random() < 0.06:
        text = [*text, Block(Label.BYLINE, Stage.TEXT, f"（{source_line(rng, 'byline')}）")]
    if rng.random() < 0.05:
        text = [Block(Label.JUMP, Stage.TEXT, jump_line(rng, "上接")), *text]
    if rng.random() < 0.05:
        text = [*text, Block(Label.JUMP, Stage.TEXT, jump_line(rng, "下转"))]
    elif text[-1].label is Label.PARAGRAPH and rng.random() < 0.05:
        text = [*text[:-1], replace(text[-1], text=text[-1].text + jump_line(rng, "下转"))]
    if rng.random() < 0.06:
        text = [*text, Block(Label.CREDIT, Stage.TEXT, source_line(rng, "source"))]
    return text


def _captioned(text: list[Block], rng: random.Random) -> list[Block]:
    """A caption and the photographer on one line, as many papers print them."""
    pair = [block.label for block in text[-2:]]
    if pair != [Label.CAPTION, Label.CREDIT] or rng.random() < 0.5:
        return text
    return [*text[:-2], replace(text[-2], text=f"{text[-2].text}（{text[-1].text.strip('（）')}）")]


def _orphaned(text: list[Block], rng: random.Random) -> list[Block]:
    """A crosshead above the byline, or at the end, whose section stayed on another page."""
    crossheads = [block for block in text if block.label is Label.CROSSHEAD]
    if not crossheads or rng.random() < 0.85:
        return text
    moved = rng.choice(crossheads)
    rest = [block for block in text if block is not moved]
    end = len(rest) - (rest[-1].label is Label.BYLINE)
    return [*rest[:end], moved, *rest[end:]]
