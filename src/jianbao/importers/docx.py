"""Word documents: paragraphs in the order of the file, headings by their styles."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from lxml import etree

from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.importers.epaper import is_masthead
from jianbao.importers.numbering import Numbers
from jianbao.importers.typesize import headings_by_size
from jianbao.importers.word import Paragraph, WordReader
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare
from jianbao.text.folio import Folio, read_folio

MOST_PARTS = 2_000
LARGEST_PART = 16 * 2**20
LARGEST_DOCUMENT = 256 * 2**20
"""Bytes unpacked: a page of text has some 100 kB, its pictures some MB. Checked before anything is unpacked."""

_ROLES = {"title": "title", "heading 1": "title", "subtitle": "subtitle", "caption": "caption"}
_ROLES |= {"标题": "title", "标题 1": "title", "标题1": "title", "副标题": "subtitle", "题注": "caption"}
_ROLES |= {f"{name}{level}": "crosshead" for level in range(2, 7) for name in ("heading ", "标题 ", "标题")}
_PAGE_TITLES = {"title", "标题"}
_LEVELS = tuple(frozenset((f"heading {level}", f"标题 {level}", f"标题{level}")) for level in range(1, 7))
_HEADINGS = {"title", "subtitle"}
_PACKAGES = (
    ("xl/", "is a spreadsheet", "copy its cells into a text or a Word document"),
    ("ppt/", "is a presentation", "copy its text into a text or a Word document"),
    ("content.xml", "is an OpenDocument file", "save it as .docx in LibreOffice or WPS"),
    ("OEBPS/", "is an e-book", "copy its text"),
)
"""(beginning of a name in a package, what it is then, hint)."""
_BROKEN = (
    AttributeError, KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError,
)  # fmt: skip
"""What the library makes of packages whose parts are missing, broken, or not what they are said to be."""
_NO_DOCUMENT = "open it in Word or WPS and save it as .docx again"


def read_docx(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a Word file is; its own encoding is settled. Raises SourceError.

    Running heads and feet are furniture. Styles make roles where there are headings; all else is left to the parser.
    """
    del encoding
    _check_package(original.data)
    try:
        word = docx.Document(io.BytesIO(original.data))
        reader = _reader(word)
        running = list(_running(word, reader))
    except _BROKEN as error:
        raise SourceError("is no Word document that can be read", _NO_DOCUMENT) from error
    lines = [*running, *_body(reader.paragraphs(word.element.body))]
    if not any(bare(line.text) for line in lines):
        raise SourceError("has no text: perhaps it is a picture", "type the text, or have it recognised (OCR)")
    issue = printed_issue([line.text for line in lines])
    return (Document(tuple(lines), "docx", issue=issue, notes=tuple(_left_out(word))),)


def _check_package(data: bytes) -> None:
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
    names = [part.filename for part in parts]
    if not any(name.startswith("word/") for name in names):
        raise SourceError(*_other_package(names))


def _other_package(names: list[str]) -> tuple[str, str]:
    """(reason, hint) for a ZIP archive that is no Word document."""
    for sign, reason, hint in _PACKAGES:
        if any(name.startswith(sign) for name in names):
            return reason, hint
    return "is a ZIP archive of files", "unpack it, and name the folder"


def _reader(word: WordDocument) -> WordReader:
    styles = {style.style_id: style.element for style in word.styles}
    try:
        numbering = word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        numbering = None
    return WordReader(styles, Numbers(numbering.element if isinstance(numbering, XmlPart) else None))


def _running(word: WordDocument, reader: WordReader) -> Iterator[Line]:
    """Heads and feet of the pages, each once."""
    texts = [
        paragraph.text
        for section in word.sections
        for part in _heads_and_feet(word, section)
        if not part.is_linked_to_previous
        for paragraph in reader.paragraphs(part._element)  # noqa: SLF001 - the only way to its tables and boxes
    ]
    for text in dict.fromkeys(texts):
        yield from (Line(piece, "furniture") for piece in text.split("\n") if bare(piece))


def _heads_and_feet(word: WordDocument, section: Section) -> Iterator[_Header | _Footer]:
    """Those that are shown."""
    if section.different_first_page_header_footer:
        yield from (section.first_page_header, section.first_page_footer)
    yield from (section.header, section.footer)
    if word.settings.odd_and_even_pages_header_footer:
        yield from (section.even_page_header, section.even_page_footer)


def _body(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    found = list(paragraphs)
    roles = _roles(found)
    if "title" not in roles.values():
        roles = {**headings_by_size(found), **roles}
    for place, paragraph in enumerate(found):
        role = roles.get(place)
        if role is None and paragraph.in_table:
            role = "paragraph"  # a lone number or unit looks like a folio
        pieces = paragraph.text.split("\n")
        for number, piece in enumerate(pieces):
            if not bare(piece):
                yield Line(piece)
            else:
                first = not any(map(bare, pieces[:number]))
                yield Line(piece, role if first or role is None else "continuation")
        if role in _HEADINGS:
            yield Line("")  # a heading ends with its paragraph: no line goes on with it behind a blank one


def _roles(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Roles of paragraphs by their styles, by place."""
    styles = [one.style for one in paragraphs]
    top = next((pair for pair in _LEVELS if not pair.isdisjoint(styles)), frozenset[str]())
    titles = [one for one in paragraphs if one.style in _PAGE_TITLES]
    is_page = any(read_folio(one.text) != Folio() or is_masthead(one.text) for one in titles)
    first = next((one.style for one in paragraphs if bare(one.text)), "")
    # Headings of a lower level are headlines below the title of the page, and where a document begins with one.
    headlines = top if top == _LEVELS[0] or is_page or first in top else frozenset[str]()
    roles = {}
    for place, style in enumerate(styles):
        # Beside headings a title is that of the page, not of an article.
        role = "title" if style in headlines else _ROLES.get(style)
        if role and not (headlines and style in _PAGE_TITLES):
            roles[place] = role
    return roles


def _left_out(word: WordDocument) -> Iterator[str]:
    body = word.element.body
    if next(body.iter(*(qn(f"w:{name}Reference") for name in ("footnote", "endnote", "comment"))), None) is not None:
        yield "footnotes and comments are left out"
    pictures = len(list(body.iter(qn("a:blip"))))
    if pictures:
        yield f"{pictures} picture{'s' * (pictures != 1)} left out: text in them is not read"
