"""JSON Lines: one article a line, or a JSON list of articles, under the names that scrapers and archives give them."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeGuard

from jianbao.importers.document import Document, Line, Original
from jianbao.importers.encodings import Decoded, read_text
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare
from jianbao.text.dates import parse_edtf, printed_date
from jianbao.text.numerals import read_number
from jianbao.text.simplified import simplified

_ROLES = ("title", "kicker", "subtitle", "column", "byline", "credit", "dateline", "paragraph", "crosshead", "caption")
_NAMES: Mapping[str, tuple[str, ...]] = {
    "newspaper": ("newspaper", "paper", "newspaper_name", "papername", "paper_name", "报纸", "报名", "报刊"),
    "date": (
        "date", "pubdate", "pub_date", "publish_date", "publishdate", "published", "date_published", "datepublished",
        "issue_date", "pubtime", "pub_time", "publish_time", "publishtime", "日期", "出版日期", "见报日期",
        "发布日期", "发布时间",
    ),
    "page": ("page", "page_no", "pageno", "page_num", "page_number", "ban", "banci", "版次", "版号", "版"),
    "section": ("section", "page_name", "pagename", "版名", "版面"),
    "number": ("number", "issue_number", "期号"),
    "column": ("column", "栏目"),
    "kicker": ("kicker", "introtitle", "intro_title", "pretitle", "leadtitle", "引题", "肩题", "眉题"),
    "title": ("title", "headline", "news_title", "newstitle", "article_title", "标题", "主题", "题名", "篇名"),
    "subtitle": ("subtitle", "deck", "sub_title", "副题", "副标题"),
    "byline": ("byline", "author", "authors", "reporter", "作者", "记者", "署名"),
    "body": (
        "blocks", "paragraphs", "body", "content", "contents", "text", "fulltext", "full_text", "articlebody",
        "article_content", "news_content", "正文", "内容", "全文",
    ),
}  # fmt: skip
BODY = _NAMES["body"]
"""What the text of an article is called."""
_LAST_PAGE = 999
_MOST_ERRORS = 50
"""Lines that are told of; what is wrong with more is told by how many they are."""
_DAY = len("2025-12-08")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_PAGE = re.compile(r"第?\s?[A-D]?0*(\d{1,3}|[一二三四五六七八九十]{1,3})\s?版?(?:\s?[:：·\s]\s?(.*))?")
"""`2`, `A02`, `第二版`, `第02版：要闻`."""
_MARKUP = re.compile(r"</?(?:p|br|div|span|strong|b|font|a|img|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6])>", re.IGNORECASE)
# Paragraphs that lost their line ends keep their indents.
_LOST_END = re.compile(r"(?<=[。！？”…）])(?=\u3000\u3000)")


def read_jsonl(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """One document an article; those of a page are put together by whoever knows the page.

    Raises SourceError, which tells of every line that is wrong.
    """
    decoded = read_text(original.data, encoding)
    return read_articles(_values(decoded), decoded, "jsonl")


def read_articles(values: Iterable[tuple[int, object]], decoded: Decoded, form: str) -> tuple[Document, ...]:
    """One document for each value (line, article by the names that it has, or the error in its place).

    `form` is the documents' format. Raises SourceError, which tells of every line that is wrong.
    """
    documents: list[Document] = []
    wrong: list[SourceError] = []
    unknown: dict[str, None] = {}
    for line, value in values:
        try:
            document, others = _article(value, line, decoded.encoding)
        except SourceError as error:
            wrong.append(error)
        else:
            documents.append(replace(document, format=form))
            unknown |= others
    if wrong:
        first = wrong[0]
        raise SourceError(first.reason, first.hint, first.line, tuple(wrong[1:_MOST_ERRORS]) + _uncounted(wrong))
    if not documents:
        raise SourceError("holds no article", "each line is one article: {…}")
    notes = decoded.notes + ((f"not used: {', '.join(unknown)}",) if unknown else ())
    return (replace(documents[0], notes=notes), *documents[1:])


def _uncounted(wrong: list[SourceError]) -> tuple[SourceError, ...]:
    more = len(wrong) - _MOST_ERRORS
    return (SourceError(f"has {more} more lines that are wrong", "mend the first ones"),) if more > 0 else ()


def _values(decoded: Decoded) -> Iterator[tuple[int, object]]:
    """(line, value) of each article; in place of a value that cannot be read, the error."""
    text = decoded.text.strip()
    whole = _load(text, 1) if text.startswith(("[", "{")) else None
    if text.startswith("[") or isinstance(whole, dict):
        values = _unwrapped(whole) if isinstance(whole, dict) else whole
        yield from ((1, value) for value in (values if isinstance(values, list) else [values]))
        return
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            yield number, _load(line, number)


def _unwrapped(value: dict[str, object]) -> list[object]:
    """The articles of an object that holds a list of them, with what it says of all: {"date": …, "articles": […]}."""
    lists = [found for found in value.values() if _is_list_of_articles(found)]
    named, _ = _named(value)
    if len(lists) != 1 or "title" in named or "body" in named:
        return [value]
    common = {key: item for key, item in value.items() if isinstance(item, str | int) and not isinstance(item, bool)}
    return [common | article for article in lists[0]]


def _is_list_of_articles(value: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _article(value: object, line: int, encoding: str) -> tuple[Document, dict[str, None]]:
    """The article as a document, and the keys of it that are not used."""
    if isinstance(value, SourceError):
        raise value
    if not isinstance(value, dict):
        reason = f"has something else than an article on line {line}"
        raise SourceError(reason, "each line is one {…} with a title", line)
    named, others = _named(value)
    document = _document(named, line, encoding, inferred=value.get("title_inferred") is True)
    return replace(_pinned(document, value), line=line), others


def _load(text: str, line: int) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return SourceError(f"is not valid JSON on line {line}", "each line is one article: {…}", line)


def _named(value: dict[str, object]) -> tuple[dict[str, object], dict[str, None]]:
    """The values by our names, and the keys that are none of theirs."""
    lower = {simplified(key.lower()): key for key in reversed(value)}
    named: dict[str, object] = {}
    used = set()
    for name, keys in _NAMES.items():
        for key in keys:
            if key in lower and value[lower[key]] not in (None, "", []):
                named[name] = value[lower[key]]
                used.add(lower[key])
                break
    return named, {key[:40]: None for key in value if key not in used and value[key] not in (None, "", [])}


def _document(named: dict[str, object], line: int, encoding: str, *, inferred: bool) -> Document:
    body = list(_body(named.get("body"), line))
    headed = any(block.role == "title" for block in body)
    lines: list[Line] = []
    for role in () if headed else ("column", "kicker", "title", "subtitle", "byline"):
        if not (role == "title" and inferred):
            lines += _block(_unmarked(_joined(named.get(role), line)), role)
    has_title = headed or any(block.role == "title" for block in lines)
    lines += body
    if not any(bare(block.text) for block in lines):
        raise SourceError(f"has an article without title and text on line {line}", "give it `title` and `text`", line)
    if not has_title:
        first = next(n for n, block in enumerate(lines) if bare(block.text))
        lines[first] = replace(lines[first], start=True)
    return Document((*lines, Line("")), "jsonl", encoding, _issue(named, line))


def _pinned(document: Document, value: Mapping[str, object]) -> Document:
    """The document with the id that an archive of ours gave it: only there an id is an address, too."""
    identifier = value.get("id")
    if not isinstance(identifier, str) or value.get("path") != f"articles/{identifier}/":
        return document
    heads = (number for number, line in enumerate(document.lines) if line.start or line.role == "title")
    at = next(heads, None)
    lines = (replace(line, pinned=identifier) if number == at else line for number, line in enumerate(document.lines))
    return replace(document, lines=tuple(lines))


def _body(value: object, line: int) -> Iterator[Line]:
    pieces = value if isinstance(value, list) else [value]
    for piece in pieces:
        if isinstance(piece, dict):  # a block as `jianbao parse` and the archive's own exports write it
            role = piece.get("role")
            yield from _block(_joined(piece.get("text"), line), role if role in _ROLES else "paragraph")
        elif piece is not None:
            texts = _LOST_END.sub("\n", _unmarked(_joined(piece, line))).split("\n")
            yield from (Line(text, "paragraph") for text in texts if bare(text))


def _unmarked(text: str) -> str:
    """A text that was cut out of a page of HTML without its markup."""
    return html.unescape(_MARKUP.sub("", _BREAK.sub("\n", text))) if _BREAK.search(text) else text


def _block(text: str, role: str) -> list[Line]:
    pieces = [piece for piece in text.split("\n") if bare(piece)]
    return [Line(piece, role if number == 0 else "continuation") for number, piece in enumerate(pieces)]


def _joined(value: object, line: int) -> str:
    texts = value if isinstance(value, list) else [value]
    text = "、".join(_text(one, line) for one in texts if one is not None).replace("\r\n", "\n")
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise SourceError(f"holds characters that are no text on line {line}", "take them out", line)
    return text.replace("\r", "\n")


def _text(value: object, line: int) -> str:
    """A string, a number, or the name of what has one (schema.org's Person); nothing is left out in silence."""
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return str(value["name"])
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise SourceError(
            f"has {json.dumps(value)[:30]} on line {line} where text belongs", "give the text itself", line
        )
    return str(value)


def _issue(named: dict[str, object], line: int) -> IssueFields:
    texts = {key: _joined(named[key], line).strip() for key in ("newspaper", "number", "section") if key in named}
    told = (_PAGE.fullmatch(_joined(named.get(name), line).strip()) for name in ("page", "section"))
    found = next((match for match in told if match), None)
    page = read_number(found[1]) if found else None
    section = texts.get("section")
    if found and (section is None or found[0] == section):
        section = (found[2] or "").strip() or None
    return IssueFields(
        newspaper=texts.get("newspaper"),
        date=_date(_joined(named.get("date"), line).strip(), line),
        number=texts.get("number"),
        page=page if page and page <= _LAST_PAGE else None,
        section=section,
    )


def _date(text: str, line: int) -> EdtfDate | None:
    if not text:
        return None
    text = _COMPACT.sub(r"\1-\2-\3", text) if _COMPACT.fullmatch(text) else text
    try:
        return parse_edtf(text)
    except ValueError as error:
        found = printed_date(text[:_DAY] if text[:4].isdigit() and "年" not in text else text)
        if found is None:
            reason = f"has a date on line {line} that cannot be read: {text[:30]!r}"
            raise SourceError(reason, str(error), line) from error
        return found
