"""Does a line go on with the text of the line before? An ordered table of rules; the first that knows decides.

Every probability is rounded from what the rule was right on in 500 composed pages of a national daily (60,000 lines).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jianbao.parse.labels import Label
from jianbao.parse.rules.layout import Layout
from jianbao.parse.rules.sight import Sight, Sort

_NEVER_FIRST = tuple("，。、；：！？”’）》】」』…%％·,;:!?)")
"""No line of Chinese begins with these by right."""
_GOES_ON = ("，", "、", "（", "《", "“", "‘", ",")
_NEVER_LAST = tuple("的在和与对将把但及或被由向至从")
"""Particles and prepositions that want a word behind them; of 60 lines of 16 to 45 characters that end so, 50 go on."""
_NO_BREAK = ("：", ":", "；", "——", "”", "）", ")")
"""What ends introductions, items of lists, kickers and headings, and seldom stands where a column happens to break."""
_LONG = 45
"""Headings have at most 40 characters, a few decks excepted."""
_SHORTEST_SENTENCE = 20
_SHORTEST_BREAK = 16
"""A column is never so narrow that a break comes earlier; shorter lines that end in a comma are verse."""
_INNER = ("。", "；", "！", "？", "：")

_TEXTS = {None, Label.PARAGRAPH, Label.CONTINUATION, Label.CAPTION, Label.START}


@dataclass(frozen=True, slots=True)
class Spot:
    """The place between two lines, as far as the page is read."""

    layout: Layout
    before: Sight
    """The line before, furniture passed over."""
    here: Sight
    depth: int
    """Brackets and quotation marks open since the text of the line before began."""
    text_began: bool
    """The line before is text for sure: it continues a text, or begins with an indent or a dateline."""
    length: int
    """Characters of the text so far that the line before ends."""
    after_sentence: bool
    """The text that the line before belongs to began behind a finished sentence."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the line goes on, and the probability that this is right."""

    joins: bool
    probability: float


Rule = Callable[[Spot], Verdict | None]


def judge(spot: Spot) -> Verdict:
    """The verdict of the first rule that has one."""
    return next(
        (verdict for rule in RULES if (verdict := rule(spot)) is not None), Verdict(joins=False, probability=0.97)
    )


def marked(spot: Spot) -> Verdict | None:
    """A mark on the line decides; behind a line that a mark makes a heading, text begins."""
    if spot.here.fixed is not None:
        return Verdict(joins=spot.here.fixed is Label.CONTINUATION, probability=1.0)
    if spot.here.fixed_opens is not None or spot.before.fixed not in _TEXTS:
        return Verdict(joins=False, probability=0.97)
    return None


def indent_begins(spot: Spot) -> Verdict | None:
    """On a page with indents an indented line begins a paragraph."""
    return Verdict(joins=False, probability=0.999) if spot.layout.indents and spot.here.indented else None


def stray_punctuation(spot: Spot) -> Verdict | None:
    """A line cannot begin with a comma: it was cut off what comes before."""
    dots = spot.here.text.startswith("……") and not spot.layout.width
    return Verdict(joins=True, probability=0.99) if spot.here.text.startswith(_NEVER_FIRST) and not dots else None


def full_line(spot: Spot) -> Verdict | None:
    """In hard-wrapped text a full line goes on; one that is not full is the last of its paragraph."""
    if not spot.layout.width:
        return None
    if not spot.before.full or spot.here.longer:
        return Verdict(joins=False, probability=0.99)
    if spot.before.ends:
        last_of_paragraph = spot.here.ends or spot.here.full
        began = spot.text_began or not spot.layout.indents
        return Verdict(joins=began and last_of_paragraph and not spot.here.dateline, probability=0.8)
    return Verdict(joins=spot.text_began or not spot.layout.indents, probability=0.98)


def set_phrase(spot: Spot) -> Verdict | None:
    """A byline, a dateline, a caption begins by itself."""
    alone = spot.here.sort is not Sort.PLAIN or spot.before.sort is not Sort.PLAIN
    return Verdict(joins=False, probability=0.98) if alone or spot.here.dateline or spot.here.caption else None


def finished_sentence(spot: Spot) -> Verdict | None:
    """Where lines are not wrapped, a full stop ends a paragraph; so does the bracket that closes a credit."""
    closed = spot.before.text.endswith(("）", ")")) and spot.depth <= 0
    return Verdict(joins=False, probability=0.99) if spot.before.ends or closed else None


def open_bracket(spot: Spot) -> Verdict | None:
    """Text that stops in the middle of a quotation or bracket goes on."""
    long_enough = spot.length >= _SHORTEST_BREAK
    return Verdict(joins=True, probability=0.97) if spot.depth > 0 and long_enough and spot.here.depth < 0 else None


def comma(spot: Spot) -> Verdict | None:
    """A comma at the end asks for more; short lines that end so are verse."""
    if not spot.before.text.endswith(_GOES_ON):
        return None
    return Verdict(joins=spot.length >= _SHORTEST_BREAK, probability=0.95)


def broken_text(spot: Spot) -> Verdict | None:
    """Known text that stops in mid-sentence goes on in the next line, even across a blank line."""
    if not spot.text_began or spot.length < _SHORTEST_BREAK or spot.before.text.endswith(_NO_BREAK[:4]):
        return None
    return Verdict(joins=True, probability=0.93)


def long_line(spot: Spot) -> Verdict | None:
    """No heading is so long, or holds a full stop: it is text that stops in mid-sentence."""
    holds_sentence = any(mark in spot.before.text for mark in _INNER[:1])
    if spot.before.text.endswith(_NO_BREAK[:4]):
        return None
    return Verdict(joins=True, probability=0.9) if spot.length > _LONG or holds_sentence else None


def dangling_word(spot: Spot) -> Verdict | None:
    """A line that ends in a preposition or particle is cut off."""
    cut = spot.length >= _SHORTEST_BREAK and spot.before.text.endswith(_NEVER_LAST)
    return Verdict(joins=True, probability=0.85) if cut else None


def sentence_under_way(spot: Spot) -> Verdict | None:
    """Between two sentences, a line with a comma and no stop rather begins the second than is a heading."""
    text = spot.before.text
    begun = spot.length >= _SHORTEST_SENTENCE and "，" in text and " " not in text and not text.endswith(_NO_BREAK)
    return Verdict(joins=True, probability=0.75) if begun and spot.after_sentence and spot.here.ends else None


RULES: tuple[Rule, ...] = (
    marked,
    indent_begins,
    full_line,
    set_phrase,
    stray_punctuation,
    finished_sentence,
    open_bracket,
    comma,
    broken_text,
    long_line,
    dangling_word,
    sentence_under_way,
)


_AS_CUT = (Verdict(joins=False, probability=1.0), Verdict(joins=True, probability=1.0))


def read_joins(sights: Sequence[Sight], layout: Layout) -> tuple[Verdict, ...]:
    """A verdict for every line; the first goes on with nothing."""
    if all(sight.fixed_opens is not None for sight in sights):
        return tuple(_AS_CUT[sight.fixed is Label.CONTINUATION and at > 0] for at, sight in enumerate(sights))
    verdicts: list[Verdict] = []
    before: Sight | None = None
    depth = length = 0
    began = after_sentence = False
    for sight in sights:
        if sight.sort is Sort.FURNITURE or before is None:
            verdict = Verdict(joins=False, probability=1.0)
        else:
            verdict = judge(Spot(layout, before, sight, depth, began, length, after_sentence))
        verdicts.append(verdict)
        if sight.sort is Sort.FURNITURE:
            continue
        if verdict.joins:
            depth, length, began = depth + sight.depth, length + len(sight.text), True
        else:
            depth, length = sight.depth, len(sight.text)
            after_sentence = before is not None and before.ends
            began = (layout.indents and sight.indented) or sight.dateline
        before = sight
    return tuple(verdicts)
