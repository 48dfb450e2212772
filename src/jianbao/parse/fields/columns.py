"""The column (栏目) that an article belongs to: a label of its own, or in brackets behind the headline."""

import re

from jianbao.text.chars import HAN, trim

_BEHIND = re.compile(r"[（(【〔]([^（）()【】〔〕]{2,60}(?:[（(][^（）()]{1,4}[）)])?)[）)】〕]$")
_NUMBER = re.compile(r"(?:[①-⑳㉑-㉟]|[（(][^（）()]{1,4}[）)])$")
_WORDS = re.compile(rf"[{HAN}A-Za-z]")
# What stands in brackets behind a headline and names no column: dates, parts, versions, how many poems or pictures.
_NO_COLUMN = re.compile(
    r"(?:\d{4}|二[〇○零]..)年.*|第.{1,6}[号期批次届版部章辑]|[一二三四五六七八九十]{1,3}|[上中下续完终]篇?|[上下]接.*|[上下]转.*|外.{1,2}首|.{1,2}章|组[诗图照]"
    r"|图|附图|图片?|[多组]?图|节选|节录|摘[要编登]|全文|修[订正]|暂行|试行|草案|征求意见稿|[审送]阅稿|[一二三]审稿|连载.*|待续|未完.*|又名.*|.*记者.*[摄文图]"
)
_ORNAMENTS = "【】[]〔〕［］·•・◆■●□▌丨| \u3000"


def column_of(label: str | None, title: str | None) -> str | None:
    """The name of the column: from the text of a column label, else from the brackets that end a headline.

    A serial number behind it is no part of the name: （青春派·青春奋进新时代(14)） is 青春派·青春奋进新时代.
    """
    if label:
        return label.strip(_ORNAMENTS) or None
    behind = _BEHIND.search(trim(title or ""))
    if behind is None or behind.start() == 0 or _NO_COLUMN.fullmatch(behind[1]) or not _WORDS.search(behind[1]):
        return None
    return trim(_NUMBER.sub("", behind[1])) or None
