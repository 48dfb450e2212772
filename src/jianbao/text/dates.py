"""Dates as digests state them (EDTF level 0 and 1), as newspapers print them, and as a page says them to its reader."""

import re
from calendar import monthrange

from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

_EDTF = re.compile(r"(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)", re.ASCII)
_PRINTED = re.compile(
    rf"((?:\d|{CHINESE_NUMERAL}){{4}})\s*年\s*((?:\d|{CHINESE_NUMERAL}){{1,3}})\s*月(?:\s*((?:\d|{CHINESE_NUMERAL}){{1,3}})\s*日)?"
)
# 中華民國二十四年五月十二日, and in Taiwan still 民國114年12月8日.
_REPUBLICAN = re.compile(
    rf"民[国國]\s*(元|\d{{1,3}}|{CHINESE_NUMERAL}{{1,5}})\s*年\s*((?:\d|{CHINESE_NUMERAL}){{1,3}})\s*月(?:\s*((?:\d|{CHINESE_NUMERAL}){{1,3}})\s*日)?"
)
_BEFORE_REPUBLIC = 1911
_NUMERIC = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", re.ASCII)
_HOW = "write 2025-12-08, 2025-12 or 2025, with ~ behind it for about, ? for uncertain"
_LAST_MONTH = 12
_SEASONS = range(21, 42)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip


def parse_edtf(text: str) -> EdtfDate:
    """Read an EDTF date of level 0 or 1 (ISO 8601-2:2019): a day, a month or a year, perhaps with `?`, `~` or `%`.

    `XX` for the day or the month is the vaguer precision. Raises ValueError with a sentence that says what to write
    instead for anything else: intervals, seasons, decades, times, days that are in no calendar.
    """
    match = _EDTF.fullmatch(text)
    if match is None:
        raise ValueError(_why_not(text))
    year, month, day = int(match[1]), _part(match[2]), _part(match[3])
    if match[2] == "XX" and day:
        message = f"`{text}` names a day without its month; {_HOW}"
        raise ValueError(message)
    if month in _SEASONS:
        message = f"`{text}` is a season, which an issue cannot have; {_HOW}"
        raise ValueError(message)
    if not is_calendar_date(year, month, day) or "00" in match.group(2, 3):
        message = f"`{text}` is in no calendar; {_HOW}"
        raise ValueError(message)
    return EdtfDate(year, month, day, Qualifier(match[4]))


def is_calendar_date(year: int, month: int = 0, day: int = 0) -> bool:
    """Whether there is such a year (1 to 9999), month and day; 0 stands for a part that is not known."""
    if not 1 <= year <= 9999 or not 0 <= month <= _LAST_MONTH:  # noqa: PLR2004 - the years that ISO 8601 writes
        return False
    return day == 0 or (month > 0 and 1 <= day <= monthrange(year, month)[1])


def printed_date(text: str) -> EdtfDate | None:
    """The first date in a text as newspapers print it, else None.

    2025年12月8日, 二〇二五年十二月, 2025-12-08, 民国二十四年五月十二日.
    """
    if found := _REPUBLICAN.search(text):
        return _republican(*found.groups())
    for match in [*_PRINTED.finditer(text), *_NUMERIC.finditer(text)]:
        year, month, day = (read_number(part) if part else 0 for part in match.groups())
        if year and month and day is not None and is_calendar_date(year, month, day):
            return EdtfDate(year, month, day)
    return None


def _republican(year: str, month: str, day: str | None) -> EdtfDate | None:
    """The date of the Republic's calendar, whose first year was 1912."""
    parts = (1 if year == "元" else read_number(year), read_number(month), read_number(day) if day else 0)
    if not parts[0] or not parts[1] or parts[2] is None:
        return None
    known = is_calendar_date(_BEFORE_REPUBLIC + parts[0], parts[1], parts[2])
    return EdtfDate(_BEFORE_REPUBLIC + parts[0], parts[1], parts[2]) if known else None


def spoken_zh(date: EdtfDate) -> str:
    """The date as Chinese readers say it: 2025年12月8日, 约2025年12月, 2025年12月（日期存疑）."""
    plain = f"{date.year}年" + (f"{date.month}月" if date.month else "") + (f"{date.day}日" if date.day else "")
    about = "约" if date.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH} else ""
    doubt = "（日期存疑）" if date.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH} else ""
    return f"{about}{plain}{doubt}"


def spoken_en(date: EdtfDate) -> str:
    """The date as English readers say it: 8 December 2025, about December 2025, December 2025 (uncertain)."""
    parts = (str(date.day) if date.day else "", _MONTHS[date.month - 1] if date.month else "", str(date.year))
    about = "about " if date.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH} else ""
    doubt = " (uncertain)" if date.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH} else ""
    return about + " ".join(part for part in parts if part) + doubt


def _part(digits: str | None) -> int:
    return 0 if digits in {None, "XX"} else int(digits)


def _why_not(text: str) -> str:
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text, re.ASCII)
    guess = printed_date("-".join(compact.groups()) if compact else text)
    if guess is not None and len(text) <= len("二〇二五年十二月二十八日"):
        return f"`{text}` is not a date in this form; write {guess}"
    if "/" in text or ".." in text:
        return f"`{text}` is an interval, and an issue has one date; {_HOW}"
    if re.match(r"\d{2,3}X", text):
        return f"`{text}` leaves the year open; {_HOW}"
    if "T" in text:
        return f"`{text}` has a time of day, which an issue does not; {_HOW}"
    return f"`{text[:40]}` is not a date; {_HOW}"
