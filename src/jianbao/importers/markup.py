"""The markup of a saved page: its tree without what nobody sees, and its blocks as a browser breaks them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jianbao.model.errors import SourceError
from jianbao.text.chars import bare

Node = etree._Element  # noqa: SLF001 - the only name that lxml has for what its trees are made of

DEEPEST = 200
"""Elements inside each other; a page has some 30, and beyond 256 the library leaves out what is deeper."""
_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "select", "button", "textarea", "object", "svg")
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "caption", "tbody",
    "tr", "td", "th", "section", "article", "header", "footer", "figure", "figcaption", "pre", "blockquote",
    "center", "body", "hr", "nav", "aside", "main", "form", "founder-content", "founder-title", "founder-author",
))  # fmt: skip
DATES = frozenset(("date", "pubtime", "pub-time"))
"""Classes of a piece of a line that says when and where the article was printed, often behind the reporters' names."""
# HTML collapses these; the ideographic space is text.
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
# A line end of the markup between two wide characters is no space (CSS Text 3, segment break transformation).
_WRAPPED = re.compile(r"(?<=[\u2e80-\uffef])[ \t\r]*\n[ \t\r\n]*(?=[\u2e80-\uffef])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page that begins on a line of its own."""

    node: Node
    lines: tuple[str, ...]
    """Without white space of the markup, no line blank; `<br>` ends one."""
    bold: tuple[bool, ...]
    """Whether all text of each line stands in bold type."""

    @property
    def text(self) -> str:
        """The lines with LF between them."""
        return "\n".join(self.lines)


def parse_page(text: str, *, hidden: bool = False) -> Node:
    """The tree of a page without scripts and forms and, unless `hidden`, without what its styles hide.

    Raises SourceError.
    """
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
    for node in [] if hidden else list(root.iter("*")):
        if node.tag not in {"html", "body"} and _HIDDEN.search(node.get("style", "")):
            node.tag = _NO_TEXT[0]
    # It moves the text behind an element as it is; what is put there by hand may hold no control characters.
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    return root


def tokens(node: Node) -> frozenset[str]:
    """The words of an element's class and id, in lower case."""
    return frozenset(f"{node.get('class', '')} {node.get('id', '')}".lower().split())


def blocks_below(top: Node) -> Iterator[Block]:
    """Each block below an element in the order of the page, blank ones left out."""
    pieces: list[tuple[str, bool]] = []
    owner = [top]
    bold = 0
    for event, node in etree.iterwalk(top, events=("start", "end", "comment")):
        starts = event == "start"
        if event == "comment":
            pieces.append((flat(node.tail), bold > 0))
            continue
        if starts and node.tag == "br":
            pieces.append(("\n", False))
        opens = _opens_block(node, owner[-1]) if starts else owner[-1] is node
        if opens:
            yield from _block(owner[-1], pieces)
            pieces = []
            owner.append(node) if starts else owner.pop()
        bold += (1 if starts else -1) * _is_bold(node)
        text = node.text if starts else node.tail if node is not top else None
        pieces.append((flat(text), bold > 0))


def text_of(node: Node) -> str:
    """All text in an element, comments left out, white space as the markup has it."""
    return "" if isinstance(node, etree._Comment) else "".join(map(str, node.itertext()))  # noqa: SLF001 - as above


def flat(text: str | None) -> str:
    """Text of the markup with its white space as a browser collapses it."""
    return _SPACES.sub(" ", _WRAPPED.sub("", text)) if text else ""


def _deep(root: Node) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def _opens_block(node: Node, owner: Node) -> bool:
    return node.tag in _BLOCKS or (node.tag == "span" and bool(tokens(node) & DATES) and not tokens(owner) & DATES)


def _is_bold(node: Node) -> bool:
    return node.tag in {"b", "strong"} or bool(_BOLD.search(node.get("style", "")))


def _block(node: Node, pieces: list[tuple[str, bool]]) -> Iterator[Block]:
    lines: list[str] = [""]
    bold: list[bool] = [True]
    for text, is_bold in pieces:
        if text == "\n":
            lines.append("")
            bold.append(True)
        elif text:
            lines[-1] += text
            bold[-1] &= is_bold or not bare(text)
    shown = [(line.strip(" "), is_bold) for line, is_bold in zip(lines, bold, strict=True) if bare(line)]
    if shown:
        yield Block(node, tuple(line for line, _ in shown), tuple(is_bold for _, is_bold in shown))
