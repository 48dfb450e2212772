"""What a page prints of itself in its folio: date, number of the issue, page and section."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jianbao.model.edtf import EdtfDate
from jianbao.text.chars import HAN, bare, trim
from jianbao.text.dates import printed_date
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

LONGEST = 80
"""Characters of a folio; dates in longer lines are of the news."""
_HEAD, _FOOT = 8, 5
"""Lines with text at the two ends of a page among which a folio is looked for."""
_DATE = re.compile(
    rf"(?:\d{{4}}|{CHINESE_NUMERAL}{{4}}|(?:中[华華])?民[国國]\s?(?:元|\d{{1,3}}|{CHINESE_NUMERAL}{{1,5}}))\s?[年./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?[月./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?日?"
)
_PAGE = re.compile(rf"第?\s?[A-D]?(\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版")
_CODE = re.compile(r"[A-D]?0?(\d{1,2})")
_NUMBER = re.compile(r"(?:总|复刊)?第\s?(\d{1,6})\s?期")
_SECTION = re.compile(rf"[{HAN}·]{{2,6}}")
_NO_SECTION = re.compile(
    r"星期.|周[一二三四五六日天]|农历.*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.*|今日.*|国内.*|邮发.*"
    r"|.*(?:日报|晚报|早报|都市报|时报|周报|商报|晨报|法治报|教育报|农民报|报社)|(?:责|编|美|版|校|审|主编|总编).*|.*编辑|广告"
    r"|[上下首尾末][一]?[页篇版期]|返回.*"
)
_SIGN = re.compile(
    r"星期[一二三四五六日天]|版|责任?编辑|责编|[农農][历曆]|国内统一|CN\d\d|[总總]第|本期|中[华華]民[国國]"
)
# When a page was put online, and no number of one: 2025-12-08 08:12:00.
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
_CUT = re.compile(r"[\s\u3000|｜：:]+")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Folio:
    """What a line, or a whole page, says of the issue that it is of; None for what it does not say."""

    date: EdtfDate | None = None
    number: str | None = None
    page: int | None = None
    section: str | None = None


def read_folio(text: str) -> Folio:
    """Read `2 综合 2025年11月3日 星期一`, `第2版：要闻`, `A02 要闻`, `第12345期`; nothing where it is no folio.

    A section name alone says nothing: any two characters look like one.
    """
    text = trim(text)
    if len(text) > LONGEST:
        return Folio()
    rest, dates = _DATE.subn(" ", text)
    rest = _CLOCK.sub(" ", rest)
    page = _PAGE.search(rest)
    number = _NUMBER.search(rest)
    words = [word for word in _CUT.split(_PAGE.sub(" ", _NUMBER.sub(" ", rest))) if word]
    codes = [code for code in map(_CODE.fullmatch, words) if code]
    sections = [word for word in words if _SECTION.fullmatch(word) and not _NO_SECTION.fullmatch(word)]
    if page is None and not (codes and (dates or sections)):
        section = sections[0] if dates and len(sections) == 1 else None
        return Folio(printed_date(text) if dates else None, number[1] if number else None, None, section)
    value = read_number(page[1] if page else codes[0][1])
    section = sections[0] if len(sections) == 1 else None
    return Folio(printed_date(text) if dates else None, number[1] if number else None, value or None, section)


def page_folio(lines: Sequence[str]) -> Folio:
    """Date and page that the head and the foot of a page print, whatever its lines are; None what they print twice.

    Of lines that nobody has sorted yet only those count that hold a date and, unless they are nothing else, a sign of
    a folio beside it.
    """
    texts = [line for line in lines if bare(line)]
    ends = texts[:_HEAD] + texts[max(_HEAD, len(texts) - _FOOT) :]
    folios = [read_folio(text) for text in ends if _is_folio(bare(text))]
    return Folio(date=agreed(one.date for one in folios), page=agreed(one.page for one in folios))


def agreed(values: Iterable[_Value | None]) -> _Value | None:
    """The one value that all those who tell one agree on."""
    told = {value for value in values if value is not None}
    return told.pop() if len(told) == 1 else None


def _is_folio(text: str) -> bool:
    date = _DATE.search(text)
    return date is not None and len(text) <= LONGEST and (date.group() == text or _SIGN.search(text) is not None)
