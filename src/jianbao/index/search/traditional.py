"""Simplified characters for traditional ones, for readers who write those: OpenCC's tables (Apache-2.0)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jianbao.index.search.table import compressed
from jianbao.text.simplified import opencc_rows

VARIANTS: Final = "traditional.bin"


@dataclass(frozen=True, slots=True)
class Variants:
    """Turns traditional text into simplified, the longest phrase first."""

    table: Mapping[str, str]
    """Characters, and the phrases in which they become something else."""
    longest: int

    def simplify(self, text: str) -> str:
        """Write the text in simplified characters; what is simplified already stays."""
        done = []
        at = 0
        while at < len(text):
            sizes = range(min(self.longest, len(text) - at), 1, -1)
            size = next((size for size in sizes if text[at : at + size] in self.table), 1)
            piece = text[at : at + size]
            done.append(self.table.get(piece, piece))
            at += size
        return "".join(done)


@lru_cache(maxsize=1)
def write_variants() -> bytes:
    """Pack the characters (`from` and `to`, in parallel) and the phrases that say otherwise, as gzipped JSON.

    Of the characters only those that Big5 has, of the simplified ones those of GBK: the rest are hardly typed. The same
    for every archive.
    """
    first = {traditional: simple for traditional, simple in opencc_rows("TSCharacters.txt") if len(traditional) == 1}
    table = {char: simple for char, simple in first.items() if char != simple and _has(char, simple)}
    by_characters = Variants(table, 1)
    phrases = {
        phrase: simple
        for phrase, simple in opencc_rows("TSPhrases.txt")
        if by_characters.simplify(phrase) != simple and _has(phrase, simple)
    }
    # Neighbours in the order of the simplified characters have similar bytes, which gzip likes.
    pairs = sorted(table.items(), key=lambda pair: (pair[1], pair[0]))
    columns = {"from": "".join(pair[0] for pair in pairs), "to": "".join(pair[1] for pair in pairs), "phrases": phrases}
    return compressed(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode())


def read_variants(text: str) -> Variants:
    """Read what `write_variants` wrote, unpacked."""
    columns = json.loads(text)
    table = {**dict(zip(columns["from"], columns["to"], strict=True)), **columns["phrases"]}
    return Variants(table, max(map(len, table), default=1))


def _has(traditional: str, simple: str) -> bool:
    return _encodes(traditional, "big5") and _encodes(simple, "gbk")


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
