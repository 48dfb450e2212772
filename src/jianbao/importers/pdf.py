"""PDF files that hold text: its lines, column by column."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from jianbao.importers.columns import Run, in_reading_order
from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.model.errors import SourceError
from jianbao.text.chars import bare, is_latin

MOST_PAGES = 200
"""An issue has some dozen pages; a weekend's at most a hundred."""
MOST_CHARACTERS = 2_000_000
"""A page of a broadsheet has some 10,000."""
_WIDE = 1.5
"""Ems between two characters of one line from which they stand in two columns: spaces in text are at most one em."""
_GAP = "\x1f"
"""Stands for a space that the library puts where it sees a gap: in letter-spaced Chinese behind every character."""
_NO_TEXT = "has no text, only pictures of it"
_RECOGNISE = "have the text recognised (OCR), then add it as text"


def read_pdf(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a PDF file is; its own encoding is settled. Raises SourceError."""
    del encoding
    try:
        pdf = pypdfium2.PdfDocument(original.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is locked with a password" if locked else "is no PDF that can be read"
        raise SourceError(reason, "save it without the password" if locked else "print it to a new PDF") from error
    with pdf:
        if len(pdf) > MOST_PAGES:
            raise SourceError(f"has {len(pdf)} pages (at most {MOST_PAGES} are read)", "cut it into issues")
        lines = list(_lines(pdf))
    if not any(bare(line.text) for line in lines):
        raise SourceError(_NO_TEXT, _RECOGNISE)
    return (Document(tuple(lines), "pdf", issue=printed_issue([line.text for line in lines])),)


def _lines(pdf: pypdfium2.PdfDocument) -> Iterator[Line]:
    """The lines of all pages, a blank one between blocks and pages."""
    read = 0
    for number in range(len(pdf)):
        page = pdf[number]
        text = page.get_textpage()
        read += text.count_chars()
        if read > MOST_CHARACTERS:
            raise SourceError(f"has more than {MOST_CHARACTERS:,} characters", "cut it into issues")
        for block in in_reading_order(list(_runs(text))):
            yield from map(Line, block)
            yield Line("")
        text.close()
        page.close()


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[Run]:
    """Pieces of lines as the file draws them: characters that follow each other without a gap."""
    pieces: list[str] = []
    box = (0.0, 0.0, 0.0, 0.0)
    size = 0.0
    for char, (left, bottom, right, top), em in _characters(text):
        if char in {" ", _GAP}:  # neither has a place that could be trusted
            pieces += [char] * bool(pieces)
            continue
        apart = char == "\n" or left - box[2] > _WIDE * em or left < box[0] - em or bottom > box[3] or top < box[1]
        if apart and pieces:
            yield Run("".join(pieces).rstrip(_GAP), *box, size)
            pieces = []
        if char == "\n":
            continue
        whole = (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
        box, size = (whole, max(size, em)) if pieces else ((left, bottom, right, top), em)
        if pieces[-1:] == [_GAP]:
            pieces[-1:] = [" "] * (is_latin(char) and len(pieces) > 1 and is_latin(pieces[-2]))
        pieces.append(char)
    if pieces:
        yield Run("".join(pieces).rstrip(_GAP), *box, size)


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, tuple[float, float, float, float], float]]:
    """(character, its box: left, bottom, right, top in points, the size of its type); a line end is LF."""
    box = pdfium.FS_RECTF()
    high = 0
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a character of UTF-16
            high = code
            continue
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        char = chr(code) if code else "\ufffd"
        if char in "\r\n":
            yield "\n", (0.0, 0.0, 0.0, 0.0), 0.0
        elif char == " " and pdfium.FPDFText_IsGenerated(text, place) == 1:
            yield _GAP, (0.0, 0.0, 0.0, 0.0), 0.0
        elif pdfium.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            em = pdfium.FPDFText_GetFontSize(text, place) or 1.0
            yield char, (box.left, box.bottom, box.right, box.top), max(em, box.top - box.bottom) if em <= 1 else em
