"""The characters of a page as arrays, so that lines are measured by whole-page operations."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np
import numpy.typing as npt

HEAD_CAP = 600
TAIL_CAP = 200
"""What is looked at of a line: paragraphs beyond 800 characters are cut in the middle, which keeps a line of a million
characters as cheap as any other; nothing that tells lines apart was seen to stand there."""

INDENT_CAP = 64
"""Columns of indent that are told apart."""


class CharClass(IntEnum):
    """What a character is to a typesetter."""

    SPACE = 0
    HAN = 1
    DIGIT = 2
    LATIN = 3
    STOP = 4
    COMMA = 5
    COLON = 6
    QUOTE_OPEN = 7
    QUOTE_CLOSE = 8
    BRACKET_OPEN = 9
    BRACKET_CLOSE = 10
    DASH = 11
    ELLIPSIS = 12
    DOT = 13
    BULLET = 14
    OTHER = 15


_MEMBERS: tuple[tuple[CharClass, str], ...] = (
    (CharClass.SPACE, " \t\r\n\u3000\xa0\u200b\ufeff"),
    (CharClass.DIGIT, "0123456789０１２３４５６７８９%％"),
    (CharClass.STOP, "。！？!?．"),
    (CharClass.COMMA, "，、；,;"),
    (CharClass.COLON, "：:"),
    (CharClass.QUOTE_OPEN, "“‘「『"),
    (CharClass.QUOTE_CLOSE, "”’」』"),
    (CharClass.BRACKET_OPEN, "（《【〈〔([｛"),
    (CharClass.BRACKET_CLOSE, "）》】〉〕)]｝"),
    (CharClass.DASH, "—–-－~～"),
    (CharClass.ELLIPSIS, "…"),
    (CharClass.DOT, "·•・."),
    (CharClass.BULLET, "●■▲◆□▶►▼★☆※◎○△◇▪①②③④⑤⑥⑦⑧⑨⑩"),
)

_HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x32000))
_PLANES = 0x32000
"""Code points with an entry of their own; those above count as OTHER."""


@cache
def class_table() -> npt.NDArray[np.uint8]:
    """Class of each code point below 0x32000."""
    table = np.full(_PLANES, CharClass.OTHER, np.uint8)
    for low, high in _HAN_RANGES:
        table[low:high] = CharClass.HAN
    for start in (ord("A"), ord("a"), ord("Ａ"), ord("ａ")):
        table[start : start + 26] = CharClass.LATIN
    for kind, members in _MEMBERS:
        table[[ord(character) for character in members]] = kind
    return table


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page, without their indents, end to end. `n` lines, `m` characters after the caps."""

    codes: npt.NDArray[np.uint32]
    """(m,) code points."""
    classes: npt.NDArray[np.uint8]
    """(m,) `CharClass` of each."""
    starts: npt.NDArray[np.int64]
    """(n,) where each line begins in `codes`."""
    lengths: npt.NDArray[np.int64]
    """(n,) characters of each line in `codes`, at least 1."""
    line_of: npt.NDArray[np.int64]
    """(m,) the line that each character stands in."""
    full_lengths: npt.NDArray[np.int64]
    """(n,) characters of each line before the caps, white space at the ends not counted."""
    indents: npt.NDArray[np.int64]
    """(n,) columns of white space in front; an ideographic space counts two."""


def _indent(text: str) -> int:
    if not text[:1].isspace():
        return 0
    lead = text[:INDENT_CAP]
    lead = lead[: len(lead) - len(lead.lstrip())]
    return len(lead) + lead.count("\u3000") + 3 * lead.count("\t")


def read(texts: Sequence[str]) -> PageText:
    """Turn lines into arrays. A line of white space alone counts as one space."""
    bare = [text.strip() or " " for text in texts]
    capped = [text if len(text) <= HEAD_CAP + TAIL_CAP else text[:HEAD_CAP] + text[-TAIL_CAP:] for text in bare]
    codes = np.frombuffer("".join(capped).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, capped), np.int64, len(capped))
    # Where nothing was stripped, the same text came back.
    indents = [0 if cut is text else _indent(text) for text, cut in zip(texts, bare, strict=True)]
    return PageText(
        codes=codes,
        classes=class_table()[np.minimum(codes, _PLANES - 1)],
        starts=np.cumsum(lengths) - lengths,
        lengths=lengths,
        line_of=np.repeat(np.arange(len(capped)), lengths),
        full_lengths=np.fromiter(map(len, bare), np.int64, len(bare)),
        indents=np.array(indents, np.int64),
    )


def regrouped(page: PageText, firsts: npt.NDArray[np.int64]) -> PageText:
    """The same characters in fewer lines; `firsts` are the numbers of the lines that begin one, from 0, ascending."""
    lengths = np.add.reduceat(page.lengths, firsts)
    return PageText(
        codes=page.codes,
        classes=page.classes,
        starts=page.starts[firsts],
        lengths=lengths,
        line_of=np.repeat(np.arange(len(firsts)), lengths),
        full_lengths=np.add.reduceat(page.full_lengths, firsts),
        indents=page.indents[firsts],
    )
