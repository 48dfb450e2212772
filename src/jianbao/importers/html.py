"""Saved pages of e-papers: their markup says what is a headline, a kicker, a deck, a paragraph."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.importers.encodings import known_encoding, read_text
from jianbao.importers.epaper import Layout, Node, find_layouts, read_properties, role_by_name, role_outside_body
from jianbao.importers.plain import text_lines
from jianbao.model.digest import IssueFields
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare, trim
from jianbao.text.dates import printed_date

LARGEST_PAGE = 8 * 2**20
"""Bytes; a saved page with its scripts has some 500 kB."""
DEEPEST = 200
"""Elements inside each other; a page has some 30, and beyond 256 the library leaves out what is deeper."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_HEAD = 4_096
_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "select", "button", "textarea", "object", "svg")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tbody",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "pre",
        "blockquote",
        "center",
        "body",
        "hr",
        "nav",
        "aside",
        "main",
        "form",
        "founder-content",
        "founder-title",
        "founder-author",
    ]
)
_CROSSHEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_Block = tuple[Node, str]
"""(element, text) of a part of the page that begins on a line of its own."""
_SHORT = 30
"""Characters of a crosshead or of a line with the names of reporters, at most."""
_ENDS = ("。", "；", "，", "、", "！”", "？”")
_REPORTERS = re.compile(r"[（(]?\s*(?:本报|新华社|人民日报|见习|特约|实习)*(?:全媒体)?(?:记者|通讯员)")
_ORDER = ("kicker", "title", "subtitle", "byline")
# HTML collapses these; the ideographic space is text.
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")


def read_html(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a page is, every line with its role. Raises SourceError."""
    if len(original.data) > LARGEST_PAGE:
        raise SourceError(f"is larger than a page can be ({LARGEST_PAGE // 2**20} MiB)", "copy its text instead")
    decoded = read_text(original.data, encoding or _declared(original.data))
    root = _parse(decoded.text)
    fields = read_properties(root)
    layouts = find_layouts(root)
    # What the page says of itself as a whole is no title of one of several articles.
    known, title = (fields, _page_title(root)) if len(layouts) == 1 else ({}, [])
    lines = [line for layout in layouts for line in _article(layout, known, title)]
    if not any(bare(line.text) for line in lines):
        raise SourceError("has no text of an article", "save the page of the article itself, or copy its text")
    outside = [line.text for line in text_lines("\n".join(_blocks_text(root)))]
    issue = _issue(fields, outside, original.name)
    return (Document(tuple(lines), "html", decoded.encoding, issue, notes=decoded.notes),)


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


def _parse(text: str) -> Node:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError("is no page that can be read", "save it again, or copy its text") from error
    if root is None:
        raise SourceError("is empty", "save the page again")
    if any(entry.type_name in {"ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR"} for entry in parser.error_log) or _deep(
        root
    ):
        raise SourceError(f"has more than {DEEPEST} elements inside each other", "copy its text instead")
    # It moves the text behind an element as it is; what is put there by hand may hold no control characters.
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    return root


def _deep(root: Node) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _article(layout: Layout, fields: Mapping[str, str], page_title: list[str]) -> Iterator[Line]:
    """Headings, then text, then what else stands around it, each line with its role.

    `fields` and `page_title` stand in for headings that the page does not show.
    """
    around, text = _parted(layout)
    head: dict[str, list[str]] = {role: [] for role in _ORDER}
    rest: list[str] = []
    named = "title" in fields or any(_role(node, layout.region, titled=True) == "title" for node, _ in around)
    for node, block in around:
        role = _role(node, layout.region, titled=bool(head["title"]))
        if role in {"kicker", "subtitle"} and not (named or head["title"]):
            role = "title"  # without one by name, the first heading is it
        head.get(role or "", rest).append(block)
    for role in _ORDER[:-1]:  # a byline that the page does not show stands in the text
        head[role] = head[role] or ([fields[role]] if role in fields else [])
    head["title"] = head["title"] or page_title
    for role in _ORDER:
        yield from _heading(role, head[role])
    for number, line in enumerate(_body(text)):
        yield Line(line.text, line.role, start=number == 0 and not head["title"])
    yield from (Line(piece, "furniture") for block in rest for piece in block.split("\n"))
    yield Line("")


def _parted(layout: Layout) -> tuple[list[_Block], list[_Block]]:
    """The blocks around the text of an article, and those of the text, which begins below a headline within it."""
    blocks = list(_blocks(layout.region))
    if layout.region is not layout.body:
        body = set(layout.body.iter())
        return [one for one in blocks if one[0] not in body], [one for one in blocks if one[0] in body]
    roles = [_role(node, layout.region, titled=True) for node, _ in blocks]
    if "title" not in roles:
        return [], blocks
    begin = roles.index("title") + 1
    while begin < len(roles) and roles[begin] in _ORDER:
        begin += 1
    return blocks[:begin], blocks[begin:]


def _role(node: Node, region: Node, *, titled: bool) -> str | None:
    """The role of a block outside the text: its own, or that of the nearest element around it that has one."""
    for above in (node, *node.iterancestors()):
        if above is region:
            return None
        role = role_outside_body(above, titled=titled)
        if role:
            return role
    return None


def _heading(role: str, texts: list[str]) -> Iterator[Line]:
    pieces = [piece for text in texts for piece in text.split("\n")]
    for number, piece in enumerate(pieces):
        yield Line(piece, role if number == 0 or role == "byline" else "continuation")


def _body(blocks: list[_Block]) -> Iterator[Line]:
    for place, (node, text) in enumerate(blocks):
        role = _role_in_body(node, text, first=place == 0)
        for number, piece in enumerate(text.split("\n")):
            yield Line(piece, "continuation" if number and role == "crosshead" else role)


def _role_in_body(node: Node, text: str, *, first: bool) -> str | None:
    """What a block of the text is; None for a line that names reporters, which the parser knows better."""
    named = role_by_name(node)
    if named in {"caption", "byline"}:
        return named
    short = len(text) <= _SHORT and not text.endswith(_ENDS)
    if short and _REPORTERS.match(trim(text)):
        return None
    if node.tag in _CROSSHEADS or (short and not first and _is_bold(node)):
        return "crosshead"
    return "paragraph"


def _is_bold(node: Node) -> bool:
    """All text of the element stands in bold type."""
    return all(
        any(above.tag in {"b", "strong"} for above in (holder, *holder.iterancestors()))
        for holder in node.iter()
        if (holder.text or "").strip()
    ) and not any((child.tail or "").strip() for child in node)


def _blocks(top: Node) -> Iterator[_Block]:
    """(element, text) of each block below an element in the order of the page, blank ones left out; `<br>` is LF."""
    pieces: list[str] = []
    owner = [top]
    for event, node in etree.iterwalk(top, events=("start", "end", "comment")):
        starts, tag = event == "start", node.tag
        if event == "comment":
            pieces.append(_flat(node.tail))
            continue
        if starts and tag == "br":
            pieces.append("\n")
        if tag in _BLOCKS or node is top:
            text = _tidy(pieces)
            if text:
                yield owner[-1], text
            pieces.clear()
            owner.append(node) if starts else owner.pop()
        pieces.append(_flat(node.text if starts else node.tail if node is not top else None))


def _blocks_text(root: Node) -> Iterator[str]:
    yield from (text for _, text in _blocks(root))


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _tidy(pieces: list[str]) -> str:
    lines = (piece.strip(" ") for piece in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if bare(line))


def _page_title(root: Node) -> list[str]:
    """The title of the page without the names of paper and site behind it."""
    node = root.find(".//title")
    text = trim(_flat(node.text)) if node is not None else ""
    return [part for part in re.split(r"\s*[-_|–—]{1,2}\s*(?=[^-_|–—]*$)", text)[:1] if part]


def _issue(fields: dict[str, str], texts: list[str], name: str) -> IssueFields:
    """Date and page by the page's own fields, its file name as e-papers number them, and what it prints."""
    printed = printed_issue(texts)
    date = printed_date(fields["date"]) if "date" in fields else None
    numbered = re.search(r"_(\d{4})(\d\d)(\d\d)_\d{1,3}-(\d\d)(?=\.|$)", name)
    page = int(numbered[4]) if numbered else printed.page
    by_name = printed_date("-".join(numbered.groups()[:3])) if numbered else None
    return IssueFields(
        newspaper=fields.get("newspaper"),
        date=date or by_name or printed.date,
        page=page or None,
        section=fields.get("section"),
    )
