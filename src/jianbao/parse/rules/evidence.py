"""Evidence for and against the beginning of an article, one row each.

A weight is what a row adds to the log-odds. The weights were fitted together (logistic regression) to 420 composed
pages of a national daily with known answers (2,183 articles; none of them among the pages that scores are measured on)
and rounded to a quarter. Rows "set by hand" stand for constructs that those pages do not have.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from jianbao.parse.fields.phrases import read_jump
from jianbao.parse.rules.layout import Layout
from jianbao.parse.rules.sight import Sort
from jianbao.parse.rules.units import Unit

LONGEST_HEAD = 5
"""Headings in a row that are looked at; more are a list or verse."""
EARLIER_TEXT = 400
"""Characters of the article so far that a heading is compared with."""

_FOLLOWING_TEXT = 200
_SHORT, _LONG = 6, 24
_SIGN_OFFS = {Sort.BYLINE, Sort.AUTHOR, Sort.SOURCE, Sort.DATELINE, Sort.PHOTO_CREDIT}
_WHEN = re.compile(r"近日|日前|连日来|近年来|当地时间|\d{1,2}月\d{1,2}日|\d{1,2}日|记者")
_LABEL = re.compile(r"[（(][^（）()]{2,40}[）)]$")


@dataclass(frozen=True, slots=True)
class Case:
    """A unit that may open an article, with what is around it."""

    layout: Layout
    has_blanks: bool
    """The page has blank lines, if only here and there."""
    unit: Unit
    before: Unit
    head: tuple[Unit, ...]
    """The headings from the unit on, at most `LONGEST_HEAD`; empty where the unit is text."""
    after: Unit | None
    """What comes behind the head."""
    text: Unit | None
    """The text that the head stands above, a byline or two passed over."""
    paragraphs: int
    """Paragraphs of the article so far."""
    earlier: str
    """Its last words, at most `EARLIER_TEXT` characters."""

    @property
    def words(self) -> str:
        """The text of the unit."""
        return self.unit.text

    def comes(self, sort: Sort) -> bool:
        """Whether a unit of this sort comes behind the head."""
        return self.after is not None and self.after.sort is sort


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the table."""

    name: str
    """What is seen."""
    weight: float
    test: Callable[[Case], float]
    """How much of it is seen: 0 or 1, or a share."""


def is_from_elsewhere(unit: Unit) -> bool:
    """Whether a unit says that the article began on another page: `（上接一版）`."""
    jump = read_jump(unit.text) if unit.sort is Sort.JUMP else None
    return jump is not None and jump[0] == "from"


def _stands_out(case: Case) -> bool:
    return case.layout.indents and not case.unit.first.indented


def _indented(case: Case) -> bool:
    return case.layout.indents and case.unit.first.indented


def _set_off(case: Case) -> bool:
    return not case.layout.spaced and case.unit.first.blank


def _not_set_off(case: Case) -> bool:
    return not case.layout.spaced and case.has_blanks and not case.unit.first.blank


def _set_off_further(case: Case) -> bool:
    return case.layout.spaced and case.unit.first.extra_blank > 0


def _signed_off(case: Case) -> bool:
    return case.before.sort in _SIGN_OFFS and case.paragraphs > 0


def _closing_note(case: Case) -> bool:
    return case.before.is_text and case.before.text.endswith(("）", ")"))


def _dated(unit: Unit | None) -> bool:
    return unit is not None and _WHEN.match(unit.text) is not None


def _in_parentheses(case: Case) -> bool:
    return case.words.startswith(("（", "(")) and case.words.endswith(("）", ")"))


def _quoted(case: Case) -> bool:
    return case.words.startswith("“") and case.words.endswith("”")


def _labelled(*units: Unit) -> bool:
    return any(_LABEL.search(unit.text) for unit in units)


def _shared(heading: str, text: str) -> float:
    """The share of a heading's pairs of characters that a text contains."""
    pairs = {heading[n : n + 2] for n in range(len(heading) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _taken_up(case: Case) -> float:
    return _shared(case.words, case.text.text[:_FOLLOWING_TEXT]) if case.text else 0.0


HEADING_BIAS = -1.25
HEADING_EVIDENCE: tuple[Evidence, ...] = (
    Evidence("not indented where paragraphs are", 3.0, _stands_out),
    Evidence("indented as paragraphs are", -4.75, _indented),
    Evidence("behind a blank line on a page with few", 3.75, _set_off),
    Evidence("no blank line on a page with few", -3.75, _not_set_off),
    Evidence("behind more blank lines than usual (set by hand)", 2.5, _set_off_further),
    Evidence("the text begins with a dateline", 2.75, lambda case: case.text is not None and case.text.first.dateline),
    Evidence("the text begins with a date", 1.25, lambda case: _dated(case.text)),
    Evidence("behind a byline or source that closes an article", 2.5, _signed_off),
    Evidence("a note in parentheses closes the text before", 0.5, _closing_note),
    Evidence("behind another heading", -3.75, lambda case: case.before.heading),
    Evidence("the article has hardly begun", -3.25, lambda case: case.paragraphs <= 1),
    Evidence("a deck with a dash follows", 2.5, lambda case: any(unit.text.startswith("—") for unit in case.head[1:3])),
    Evidence("a second heading follows", 0.5, lambda case: len(case.head) > 1),
    Evidence("a dash in front", -1.75, lambda case: case.words.startswith("—")),
    Evidence("a dash behind it", 0.25, lambda case: case.words.endswith("——")),
    Evidence("a label in parentheses behind it", 3.25, lambda case: _labelled(case.unit)),
    Evidence("a label behind the next heading", 2.5, lambda case: _labelled(*case.head[1:3])),
    Evidence("all in parentheses", -5.5, _in_parentheses),
    Evidence("all in quotation marks", -0.75, _quoted),
    Evidence("a byline follows, then text", -2.0, lambda case: case.comes(Sort.BYLINE) and case.text is not None),
    Evidence("a byline follows, and no text", -1.0, lambda case: case.comes(Sort.BYLINE) and case.text is None),
    Evidence(
        "a jump follows (set by hand)", 4.0, lambda case: case.after is not None and is_from_elsewhere(case.after)
    ),
    Evidence("nothing follows", -0.75, lambda case: case.after is None),
    Evidence("numbered or with a bullet", -2.25, lambda case: case.unit.numbered),
    Evidence("it announces a photograph", 2.75, lambda case: case.words.startswith(("图片报道", "图片新闻"))),
    Evidence("a standing crosshead (set by hand)", -6.0, lambda case: case.unit.standing),
    Evidence("at most six characters", -0.5, lambda case: len(case.words) <= _SHORT),
    Evidence("at least 24 characters", -0.5, lambda case: len(case.words) >= _LONG),
    Evidence("a question or exclamation", -2.0, lambda case: case.words.endswith(("？", "！", "?", "!", "…"))),
    Evidence("a colon behind it", -1.25, lambda case: case.words.endswith(("：", ":"))),
    Evidence("words that the text takes up", 1.75, _taken_up),
    Evidence("words of the text before it", -3.0, lambda case: _shared(case.words, case.earlier)),
)
"""For a heading."""

TEXT_BIAS = -6.5
TEXT_EVIDENCE: tuple[Evidence, ...] = (
    Evidence("behind a blank line on a page with few", 4.75, _set_off),
    Evidence("no blank line on a page with few", -1.5, _not_set_off),
    Evidence("behind more blank lines than usual (set by hand)", 2.5, _set_off_further),
    Evidence("behind a byline or source that closes an article", 2.0, _signed_off),
    Evidence("a note in parentheses closes the text before", 0.75, _closing_note),
    Evidence("behind a heading", -2.0, lambda case: case.before.heading),
    Evidence("the article has hardly begun", -2.5, lambda case: case.paragraphs <= 1),
    Evidence("it tells what a photograph shows", 2.75, lambda case: "图为" in case.words),
    Evidence("a caption follows (set by hand)", 2.5, lambda case: case.after is not None and case.after.first.caption),
    Evidence("the credit of a photograph follows", 3.25, lambda case: case.comes(Sort.PHOTO_CREDIT)),
    Evidence("it begins with a date", 3.25, lambda case: _dated(case.unit)),
)
"""For a paragraph."""
