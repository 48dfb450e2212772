"""Roles of paragraphs that a corpus of articles does not give: byline, credit, caption, crosshead, jump, dateline.

The corpus knows headings and paragraphs only. These patterns label its paragraphs weakly, and narrowly: a doubtful
paragraph stays a paragraph.
"""

import re
from collections.abc import Sequence
from functools import cache

from jianbao.parse.labels import Label

_SHORT = 30
"""Longest crosshead, in characters."""

_VERSE = 0.5
"""Share of short paragraphs from which a text counts as verse or list, where short lines are no crossheads."""

_NAME = r"[\u4e00-\u9fff·]{1,8}"
_NAMES = rf"{_NAME}(?:[\s\u3000\xa0、，,/]+{_NAME})*"
_OFFICE = (
    r"(?:本报|本刊|新华社|中新社|人民网|\w{2,8}报|\w{2,10}新闻|见习|特约|实习|全媒体|融媒体|首席|\s)*"
    r"(?:记者|通讯员|实习生|评论员|撰稿人?|特约撰稿)"
)
_SIGNED = rf"{_OFFICE}[\s\u3000\xa0：:]*{_NAMES}"
_DONE = r"(?:整理|报道|采写|采访整理|文/图|文|撰文|综合报道)?"

_PATTERNS: tuple[tuple[Label, re.Pattern[str]], ...] = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        (Label.JUMP, r"[（(▲▼►▶◀◁]*\s?(?:上接|下转|紧接|转)第?\s?[\dA-D一二三四五六七八九十]{1,3}\s?版.{0,12}$"),
        (
            Label.CREDIT,
            r"[（(]?(?:数据|资料|图片|文章|本文|内容)?来源[：:].{1,40}$|[（(](?:来源|据|摘自|转自|原载).{2,30}[）)]$",
        ),
        (Label.CREDIT, r"[^，。；！？“”]{2,40}(?:摄影报道|摄影|摄|供图)(?:[（(][^）)]{1,12}[）)])?[）)]?$"),
        (Label.CREDIT, r"(?:本版|本报|题图|图表)?(?:制图|版式设计|摄影|绘图|资料图片|漫画)[：:/].{1,40}$"),
        (Label.CAPTION, r"(?:[上下左右题]?图[为①②③④⑤⑥1-9一二三]|[上下左右题]图：|①|图片说明)"),
        (Label.BYLINE, rf"[（(【]?{_SIGNED}(?:[\s\u3000\xa0、]+{_SIGNED})*{_DONE}[）)】]?$"),
        (Label.BYLINE, rf"[（(]{_NAMES}(?:整理|编译|采写|参与采写|采访整理)?[）)]$"),
        (Label.BYLINE, r"[（(](?:作者|本文作者|记者|执笔)[^。]{2,60}[）)]$"),
        (Label.DATELINE, r"[（(](?:本报|新华社)[^。，]{1,20}?电[\s\u3000\xa0]*[）)]$"),
        (Label.BYLINE, r"[（(](?:据|本报|新华社)[^。，]{1,20}?电[\s\u3000\xa0]*(?:记者[^。]{2,40})?[）)]$"),
        (Label.BYLINE, rf"(?:□|◎|■|●)\s?{_NAMES}$"),
        (
            Label.DATELINE,
            r"(?:本报讯|(?:本报|新华社|中新社|据新华社)[^，。]{0,14}电)[\s\u3000\xa0]*(?:[（(][^）)]{2,40}[）)])?$",
        ),
    )
)


@cache
def roles_of(paragraphs: tuple[str, ...]) -> tuple[Label, ...]:
    """The weak labels of an article's paragraphs; kept, since each article is composed many times."""
    return tuple(role_of(paragraphs, index) for index in range(len(paragraphs)))


def role_of(paragraphs: Sequence[str], index: int) -> Label:
    """The weak label of one paragraph of an article."""
    text = paragraphs[index].strip()
    for label, pattern in _PATTERNS:
        if pattern.match(text):
            return label
    return Label.CROSSHEAD if _is_crosshead(paragraphs, index) else Label.PARAGRAPH


def _is_crosshead(paragraphs: Sequence[str], index: int) -> bool:
    """A short line without full stop over longer text, in an article that mostly runs on."""
    text = paragraphs[index].strip()
    if index == len(paragraphs) - 1 or not _looks_like_heading(text):
        return False
    short = sum(len(p) <= _SHORT for p in paragraphs)
    if short > _VERSE * len(paragraphs):
        return False
    below = paragraphs[index + 1].strip()
    if len(below) > _SHORT:
        return True
    return index + 2 < len(paragraphs) and _looks_like_heading(below) and len(paragraphs[index + 2]) > _SHORT


def _looks_like_heading(text: str) -> bool:
    if not 1 <= len(text) <= _SHORT or text.startswith("（"):
        return False
    if text.startswith("“") and text.endswith("”"):
        return not set("。？！…") & set(text)
    return text[-1] not in "。；，、：”）)" and not text.startswith("“")
