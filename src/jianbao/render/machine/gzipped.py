"""Gzip files that grow at their end: each part is compressed once, and a file is put together of its parts.

It has one member (RFC 1952), as some readers take no more, and names neither time nor system: equal parts give equal
bytes.
"""

import struct
import zlib
from collections.abc import Iterable

_LEVEL = 6
"""Level 9 takes a quarter longer, and the articles of a year come out 0.8 % smaller."""
_RAW = -zlib.MAX_WBITS
"""A bare deflate stream (RFC 1951)."""
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_LAST_BLOCK = b"\x03\x00"
"""An empty block that ends a deflate stream."""


def deflated(data: bytes) -> bytes:
    """A part: it ends with a whole byte, so that another may follow, and refers to none before it."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return compressor.compress(data) + compressor.flush(zlib.Z_SYNC_FLUSH)


def gzip_of(parts: Iterable[bytes]) -> bytes:
    """The gzip file of what was deflated into these parts."""
    streams = list(parts)
    checksum, size = 0, 0
    for stream in streams:
        data = zlib.decompressobj(_RAW).decompress(stream)
        checksum = zlib.crc32(data, checksum)
        size += len(data)
    return b"".join([_HEAD, *streams, _LAST_BLOCK, struct.pack("<II", checksum, size & 0xFFFFFFFF)])
