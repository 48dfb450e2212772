"""Word documents: paragraphs in the order of the file, headings by their styles."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare

MOST_PARTS = 2_000
LARGEST_PART = 16 * 2**20
LARGEST_DOCUMENT = 256 * 2**20
"""Bytes unpacked: a page of text has some 100 kB, its pictures some MB. Checked before anything is unpacked."""

_ROLES = {"title": "title", "heading 1": "title", "subtitle": "subtitle", "caption": "caption"}
_ROLES |= {f"heading {level}": "crosshead" for level in range(2, 7)}
_HEADINGS = {"title", "subtitle"}
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
# No text of the document as it stands: a second copy for old programs, text that was taken out or moved away.
_ASIDE = ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:del"), qn("w:moveFrom"))
_NO_DOCUMENT = "open it in Word or WPS and save it as .docx again"


def read_docx(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a Word file is; its own encoding is settled. Raises SourceError.

    Running heads and feet are furniture. Styles make roles where there are headings; all else is left to the parser.
    """
    del encoding
    _check_size(original.data)
    try:
        word = docx.Document(io.BytesIO(original.data))
    except (
        AttributeError,
        KeyError,
        ValueError,
        OSError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        NotImplementedError,
    ) as error:
        raise SourceError("is no Word document that can be read", _NO_DOCUMENT) from error
    lines = [*_running(word), *_body(word)]
    if not any(bare(line.text) for line in lines):
        raise SourceError("has no text: perhaps it is a picture", "type the text, or have it recognised (OCR)")
    notes = ("footnotes and comments are left out",) if _has_notes(word) else ()
    return (Document(tuple(lines), "docx", issue=printed_issue([line.text for line in lines]), notes=notes),)


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SourceError("is no Word document: it is no whole ZIP archive", _NO_DOCUMENT) from error
    markup = [part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    too_much = sum(part.file_size for part in parts) > LARGEST_DOCUMENT or max(markup, default=0) > LARGEST_PART
    if len(parts) > MOST_PARTS or too_much:
        reason = f"unpacks to more than a document can be ({LARGEST_DOCUMENT // 2**20} MiB, {MOST_PARTS} parts)"
        raise SourceError(reason, "copy its text into a new document")


def _running(word: WordDocument) -> Iterator[Line]:
    """Heads and feet of the pages, each once."""
    texts = [
        paragraph.text
        for section in word.sections
        for part in (section.header, section.footer)
        if not part.is_linked_to_previous
        for paragraph in part.paragraphs
    ]
    for text in dict.fromkeys(texts):
        if bare(text):
            yield from (Line(piece, "furniture") for piece in text.split("\n") if bare(piece))


def _body(word: WordDocument) -> Iterator[Line]:
    names = {style.style_id: (style.name or "").lower() for style in word.styles}
    paragraphs = [(_style(element, names), element) for element in word.element.body.iter(_PARAGRAPH)]
    styles = {style for style, _ in paragraphs}
    for style, element in paragraphs:
        if any(_is_aside(above.tag) for above in element.iterancestors()):
            continue
        # Beside headings a title is that of the page, not of an article.
        role = None if style == "title" and "heading 1" in styles else _ROLES.get(style)
        if role is None and _in_table(element):
            role = "paragraph"  # a lone number or unit looks like a folio
        pieces = _text(element).split("\n")
        for number, piece in enumerate(pieces):
            if not bare(piece):
                yield Line(piece)
            else:
                first = not any(map(bare, pieces[:number]))
                yield Line(piece, role if first or role is None else "continuation")
        if role in _HEADINGS:
            yield Line("")  # a heading ends with its paragraph: no line goes on with it behind a blank one


def _style(element: BaseOxmlElement, names: dict[str, str]) -> str:
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return names.get(found.get(qn("w:val"), ""), "") if found is not None else ""


def _text(paragraph: BaseOxmlElement) -> str:
    """The paragraph's own text; that of boxes anchored in it belongs to their paragraphs."""
    pieces = []
    for node in paragraph.iter(_TEXT, *_SIGNS):
        above = list(node.iterancestors())
        own = next(element for element in above if element.tag == _PARAGRAPH) is paragraph
        if own and not any(_is_aside(element.tag) for element in above) and above[0].tag != qn("w:tabs"):
            pieces.append(_SIGNS.get(str(node.tag)) or node.text or "")
    return "".join(pieces)


def _in_table(paragraph: BaseOxmlElement) -> bool:
    return next(paragraph.iterancestors(qn("w:tc")), None) is not None


def _is_aside(tag: object) -> bool:
    return tag in _ASIDE


def _has_notes(word: WordDocument) -> bool:
    marks = (qn("w:footnoteReference"), qn("w:endnoteReference"), qn("w:commentReference"))
    return next(word.element.body.iter(*marks), None) is not None
