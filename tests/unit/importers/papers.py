"""PDF files with text that is turned, locked, or in fonts that do not tell their characters."""

import hashlib
import math
from collections.abc import Iterator

from tests.unit.importers.specimens import assemble, stream, to_unicode

Drawn = tuple[str, float, float, float, int]
"""(text, left, baseline, size of type, degrees counter-clockwise) in points, the origin lower left."""

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >>"


def drawn_pdf(*texts: Drawn, page: str = "", told: bool = True) -> bytes:
    """A PDF file of one page whose font draws boxes, so that characters have places however they are turned.

    `page` is added to the page's entries; `told`: the font says which characters its boxes stand for.
    """
    codes = {char: number for number, char in enumerate(sorted({char for text, *_ in texts for char in text}), 1)}
    names = [f"/g{code}" for code in codes.values()]
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 "
        f"/LastChar {len(codes)} /Widths [{'1000 ' * len(codes)}] "
        f"/CharProcs << {' '.join(f'{name} 7 0 R' for name in names)} >> "
        f"/Encoding << /Type /Encoding /Differences [1 {' '.join(names)}] >> {'/ToUnicode 4 0 R' * told} >>"
    )
    return assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            font,
            stream(to_unicode(codes, digits=2)),
            f"{_PAGE} {page} /Contents 6 0 R >>",
            stream("\n".join(_show(text, codes) for text in texts)),
            stream("1000 0 0 -120 1000 880 d1 50 -70 900 900 re f"),
        ]
    )


def locked_pdf() -> bytes:
    """A PDF file that opens with a password only (standard security handler, revision 2; ISO 32000-1, 7.6.3)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    password = (b"secret" + padding)[:32]
    owner = b"".join(_rc4(hashlib.md5(password, usedforsecurity=False).digest()[:5], password))
    key = hashlib.md5(password + owner + b"\xfc\xff\xff\xff" + b"id", usedforsecurity=False).digest()[:5]
    user = b"".join(_rc4(key, padding))
    entries = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >> /ID [<6964> <6964>]"
    )
    plain = assemble(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R " + entries.encode())


def _rc4(key: bytes, data: bytes) -> Iterator[bytes]:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield bytes([byte ^ state[(state[i] + state[j]) % 256]])


def _show(drawn: Drawn, codes: dict[str, int]) -> str:
    text, left, baseline, size, degrees = drawn
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    shown = "".join(f"{codes[char]:02x}" for char in text)
    return f"BT /F {size} Tf {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {left} {baseline} Tm <{shown}> Tj ET"
