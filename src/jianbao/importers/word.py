"""The paragraphs of a Word document as it stands: without what was deleted, hidden, or is a copy for old programs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from jianbao.importers.numbering import Numbers
from jianbao.text.chars import bare

Node = etree._Element  # noqa: SLF001 - the only name that lxml has for what its trees are made of

_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN, _TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
_BOX, _PROPERTIES = qn("w:txbxContent"), qn("w:pPr")
_SIGNS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011",
}  # fmt: skip
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# No text of the document: a second copy for old programs, what was taken out or moved away, how a word is read.
_ASIDE = frozenset((f"{_COMPATIBILITY}Fallback", qn("w:del"), qn("w:moveFrom"), qn("w:rt"), qn("w:instrText")))
_OFF = frozenset(("0", "false", "off"))
_SHORT = 40
"""Characters of a cell of a table of data; a page that is laid out by a table has paragraphs in its cells."""


_TYPE_SIZE = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_USUAL_SIZE = 21
"""Half points of the type where nothing is said: 五号."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row of a table."""

    text: str
    """LF where a line is broken, a tabulator between cells."""
    style: str = ""
    """Name of its style, in lower case, or that of the built-in heading it is like."""
    in_table: bool = False
    """It is data of a table: numbers, units, names."""
    size: int = _USUAL_SIZE
    """Of its type, in half points; that of its largest characters."""


class WordReader:
    """What has to be known to read the paragraphs of a document: its styles and its lists."""

    def __init__(self, styles: Mapping[str, Node], numbers: Numbers) -> None:
        self._styles = styles
        self._numbers = numbers

    def paragraphs(self, holder: Node) -> Iterator[Paragraph]:
        """The paragraphs in an element in the order of the file, text boxes behind the one that they hang on."""
        begun = ""
        for node in _parts(holder):
            if node.tag == _TABLE:
                yield from self._rows(node)
                continue
            text = begun + self._number(node) + _text(node)
            begun = text if _mark_is_deleted(node) else ""
            if not begun:
                yield Paragraph(text, self._style(node), size=self._size(node))
            for box in _boxes(node):
                yield from self.paragraphs(box)
        if begun:
            yield Paragraph(begun)

    def _rows(self, table: Node) -> Iterator[Paragraph]:
        """The rows of data as a paragraph each; what a table only lays out, paragraph by paragraph."""
        rows = [
            [list(self.paragraphs(cell)) for cell in _inner(row, _CELL)]
            for row in _inner(table, _ROW)
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None
        ]
        is_data = all(_is_data(cell) for row in rows for cell in row)
        for row in rows:
            cells = [[one for one in cell if bare(one.text)] for cell in row]
            if is_data and any(cells):
                texts = [" ".join(one.text.replace("\n", " ").strip() for one in cell) for cell in cells]
                yield Paragraph("\t".join(texts).rstrip("\t"), in_table=True)
            else:
                yield from (one for cell in cells for one in cell)

    def _style(self, paragraph: Node) -> str:
        """The style's name; that of the heading that it is made from, or whose level in the outline it has."""
        chain = self._chain(paragraph)
        level = next((value for value in (_outline(one) for one in (paragraph, *chain)) if value), "")
        names = [_value(style, "w:name").lower() for style in chain]
        built_in = next((name for name in names if name.startswith(("heading ", "标题")) or name in _HEADS), "")
        return built_in or (f"heading {level}" if level else (names or [""])[0])

    def _size(self, paragraph: Node) -> int:
        """That of the largest characters, in half points, as they say it themselves or their style does."""
        style = next((size for one in self._chain(paragraph) if (size := _type_size(one))), _USUAL_SIZE)
        return max((_type_size(run) or style for run in _inner(paragraph, _RUN) if bare(_text(run))), default=style)

    def _chain(self, paragraph: Node) -> Sequence[Node]:
        """The paragraph's style and those that it is based on."""
        chain: list[Node] = []
        found = paragraph.find(f"{_PROPERTIES}/{qn('w:pStyle')}")
        name = found.get(qn("w:val"), "") if found is not None else ""
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = _value(chain[-1], "w:basedOn")
        return chain

    def _number(self, paragraph: Node) -> str:
        """What Word sets in front of the paragraph, if it belongs to a list."""
        for node in (paragraph, *self._chain(paragraph)):
            numbered = node.find(f"{_PROPERTIES}/{qn('w:numPr')}")
            if numbered is not None and (number := _value(numbered, "w:numId")):
                depth = _value(numbered, "w:ilvl") or "0"
                sign = (
                    self._numbers.next(number, int(depth))
                    if depth in set("012345678") and bare(_text(paragraph))
                    else ""
                )
                return sign if not sign or sign.endswith(("、", "）", "．", "：")) else f"{sign} "
        return ""


_TIGHT = ("、", "）", "．", "：")
"""Ends of a number behind which Chinese type has no space."""
_HEADS = frozenset(("title", "subtitle", "caption", "副标题", "题注"))


def _inner(node: Node, tag: str) -> Iterator[Node]:
    """The nearest elements of that tag below an element, in the order of the file."""
    for child in node.iterchildren(tag=etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag not in _ASIDE:
            yield from _inner(child, tag)


def _parts(node: Node) -> Iterator[Node]:
    """The paragraphs and tables of an element that stand in none of each other."""
    for child in node.iterchildren(tag=etree.Element):
        if child.tag in {_PARAGRAPH, _TABLE}:
            yield child
        elif child.tag not in _ASIDE:
            yield from _parts(child)


def _boxes(node: Node) -> Iterator[Node]:
    yield from _inner(node, _BOX)


def _text(node: Node) -> str:
    """The text of a paragraph but for that of its boxes."""
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterator[str]:
    for child in node.iterchildren(tag=etree.Element):
        if child.tag == _TEXT:
            yield child.text or ""
        elif sign := _SIGNS.get(str(child.tag)):
            yield sign
        elif child.tag not in _ASIDE and child.tag not in {_BOX, _PROPERTIES} and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(node: Node) -> bool:
    hidden = node.find(f"{qn('w:rPr')}/{qn('w:vanish')}") if node.tag == _RUN else None
    return hidden is not None and hidden.get(qn("w:val"), "1").lower() not in _OFF


def _mark_is_deleted(paragraph: Node) -> bool:
    """Its end was deleted: it goes on with the next one."""
    mark = paragraph.find(f"{_PROPERTIES}/{qn('w:rPr')}")
    return mark is not None and any(mark.find(qn(name)) is not None for name in ("w:del", "w:moveFrom"))


def _is_data(cell: Sequence[Paragraph]) -> bool:
    texts = [one.text for one in cell if bare(one.text)]
    return len(texts) <= 1 and all(len(text) <= _SHORT for text in texts)


def _outline(node: Node) -> str:
    """The level in the outline, `1` to `6`; empty for text."""
    properties = node.find(_PROPERTIES)
    level = _value(properties, "w:outlineLvl") if properties is not None else ""
    return str(int(level) + 1) if level in set("012345") else ""


def _type_size(node: Node) -> int:
    """Half points of the type that a run or a style names; 0: it names none."""
    properties = node.find(qn("w:rPr"))
    size = _value(properties, "w:sz") if properties is not None else ""
    return int(size) if _TYPE_SIZE.fullmatch(size) else 0


def _value(node: Node, name: str) -> str:
    found = node.find(qn(name))
    return found.get(qn("w:val"), "") if found is not None else ""
