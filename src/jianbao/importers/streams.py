"""How much a PDF file unpacks to, told before anything is made of it: a small file may hide a page of gigabytes."""

import re
import zlib
from collections.abc import Iterator

LARGEST_CONTENT = 128 * 2**20
"""Bytes of what draws a page, unpacked; a map full of lines has some 30 MiB, a page of text 100 kB."""
MOST_CONTENT = 512 * 2**20
"""Bytes of all that is no picture, fonts included."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_BEFORE = 600
"""Bytes in front of a stream in which its dictionary stands."""
_PIECE = 2**20


def is_too_large(data: bytes) -> bool:
    """Whether a stream of the file that is no picture, or all of them, unpacks to more than a page can have."""
    total = 0
    for start in _packed(data):
        size = _unpacked(data, start)
        total += size
        if size > LARGEST_CONTENT or total > MOST_CONTENT:
            return True
    return False


def _packed(data: bytes) -> Iterator[int]:
    """Where the packed streams begin that are no pictures."""
    for found in _STREAM.finditer(data):
        before = data[max(0, found.start() - _BEFORE) : found.start()].rpartition(b" obj")[2]
        if b"Flate" in before and b"/Image" not in before:
            yield found.end()


def _unpacked(data: bytes, start: int) -> int:
    """Bytes that a stream unpacks to; no further than is of interest, and as far as it is sound."""
    unpacker = zlib.decompressobj()
    size = 0
    packed = b""
    while not unpacker.eof and size <= LARGEST_CONTENT and (packed or start < len(data)):
        if not packed:
            packed, start = data[start : start + _PIECE], start + _PIECE
        try:
            size += len(unpacker.decompress(packed, _PIECE))
        except zlib.error:
            break
        packed = unpacker.unconsumed_tail
    return size
