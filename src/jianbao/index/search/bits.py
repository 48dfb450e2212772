"""Numbers as bits: Rice and exponential Golomb codes, the highest bit first.

Rice(k) of v: v >> k as so many zeros and a one, then the low k bits; 24 zeros announce v itself in 32 bits instead.
Golomb(k) of v, exponential, after Teuhola (1978): with w = v + 2^k of n bits, n − 1 − k zeros, then w.
A file of bits begins with MAGIC, its length in three bytes and the Adler-32 of the rest in four, so that one cut short
or damaged is known for what it is.
"""

import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

MAGIC: Final = 0x6A
HEADER: Final = 8
_WORD: Final = 64
LONGEST_UNARY: Final = 24
ESCAPED: Final = 32


@dataclass(frozen=True, slots=True)
class Codes:
    """Code words, each to be written with some leading zeros."""

    word: Words
    size: Integers
    """Bits, at most 56."""

    def __getitem__(self, chosen: slice | Integers) -> "Codes":
        return Codes(self.word[chosen], self.size[chosen])


def rice(values: Integers, k: Integers | int) -> Codes:
    """Code numbers whose distribution falls off geometrically, with a mean of about 1.4·2^k."""
    unary = values >> k
    short = unary < LONGEST_UNARY
    ones = np.left_shift(1, k)
    word = np.where(short, values & ones - 1 | ones, values)
    return Codes(word.astype(np.uint64), np.where(short, unary + 1 + k, LONGEST_UNARY + ESCAPED))


def golomb(values: Integers, k: int) -> Codes:
    """Code numbers with a long tail."""
    shifted = values + (1 << k)
    bits = np.frexp(shifted.astype(np.float64))[1].astype(np.int64)
    return Codes(shifted.astype(np.uint64), 2 * bits - 1 - k)


def raw(values: Integers, size: int) -> Codes:
    """Numbers as they are."""
    return Codes(values.astype(np.uint64), np.full(len(values), size, dtype=np.int64))


def row(*columns: Codes) -> Codes:
    """Interleave columns of one length: the first of each, the second of each, and so on."""
    return Codes(np.stack([c.word for c in columns], 1).ravel(), np.stack([c.size for c in columns], 1).ravel())


def joined(*runs: Codes) -> Codes:
    """One run after the other."""
    return Codes(np.concatenate([run.word for run in runs]), np.concatenate([run.size for run in runs]))


def packed(codes: Codes) -> bytes:
    """Write the codes as a file of bits."""
    return packed_runs(codes, np.array([0, len(codes.size)]))[0]


def packed_runs(codes: Codes, edges: Integers) -> list[bytes]:
    """Write runs of codes as a file of bits each; `edges` gives where each begins, and their end.

    Many small files at once: what numpy does before it begins costs more than a kilobyte of bits.
    """
    end = np.concatenate(([0], np.cumsum(codes.size)))
    bits = np.diff(end[edges])
    first = np.concatenate(([0], np.cumsum((bits >> 6) + 2)))
    start = end[:-1] + np.repeat((first[:-1] << 6) - end[edges[:-1]], np.diff(edges))
    place = start >> 6
    stop = (start & 63) + codes.size
    words = np.zeros(int(first[-1]), dtype=np.uint64)
    left = np.maximum(_WORD - stop, 0).astype(np.uint64)
    right = np.maximum(stop - _WORD, 0).astype(np.uint64)
    firsts = np.flatnonzero(np.diff(place, prepend=-1))
    if len(firsts):
        words[place[firsts]] = np.bitwise_or.reduceat(codes.word << left >> right, firsts)
    over = np.flatnonzero(stop > _WORD)
    words[place[over] + 1] |= codes.word[over] << (2 * _WORD - stop[over]).astype(np.uint64)
    data = words.astype(">u8").tobytes()
    runs = zip((first[:-1] << 3).tolist(), ((bits + 7) >> 3).tolist(), strict=True)
    return [_with_header(data[begin : begin + size]) for begin, size in runs]


def _with_header(data: bytes) -> bytes:
    return _header(data) + data


def _header(data: bytes) -> bytes:
    return bytes((MAGIC, *(len(data) + HEADER).to_bytes(3, "big"))) + zlib.adler32(data).to_bytes(4, "big")


class Reader:
    """Takes numbers off the front of a file of bits."""

    def __init__(self, data: bytes) -> None:
        """ValueError where the file is not what was written."""
        if data[:HEADER] != _header(data[HEADER:]):
            raise ValueError("not a whole file of bits")
        self._bits = int.from_bytes(data[HEADER:], "big")
        self._left = 8 * (len(data) - HEADER)

    def bits(self, size: int) -> int:
        """Take that many bits as a number."""
        self._left -= size
        return self._bits >> self._left & (1 << size) - 1

    def _zeros(self) -> int:
        """Count the zeros up to the next one; at most LONGEST_UNARY are looked at."""
        seen = self._bits >> max(self._left - LONGEST_UNARY, 0) & (1 << min(LONGEST_UNARY, self._left)) - 1
        return min(LONGEST_UNARY, self._left) - seen.bit_length()

    def rice(self, k: int) -> int:
        """Take a number as `rice` wrote it."""
        zeros = self._zeros()
        if zeros == LONGEST_UNARY:
            self._left -= zeros
            return self.bits(ESCAPED)
        self._left -= zeros + 1
        return zeros << k | self.bits(k)

    def golomb(self, k: int) -> int:
        """Take a number as `golomb` wrote it."""
        zeros = self._zeros()
        self._left -= zeros
        return self.bits(zeros + 1 + k) - (1 << k)
