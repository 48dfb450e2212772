"""What a page says of itself at its head or foot: `2025年12月8日 星期一 第2版 要闻`."""

import re
from collections.abc import Sequence

from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.text.chars import bare
from jianbao.text.dates import is_calendar_date
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

_HEAD, _FOOT = 8, 5
"""Lines with text at the two ends of a page among which a folio is looked for."""
_LONGEST = 80
"""Characters of a folio without white space; dates in longer lines are of the news."""
_NUMERAL = rf"(?:[0-9０-９]|{CHINESE_NUMERAL})"
_DATE = re.compile(rf"({_NUMERAL}{{4}})年({_NUMERAL}{{1,3}})月({_NUMERAL}{{1,3}})日")
_PAGE = re.compile(rf"第({_NUMERAL}{{1,3}})版|(?<![0-9０-９]|[A-Za-z])([0-9０-９]{{1,2}})版")
_SIGN = re.compile(r"星期[一二三四五六日天]|版|责任?编辑|责编|农历|国内统一|CN\d\d|总第|本期")
_LAST_PAGE = 999


def read_folio(lines: Sequence[str]) -> IssueFields:
    """Date and page that the head and the foot of a page print; what they do not print, or print twice, is None."""
    texts = [text for text in map(bare, lines) if text]
    ends = texts[:_HEAD] + texts[max(_HEAD, len(texts) - _FOOT) :]
    folios = [text for text in ends if len(text) <= _LONGEST and _is_folio(text)]
    dates = {date for text in folios for date in _dates(text)}
    pages = {page for text in folios for page in _pages(text)}
    return IssueFields(
        date=dates.pop() if len(dates) == 1 else None,
        page=pages.pop() if len(pages) == 1 else None,
    )


def _is_folio(text: str) -> bool:
    return _DATE.fullmatch(text) is not None or (_DATE.search(text) is not None and _SIGN.search(text) is not None)


def _dates(text: str) -> set[EdtfDate]:
    parts = [tuple(map(read_number, match.groups())) for match in _DATE.finditer(text)]
    return {
        EdtfDate(year, month, day)
        for year, month, day in parts
        if year and month and day and is_calendar_date(year, month, day)
    }


def _pages(text: str) -> set[int]:
    found = (read_number(match[1] or match[2]) for match in _PAGE.finditer(text))
    return {page for page in found if page and page <= _LAST_PAGE}
