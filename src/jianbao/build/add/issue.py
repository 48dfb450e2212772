"""Which issue and page a document is of: what the person says, what it says itself, what its name says."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from jianbao.importers.address import address_issue
from jianbao.importers.document import Document
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.parse.filename import date_and_page
from jianbao.text.dates import is_calendar_date, printed_date
from jianbao.text.numerals import read_number

# Sections B, C, … count their pages from 1 again: only those of the first have the number of a page.
_PAGE = re.compile(
    r"第?\s?A?(\d{1,3})\s?版|第([一二三四五六七八九十]{1,3})版|(?:(?<![A-Za-z0-9])|(?<=\d{8}))A0?(\d{1,2})(?![A-Za-z0-9])",
    re.ASCII,
)
# 2025-12-8-2, zyrb_2025_12_08_02: not written out, or with other signs between.
_LOOSE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-._])(\d{1,2})\2(\d{1,2})(?:[-._]p?0?(\d{1,2}))?(?!\d)", re.ASCII)
# In a folder that tells the day, 14.txt is a page; content/1.html is an article.
_PAGES = re.compile(r"[pA]?0?(\d{1,2})\.(?:txt|md|docx|pdf)", re.ASCII | re.IGNORECASE)
_MARKUP = frozenset(("html", "mhtml", "jsonl", "csv"))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of all that is added; None where nothing."""

    newspaper: str | None = None
    date: EdtfDate | None = None
    page: int | None = None
    section: str | None = None
    number: str | None = None
    encoding: str | None = None
    marks: bool = False
    """Texts hold marks already."""
    replace: bool = False
    keep_original: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The issue of a document, and what a person should know of how it was told."""

    issue: IssueFields
    notes: tuple[str, ...] = ()


def tell_issue(document: Document, name: str, front: IssueFields | None, wishes: Wishes) -> Told:
    """Work out the issue of a document from the file `name`; `front` is its front matter.

    What the person says decides; then front matter, which a keeper wrote. The fields of a saved page or of JSON are
    surer than a file name; a file name is surer than what the text prints.
    """
    by_name = _by_name(name)
    own = document.issue
    order = [own, by_name] if document.format in _MARKUP else [by_name, own]
    order = ([front] if front else []) + order
    said = IssueFields(wishes.newspaper, wishes.date, wishes.number, wishes.page, wishes.section)
    merged = _merge([said, *order])
    notes = []
    dates = {source.date.base for source in order if source.date is not None}
    if wishes.date is None and len(dates) > 1:
        notes.append(f"its name, its fields and its text tell different dates ({', '.join(sorted(dates))}): look")
    if by_name.page is not None and merged.date is not None and by_name.date not in {None, merged.date}:
        # The name is that of another day: its number is no page of this one.
        merged = replace(merged, page=_merge([said, *(source for source in order if source is not by_name)]).page)
    return Told(merged, tuple(notes))


def _by_name(name: str) -> IssueFields:
    """What the name of a file tells: `2025-12-08-02`, `遵义日报2025年12月8日第02版`, `20251208 A02`, or its folders."""
    stem = PurePath(name).stem
    date, page = date_and_page(name)
    if date is None or not date.day:  # 2025-12-8 is no page of a month
        loose = _loosely(stem)
        date, page = loose if loose[0] else (date, page)
    date = date or printed_date(stem)
    if date is None:
        told = address_issue(name)
        own = _PAGES.fullmatch(PurePath(name).name) or _PAGE.search(stem) if told.date and not told.page else None
        return replace(told, page=_number(own)) if own else told
    return IssueFields(date=date, page=page or _number(_PAGE.search(stem)))


def _loosely(stem: str) -> tuple[EdtfDate | None, int | None]:
    found = _LOOSE.search(stem)
    if found is None or not is_calendar_date(*(int(found[part]) for part in (1, 3, 4))):
        return None, None
    return EdtfDate(int(found[1]), int(found[3]), int(found[4])), int(found[5] or 0) or None


def _number(found: re.Match[str] | None) -> int | None:
    """The page that a name tells; pages count from 1."""
    return read_number(next(filter(None, found.groups()))) or None if found else None


def _merge(sources: list[IssueFields]) -> IssueFields:
    """The first value of each field that a source has."""
    fields = ("newspaper", "date", "number", "page", "section")
    return IssueFields(
        **{
            field: next((value for source in sources if (value := getattr(source, field)) is not None), None)
            for field in fields
        }
    )
