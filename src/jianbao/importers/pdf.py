"""PDF files that hold text: its lines, column by column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2

from jianbao.importers.columns import Run, in_reading_order
from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.importers.glyphs import GAP, LINE_END, Glyph, read_glyphs
from jianbao.importers.streams import LARGEST_CONTENT, is_too_large
from jianbao.importers.vertical import is_vertical, parted, turned_left
from jianbao.model.errors import SourceError
from jianbao.text.chars import is_latin
from jianbao.text.folio import agreed

MOST_PAGES = 200
"""An issue has some dozen pages; a weekend's at most a hundred."""
MOST_CHARACTERS = 2_000_000
"""A page of a broadsheet has some 10,000."""
_WIDE = 1.5
"""Ems between two characters of one line from which they stand in two columns: spaces in text are at most one em."""
_UNTOLD = 0.2
"""Share of characters that a font does not tell from which the text is none; symbols of a page are a hundredth."""
_UNREADABLE = "is no PDF that can be read"
_PRINT = "print it to a new PDF"
_TOO_LARGE = f"unpacks to more than a page of a newspaper can be ({LARGEST_CONTENT // 2**20} MiB)"
_NO_TEXT = "has no text, only pictures of it"
_RECOGNISE = "have the text recognised (OCR), then add it as text"
_SHOWN = 10
"""Pages that a note names."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The text of a page."""

    lines: tuple[Line, ...]
    told: int
    """Characters of its text, white space left out."""
    untold: int
    """Characters of which the fonts do not say what they are."""
    damaged: bool = False
    """It cannot be read."""


def read_pdf(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a PDF file is, or one for each of its pages where these print their numbers.

    Its own encoding is settled. Raises SourceError.
    """
    del encoding
    if is_too_large(original.data):
        raise SourceError(_TOO_LARGE, "cut it into pages, or copy its text instead")
    try:
        pdf = pypdfium2.PdfDocument(original.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is locked with a password" if locked else _UNREADABLE
        raise SourceError(reason, "save it without the password" if locked else _PRINT) from error
    with pdf:
        if len(pdf) > MOST_PAGES:
            raise SourceError(f"has {len(pdf)} pages (at most {MOST_PAGES} are read)", "cut it into issues")
        pages = list(_pages(pdf))
    told, untold = sum(page.told for page in pages), sum(page.untold for page in pages)
    if pages and all(page.damaged for page in pages):
        raise SourceError(_UNREADABLE, _PRINT)
    if not told + untold:
        raise SourceError(_NO_TEXT, _RECOGNISE)
    if untold > _UNTOLD * (told + untold):
        raise SourceError("does not tell which characters it shows: its fonts keep that to themselves", _RECOGNISE)
    first, *others = _documents([page for page in pages if page.told + page.untold])
    return (replace(first, notes=tuple(_notes(pages, untold))), *others)


def _documents(pages: Sequence[_Page]) -> list[Document]:
    issues = [printed_issue([line.text for line in page.lines]) for page in pages]
    numbers = {issue.page for issue in issues}
    if None in numbers or len(numbers) < len(pages):
        lines = tuple(line for page in pages for line in page.lines)
        return [Document(lines, "pdf", issue=printed_issue([line.text for line in lines]))]
    date = agreed(issue.date for issue in issues)
    dated = (replace(issue, date=issue.date or date) for issue in issues)
    return [Document(page.lines, "pdf", issue=issue) for page, issue in zip(pages, dated, strict=True)]


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[_Page]:
    read = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield _Page((), 0, 0, damaged=True)
            continue
        read += text.count_chars()
        if read > MOST_CHARACTERS:
            raise SourceError(f"has more than {MOST_CHARACTERS:,} characters", "cut it into issues")
        glyphs = list(read_glyphs(page, text))
        shown = [glyph for glyph in glyphs if not glyph.char.isspace()]
        untold = sum(not glyph.is_told for glyph in shown)
        yield _Page(tuple(_lines(glyphs)), len(shown) - untold, untold)
        text.close()
        page.close()


def _notes(pages: Sequence[_Page], untold: int) -> Iterator[str]:
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged]
    empty = [number for number, page in enumerate(pages, 1) if not (page.told + page.untold or page.damaged)]
    if damaged:
        yield f"damaged, and not read, are {len(damaged)} of its {len(pages)} pages: {_named(damaged)}"
    if empty:
        yield f"no text on {len(empty)} of its {len(pages)} pages, perhaps pictures of it: {_named(empty)}"
    if untold:
        yield f"{untold} character{'s' * (untold != 1)} not told by its fonts: compare with the page"


def _named(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:_SHOWN])) + " …" * (len(numbers) > _SHOWN)


def _lines(page: Sequence[Glyph]) -> Iterator[Line]:
    """The lines of a page, a blank one between blocks; what stands sideways comes behind what is upright."""
    if is_vertical(page):
        along, down = parted(page)
        yield from _upright(along)
        yield from _upright(turned_left(down))
        return
    yield from _upright(page)


def _upright(page: Sequence[Glyph]) -> Iterator[Line]:
    for turns in sorted({glyph.turns for glyph in page}):
        drawn = [glyph for glyph in page if glyph.turns == turns or glyph.char.isspace()]
        for block in in_reading_order(list(_runs(drawn))):
            yield from map(Line, block)
            yield Line("")


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Pieces of lines as the file draws them: characters that follow each other without a gap."""
    pieces: list[str] = []
    box = (0.0, 0.0, 0.0, 0.0)
    size = 0.0
    for glyph in glyphs:
        char, (left, bottom, right, top), em = glyph.char, glyph.box, glyph.em
        if char in {" ", GAP}:  # neither has a place that could be trusted
            pieces += [char] * bool(pieces)
            continue
        ends = char == LINE_END
        apart = ends or left - box[2] > _WIDE * em or left < box[0] - em or bottom > box[3] or top < box[1]
        if apart and pieces:
            yield Run("".join(pieces).rstrip(GAP), *box, size)
            pieces = []
        if ends:
            continue
        whole = (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
        box, size = (whole, max(size, em)) if pieces else ((left, bottom, right, top), em)
        if pieces[-1:] == [GAP]:
            pieces[-1:] = [" "] * (is_latin(char) and len(pieces) > 1 and is_latin(pieces[-2]))
        pieces.append(char)
    if pieces:
        yield Run("".join(pieces).rstrip(GAP), *box, size)
