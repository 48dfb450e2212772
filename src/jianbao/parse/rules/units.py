"""Lines joined into units: a paragraph, a heading, a byline. What the rules for openings and headings look at."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jianbao.parse.labels import Label
from jianbao.parse.rules.joins import Verdict
from jianbao.parse.rules.layout import Layout
from jianbao.parse.rules.sight import Sight, Sort
from jianbao.text.chars import HAN, join_lines

LONGEST_HEADING = 60
"""Characters; a deck that sums up a speech may have more, but then no rule could tell it from text."""
_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[章节条]|\d{1,2}[.．、]|[■●◆▲★▶◎○□①-⑳]|(?:镜头|故事|场景|关键词)[一二三四五六七八九十\d]"
)
_STANDING = re.compile(
    r"(?:核心阅读|内容提要|阅读提示|编者按|编者的话|编者|编后|开栏的话|开栏语|相关链接|延伸阅读|新闻链接|链接|背景|名词解释|小资料|数据|——\s*编\s*者|记者手记|专家点评|点评)[：:]?"
)

_PLAIN, _FURNITURE = Sort.PLAIN, Sort.FURNITURE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_HEADINGS = {Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.CROSSHEAD}
_WORD = re.compile(rf"[{HAN}A-Za-z0-9]{{2}}")


class Unit(NamedTuple):
    """Lines of the page that form one text."""

    lines: tuple[int, ...]
    """Indices of its lines."""
    text: str
    first: Sight
    last: Sight
    heading: bool
    """It may be a heading: short, no sentence, not indented where paragraphs are."""

    @property
    def sort(self) -> Sort:
        """What it can only be."""
        return self.first.sort

    @property
    def is_text(self) -> bool:
        """It is a paragraph or a caption: plain, and no heading."""
        return self.sort is _PLAIN and not self.heading

    @property
    def numbered(self) -> bool:
        """It begins with a number or bullet, as crossheads and list items do."""
        return _NUMBERED.match(self.text) is not None

    @property
    def standing(self) -> bool:
        """It is a heading that stands inside of articles only: 核心阅读, 编者按."""
        return _STANDING.fullmatch(self.text) is not None


def gather_units(sights: Sequence[Sight], verdicts: Sequence[Verdict], layout: Layout) -> tuple[Unit, ...]:
    """Group the lines of a page that are not furniture; a unit may reach across furniture."""
    groups: list[list[int]] = []
    for place, (sight, verdict) in enumerate(zip(sights, verdicts, strict=True)):
        if sight.sort is _FURNITURE:
            continue
        if verdict.joins and groups:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(_unit(group, sights, layout) for group in groups)


def _unit(group: list[int], sights: Sequence[Sight], layout: Layout) -> Unit:
    first, last = sights[group[0]], sights[group[-1]]
    text = first.text if len(group) == 1 else join_lines(tuple(sights[place].text for place in group))
    plain = first.sort is _PLAIN and not (first.dateline or first.caption)
    heading = plain and (
        first.fixed in _HEADINGS or (first.fixed is None and _may_be_heading(text, first, last, layout))
    )
    return Unit(tuple(group), text, first, last, heading)


def _may_be_heading(text: str, first: Sight, last: Sight, layout: Layout) -> bool:
    if len(text) > LONGEST_HEADING or "。" in text[:-1].rstrip("”") or not _WORD.search(text):
        return False
    if layout.indents and first.indented and (last.ends or text.endswith(("；", "，", "、"))):
        return False
    return not text.rstrip("”’）)").endswith(("。", "；", "，", "、"))
