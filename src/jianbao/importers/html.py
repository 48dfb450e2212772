"""Saved pages of e-papers: their markup says what is a headline, a kicker, a deck, a paragraph."""

import re

from jianbao.importers.article import article_lines
from jianbao.importers.document import Document, Original
from jianbao.importers.encodings import known_encoding, read_text
from jianbao.importers.epaper import find_layouts, is_masthead, named_bodies, read_properties
from jianbao.importers.imprint import page_issue
from jianbao.importers.markup import Node, flat, parse_page, text_of
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare, trim

LARGEST_PAGE = 8 * 2**20
"""Bytes; a saved page with its scripts has some 500 kB."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_HEAD = 4_096
_NEXT = re.compile(r"下一?页\s*[>›»]*")


def read_html(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a page is, every line with its role; none where it only leads to articles.

    Raises SourceError.
    """
    if len(original.data) > LARGEST_PAGE:
        raise SourceError(f"is larger than a page can be ({LARGEST_PAGE // 2**20} MiB)", "copy its text instead")
    decoded = read_text(original.data, encoding or _declared(original.data))
    root = parse_page(decoded.text)
    if not named_bodies(root) and named_bodies(whole := parse_page(decoded.text, hidden=True)):
        root = whole  # the text is hidden until a script shows it
    fields = read_properties(root)
    layouts = find_layouts(root, fields.get("title", ""))
    if not layouts:
        return ()
    # What the page says of itself as a whole is no title of one of several articles.
    known, title = (fields, _page_title(root)) if len(layouts) == 1 else ({}, [])
    lines = [line for layout in layouts for line in article_lines(layout, known, title)]
    if not any(bare(line.text) for line in lines):
        raise SourceError("has no text of an article", "save the page of the article itself, or copy its text")
    around = [line.text for line in lines if line.role == "furniture"]
    issue = page_issue(root, fields, [layout.region for layout in layouts], around, original.name)
    return (Document(tuple(lines), "html", decoded.encoding, issue, decoded.notes + _further(root)),)


def _declared(data: bytes) -> str | None:
    """The encoding that the page names, where it can be that; GB2312 always means its superset."""
    found = _CHARSET.search(data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk"} else name
    if not known_encoding(name) or name.startswith("utf-16"):
        return None
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None
    return {"gb18030": "GB18030", "utf-8": "UTF-8", "utf8": "UTF-8", "big5": "Big5"}.get(name, name)


def _page_title(root: Node) -> list[str]:
    """The title of the page without the names of paper and site behind it; none where it is nothing but these."""
    node = root.find(".//title")
    text = trim(flat(node.text)) if node is not None else ""
    parts = re.split(r"\s*[-_|–—]{1,2}\s*(?=[^-_|–—]*$)", text)
    return [part for part in parts[:1] if part and not is_masthead(part)]


def _further(root: Node) -> tuple[str, ...]:
    """A word on the pages that a long article goes on on."""
    links = (node for node in root.iter("a") if _NEXT.fullmatch(trim(text_of(node))))
    if any(re.match(r"(?!#|javascript:)", link.get("href", "#"), re.IGNORECASE) for link in links):
        return ("the page leads to a next one: if the article goes on there, add that, too",)
    return ()
