"""What a page prints of itself in its folio: date, number of the issue, page and section."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from jianbao.model.digest import Furniture, IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.problem import Problem, Severity
from jianbao.parse.phrases import is_of_the_page
from jianbao.text.chars import HAN, trim
from jianbao.text.dates import printed_date
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

LONGEST = 80
_DATE = re.compile(
    rf"(?:\d{{4}}|{CHINESE_NUMERAL}{{4}})\s?[年./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?[月./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?日?"
)
_PAGE = re.compile(rf"第?\s?[A-D]?(\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版")
_CODE = re.compile(r"[A-D]?0?(\d{1,2})")
_NUMBER = re.compile(r"(?:总|复刊)?第\s?(\d{1,6})\s?期")
_SECTION = re.compile(rf"[{HAN}·]{{2,6}}")
_NO_SECTION = re.compile(
    r"星期.|周[一二三四五六日天]|农历.*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.*|今日.*|国内.*|邮发.*"
    r"|.*(?:日报|晚报|早报|都市报|时报|周报|商报|晨报|法治报|教育报|农民报|报社)|(?:责|编|美|版|校|审|主编|总编).*|.*编辑|广告"
)
_Value = TypeVar("_Value")
_CUT = re.compile(r"[\s\u3000|｜：:]+")


@dataclass(frozen=True, slots=True)
class Folio:
    """What one line of furniture says of its page; None for what it does not say."""

    date: EdtfDate | None = None
    number: str | None = None
    page: int | None = None
    section: str | None = None


def read_folio(text: str) -> Folio:
    """Read `2 综合 2025年11月3日 星期一`, `第2版：要闻`, `A02 要闻`, `第12345期`; nothing where it is no folio.

    A section name alone says nothing: any two characters look like one.
    """
    text = trim(text)
    if len(text) > LONGEST or is_of_the_page(text):
        return Folio()
    rest, dates = _DATE.subn(" ", text)
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


def with_folios(issue: IssueFields, furniture: Sequence[Furniture]) -> IssueFields:
    """The fields of an issue, completed by what the page prints: what front matter and file name tell stays.

    Where folios contradict each other, as in a digest of several pages, they tell nothing.
    """
    folios = [read_folio(piece.text) for piece in furniture]
    page = issue.page or _agreed(folio.page for folio in folios)
    return replace(
        issue,
        date=issue.date or _agreed(folio.date for folio in folios),
        number=issue.number or _agreed(folio.number for folio in folios),
        page=page,
        section=issue.section or (_agreed(folio.section for folio in folios) if page else None),
    )


def contradictions(issue: IssueFields, furniture: Sequence[Furniture], file: str) -> tuple[Problem, ...]:
    """A warning for each folio that prints another date than the digest is said to have."""
    problems = []
    for piece in furniture:
        folio = read_folio(piece.text)
        if issue.date and folio.date and not issue.date.first_day <= folio.date.first_day <= issue.date.last_day:
            message = f"the page prints the date {folio.date}, but the digest is said to be of {issue.date}"
            hint = "mend `date:` or the file name, or mark the line: it may be a date of something else"
            problems.append(Problem(file, piece.lines[0], message, hint, Severity.WARNING))
    return tuple(problems)


def _agreed(values: Iterable[_Value | None]) -> _Value | None:
    """The one value that all those who tell one agree on."""
    told = {value for value in values if value is not None}
    return told.pop() if len(told) == 1 else None
