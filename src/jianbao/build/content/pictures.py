"""Pictures of content/pages: PNG and WebP, known by their first bytes, which also tell how large they are.

Other kinds are left out: SVG can hold scripts, and a JPEG of a telephone says where it was taken.
"""

import re
import struct

from jianbao.model.site import Picture

ENDINGS = frozenset({".png", ".webp"})
LARGEST = 256 * 2**10
"""Bytes; a screen of text takes 20 to 60 KB, and readers pay for them."""
_LONGEST_SIDE = 4096
"""Pixels; a reader's screen has fewer."""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_WEBP = re.compile(rb"RIFF....WEBP(VP8[ LX])", re.DOTALL)
_HEAD = 30
"""Bytes at the beginning of a WebP file that have its size."""
_SAVE = "save it as PNG or WebP"


def read_picture(name: str, data: bytes) -> Picture:
    """A picture by the bytes of its file. ValueError with what is wrong where it is none that pages may show."""
    if len(data) > LARGEST:
        raise ValueError(f"has more than {LARGEST // 2**10} KiB: make it smaller")
    size = _png_size(data) if name.endswith(".png") else _webp_size(data)
    if size is None:
        raise ValueError(f"is not what its ending says: {_SAVE}")
    width, height = size
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        raise ValueError(f"has {width} × {height} pixels (at most {_LONGEST_SIDE} a side): make it smaller")
    return Picture(name, width, height, data)


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height (PNG, 5.2 and 11.2.2)."""
    if not data.startswith(_PNG) or len(data) < len(_PNG) + 8:
        return None
    width, height = struct.unpack_from(">II", data, len(_PNG))
    return width, height


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height (RFC 9649, 2.5 to 2.7): of a lossy, a lossless, or an extended file."""
    kind = _WEBP.match(data)
    if kind is None or len(data) < _HEAD:
        return None
    if kind[1] == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind[1] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
