"""Lines of a page that are in no article: folio, masthead, responsible editors."""

import re

from jianbao.text.chars import HAN, trim
from jianbao.text.numerals import CHINESE_NUMERAL

LONGEST = 80
_DATE = re.compile(
    rf"(?:\d{{4}}|{CHINESE_NUMERAL}{{4}})\s?[年./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?[月./-]\s?(?:\d|{CHINESE_NUMERAL}){{1,3}}\s?日?"
)
_PAGE = re.compile(
    rf"第?\s?[A-Z]?(?:\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版(?:\s?[：:·]\s?[{HAN}]{{1,8}})?|0\d|[A-D]\d{{1,2}}"
)
_NUMBER = re.compile(r"\d{1,3}")
_MASTHEAD = re.compile(rf"[{HAN}]{{2,8}}(?:日报|晚报|早报|都市报|时报|周报|商报|晨报|法治报|教育报|农民报)(?:社)?")
_DETAIL = re.compile(
    rf"(?:星期|周)[一二三四五六日天]|农历.{{2,14}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[{HAN}]{{1,8}}|(?:总|复刊)?第?\s?\d{{1,6}}\s?期|今日.{{0,4}}\d{{1,2}}版|(?:国内统一|国外).{{4,40}}"
    r"|CN\d.{4,12}|邮发代号.{2,14}|(?:新闻|服务|发行)?(?:热线|电话)[:：]?[\d\-—－]{7,20}"
    r"|(?:网址[:：]?)?(?:(?:https?://|www\.)\S{4,60}|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org)(?:/\S{0,40})?)"
)
# What no furniture is without: a cheap look before the thorough one.
_HINT = re.compile(r"[\d版报期年周责编校审值监统签广./]")
# What may stand before a comma in a folio.
_OPEN_ENDED = re.compile(r"农历|今日|国内统一|国外|CN\d|邮发代号|://|www\.|\.(?:com|cn|net|org)")
_SECTION = re.compile(rf"[{HAN}]{{1,2}}|[{HAN}·]{{3,6}}")
_DESK = re.compile(
    r"(?:本版)?(?:责任编辑|执行编辑|责编|编辑|版式设计|版式|美编|美术编辑|校对|组版|排版|审读|值班主任|值班编委|值班总编|总值班|监制|统筹|审校|初审|一审|二审|三审|终审|复审|审核|签发|主编)"
)
_ADVERT = re.compile(r"[【（(]?\s?广\s?告\s?[】）)]?")
_KNOWN = re.compile("|".join(f"(?:{one.pattern})" for one in (_PAGE, _NUMBER, _DETAIL, _MASTHEAD, _SECTION)))
"""Whatever else a word of a folio may be."""
_MOST_SECTIONS = 2
_LEAST_DESKS = 2


def is_furniture(text: str, *, edge: bool) -> bool:
    """Whether a line is furniture beyond doubt: a folio, a masthead with its date, the desk that made the page.

    `edge` says that the line is among the first or last of the page: elsewhere a date alone signs a letter.
    """
    if not _HINT.search(text):
        return False
    text = trim(text)
    if len(text) > LONGEST or (not edge and _DATE.fullmatch(text)):
        return False
    folio = ("，" not in text or _OPEN_ENDED.search(text) is not None) and _is_folio(text)
    return folio or _is_desk(text) or _ADVERT.fullmatch(text) is not None


def _is_folio(text: str) -> bool:
    """Date, page, weekday and the like and nothing else; beside a date or page a section name may stand."""
    rest, dates = _DATE.subn(" ", text)
    words = rest.split()
    if not all(map(_KNOWN.fullmatch, words)):
        return False
    pages = sum(_PAGE.fullmatch(word) is not None for word in words)
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    details = sum(_DETAIL.fullmatch(word) is not None for word in words)
    heads = sum(_MASTHEAD.fullmatch(word) is not None for word in words)
    if not (dates or pages or details or heads):
        return False
    known = pages + details + heads
    if dates or pages:
        return len(words) - known - numbers <= _MOST_SECTIONS
    return known == len(words)


def _is_desk(text: str) -> bool:
    """The desk: `本版责编：…`, `编辑 … 美编 … 校对 …`. One duty without 责编 may be the credit of an article."""
    if not _DESK.match(text):
        return False
    return (
        text.startswith(("本版责", "本版编", "责任编辑", "责编", "执行编辑"))
        or len(_DESK.findall(text)) >= _LEAST_DESKS
    )
