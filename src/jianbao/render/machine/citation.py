"""An article as others cite it: GB/T 7714 in both editions, BibTeX, RIS and CSL-JSON, all from one `Reference`."""

import re

from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.render.encoding import json_text, one_line
from jianbao.render.reference import Reference

# Both editions: of more than three authors the first three, then 等.
_NAMED_AUTHORS = 3

# BibTeX counts braces even behind a backslash, so only commands keep them balanced.
_TEX = str.maketrans({
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "%$&#_"},
})  # fmt: skip
# A name that BibTeX would take apart: at ` and `, at commas, at spaces.
_DIVISIBLE = re.compile(r"[\s,]")
_NOT_KEY = re.compile(r"[^0-9A-Za-z._:-]")
_INFERRED_NOTE = "原文无标题，题名据正文拟定"


def gbt_2015(reference: Reference, accessed: str | None = None) -> str:
    """The article in GB/T 7714-2015, such as `作者. 题名[N]. 报名, 2000-11-20(15).`, without line end.

    `accessed` is the ISO date on which the reader saw the page (引用日期). That edition demands it of an electronic
    resource, and a page that is the same for all readers does not know it: without it the printed paper is cited.
    """
    online = reference.url is not None and accessed is not None
    page = "" if reference.page is None else f"({reference.page})"
    access = f"[{accessed}]. {reference.url}" if online else ""
    medium = "N/OL" if online else "N"
    title = f"{_gbt_title(reference)}[{medium}]. {reference.newspaper}, {_gbt_date(reference.date)}{page}{access}."
    return _gbt_authors(reference.authors, ", ") + title


def gbt_2025(reference: Reference) -> str:
    """The article in GB/T 7714-2025, such as `作者. 题名[N/OL]. 报名，2022-08-16（17）. URL.`, without line end.

    Where the address is not known, the printed paper is cited.
    """
    page = "" if reference.page is None else f"（{reference.page}）"
    medium, url = ("N", "") if reference.url is None else ("N/OL", f" {reference.url}.")
    title = f"{_gbt_title(reference)}[{medium}]. {reference.newspaper}，{_gbt_date(reference.date)}{page}.{url}"
    return _gbt_authors(reference.authors, "，") + title


def bibtex(reference: Reference) -> str:
    """A BibTeX entry that BibLaTeX understands too (`entrysubtype`, and a `date` in EDTF such as `2025-12~`)."""
    fields = {
        "entrysubtype": "newspaper",
        "author": " and ".join(map(_tex_name, reference.authors)),
        "title": f"{{{_tex(reference.title)}}}",
        "journal": _tex(reference.newspaper),
        "date": str(reference.date),
        "year": f"{reference.date.year:04}",
        "pages": "" if reference.page is None else str(reference.page),
        "number": _tex(reference.number or ""),
        "url": reference.url or "",
        "langid": "chinese",
        "keywords": ", ".join(_tex(subject.replace(",", "，")) for subject in reference.subjects),
        "note": _INFERRED_NOTE if reference.title_inferred else "",
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{_NOT_KEY.sub('-', reference.id)}{lines}\n}}\n"


def ris(reference: Reference) -> str:
    """A RIS record of type NEWS, its lines ended by CR LF."""
    date = reference.date
    year, month, day, *_ = *date.base.split("-"), "", ""
    about = None if date.qualifier is Qualifier.CERTAIN else f"日期不确定（EDTF {date}）"
    values: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("TI", reference.title),
        *(("AU", author) for author in reference.authors),
        ("T2", reference.newspaper),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/"),
        ("SP", None if reference.page is None else str(reference.page)),
        ("SE", reference.section),
        ("IS", reference.number),
        ("LA", reference.language),
        *(("KW", subject) for subject in reference.subjects),
        ("AB", reference.abstract),
        ("DB", reference.archive),
        ("UR", reference.url),
        ("N1", _INFERRED_NOTE if reference.title_inferred else None),
        ("N1", about),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in values if value) + "ER  - \r\n"


def csl(reference: Reference) -> dict[str, object]:
    """The item in CSL-JSON (CSL 1.0.2); names stay whole, as nothing marks where a Chinese surname ends."""
    date = reference.date
    issued: dict[str, object] = {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
    if date.qualifier is not Qualifier.CERTAIN:
        issued["circa"] = True
    item: dict[str, object | None] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [{"literal": author} for author in reference.authors] or None,
        "container-title": reference.newspaper,
        "issued": issued,
        "page": None if reference.page is None else str(reference.page),
        "section": reference.section,
        "issue": reference.number,
        "language": reference.language,
        "abstract": reference.abstract or None,
        "keyword": ", ".join(reference.subjects) or None,
        "archive": reference.archive,
        "URL": reference.url,
        "note": _INFERRED_NOTE if reference.title_inferred else None,
    }
    return {name: value for name, value in item.items() if value is not None}


def csl_json(reference: Reference) -> str:
    """CSL-JSON as citation software reads it: a list of one item."""
    return json_text([csl(reference)])


def _gbt_authors(authors: tuple[str, ...], comma: str) -> str:
    """Authors with the full stop behind them. Nothing for none: lists ordered by citation may leave out 佚名."""
    named = comma.join(authors[:_NAMED_AUTHORS]) + (f"{comma}等" if len(authors) > _NAMED_AUTHORS else "")
    return f"{named}. " if named else ""


def _gbt_title(reference: Reference) -> str:
    """A title that the cataloguer supplied stands in square brackets (ISBD, GB/T 3792)."""
    return f"[{reference.title}]" if reference.title_inferred else reference.title


def _gbt_date(date: EdtfDate) -> str:
    """As exact as it is known; an estimated date stands in square brackets (GB/T 7714-2025, 7.5.4.3)."""
    return date.base if date.qualifier is Qualifier.CERTAIN else f"[{date.base}]"


def _tex(text: str) -> str:
    return one_line(text).translate(_TEX)


def _tex_name(name: str) -> str:
    return f"{{{_tex(name)}}}" if _DIVISIBLE.search(name) else _tex(name)
