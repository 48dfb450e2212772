"""Files of the formats that can be imported, made here: small, real, and hostile where a test wants it."""

import io
import zipfile
from collections.abc import Sequence

import docx

Placed = tuple[str, float, float, float]
"""(text, left, baseline, size of type) in points, the origin lower left."""


_DESCENDANT = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor << /Type /FontDescriptor "
    "/FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 "
    "/StemV 80 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)


def make_docx(*paragraphs: tuple[str, str], header: str = "") -> bytes:
    """A Word document of (style, text); LF in a text is a line break."""
    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same package with one part replaced or added."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return result.getvalue()


def make_pdf(*pages: Sequence[Placed]) -> bytes:
    """A PDF file with text at its places, in a font that is not embedded, every character one em wide."""
    chars = sorted({char for page in pages for text, *_ in page for char in text})
    codes = {char: number for number, char in enumerate(chars, 1)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R>>",
        _DESCENDANT,
        stream(to_unicode(codes)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(stream("\n".join(_show(placed, codes) for placed in page)))
    return assemble(objects)


def assemble(objects: Sequence[str]) -> bytes:
    """A PDF file of numbered objects, the first of which is its catalogue."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def stream(content: str) -> str:
    """A stream object of a PDF file."""
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _show(placed: Placed, codes: dict[str, int]) -> str:
    text, left, baseline, size = placed
    shown = "".join(f"{codes[char]:04x}" for char in text)
    return f"BT /F {size} Tf 1 0 0 1 {left} {baseline} Tm <{shown}> Tj ET"


def to_unicode(codes: dict[str, int], digits: int = 4) -> str:
    """What tells which character each code of a font is, the codes of so many hexadecimal digits."""
    rows = "\n".join(f"<{code:0{digits}x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <{'0' * digits}> <{'f' * digits}> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    )
