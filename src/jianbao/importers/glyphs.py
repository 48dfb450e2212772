"""The characters of a PDF page as they are drawn: where, how large, and which way up."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

LINE_END = "\n"
GAP = "\x1f"
"""Stands for a space that the library puts where it sees a gap: in letter-spaced Chinese behind every character."""
UNKNOWN = "\ufffd"
"""Stands for a character of which its font does not say what it is."""
_HYPHEN = 2
"""What the library makes of a hyphen at the end of a line."""
_PRIVATE = range(0xE000, 0xF900)
_Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, the origin lower left."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page."""

    char: str
    box: _Box = (0.0, 0.0, 0.0, 0.0)
    """On the page turned so that the character stands upright; of no meaning for `LINE_END`, `GAP` and spaces."""
    em: float = 0.0
    """Size of its type in points."""
    turns: int = 0
    """Quarter turns clockwise, 0 to 3, after which it stands upright on the page as that is shown."""

    @property
    def is_told(self) -> bool:
        """Whether one can tell which character it is; fonts of symbols have codes of their own."""
        return self.char != UNKNOWN and ord(self.char) not in _PRIVATE


def read_glyphs(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The characters of a page in the order of the file; those outside of its visible part are left out."""
    crop = page.get_cropbox()
    left, right = sorted((crop[0], crop[2]))
    bottom, top = sorted((crop[1], crop[3]))
    rotated = page.get_rotation() // 90
    found = pdfium.FS_RECTF()
    handle = text.raw
    for place, char in _characters(handle, text.count_chars()):
        if char == LINE_END:
            yield Glyph(LINE_END)
        elif char == " ":
            yield Glyph(GAP if pdfium.FPDFText_IsGenerated(handle, place) == 1 else " ")
        elif pdfium.FPDFText_GetLooseCharBox(handle, place, ctypes.byref(found)):
            box = (found.left, found.bottom, found.right, found.top)
            if left <= (box[0] + box[2]) / 2 <= right and bottom <= (box[1] + box[3]) / 2 <= top:
                upright = -round(pdfium.FPDFText_GetCharAngle(handle, place) / (math.pi / 2)) % 4
                turned = _turned(box, upright)
                yield Glyph(char, turned, _em(handle, place), (upright - rotated) % 4)


def _em(text: pdfium.FPDF_TEXTPAGE, place: int) -> float:
    """The size of a character's type on the page: that which the file names, as its matrix scales it."""
    size = pdfium.FPDFText_GetFontSize(text, place) or 1.0
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, place, ctypes.byref(matrix)):
        return float(size)
    return float(size) * (math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c)) or 1.0)


def _characters(text: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, str]]:
    """(place, character); the halves of a character of UTF-16 are put together."""
    high = 0
    for place in range(count):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half
            high = code
            continue
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
            high = 0
        yield place, _char(text, place, code)


def _char(text: pdfium.FPDF_TEXTPAGE, place: int, code: int) -> str:
    if code in {10, 13}:
        return LINE_END
    if code == _HYPHEN and pdfium.FPDFText_IsHyphen(text, place) == 1:
        return "-"
    if code == 9:  # noqa: PLR2004 - a tabulator
        return " "
    known = code >= 32 and pdfium.FPDFText_HasUnicodeMapError(text, place) != 1  # noqa: PLR2004 - the space
    return chr(code) if known else UNKNOWN


def _turned(box: _Box, turns: int) -> _Box:
    """The box after quarter turns clockwise around the origin."""
    left, bottom, right, top = box
    for _ in range(turns):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top
