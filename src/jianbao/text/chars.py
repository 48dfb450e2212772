"""What kind of character this is, and how the lines of a newspaper become one text."""

import re
from itertools import pairwise

# Han as newspapers use it: the unified ideographs with extensions A and B–H, the compatibility ideographs, 〇 and 々.
HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_HAN = re.compile(f"[{HAN}]")
# A zero-width space or a byte-order mark in the middle of a text separates nothing a reader could see.
_SPACE = re.compile("[\\s\u200b\ufeff]+")
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LAST_LATIN = "\u024f"
# Marks after which Latin text goes on with a space: "… in Zunyi." + "The …".
_LATIN_STOP = frozenset(".,;:!?)\"'")


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return _HAN.match(char) is not None


def is_latin(char: str) -> bool:
    """Whether `char` is a letter of the Latin script as western European languages write it."""
    return _LATIN.match(char) is not None


def bare(text: str) -> str:
    """The text without any white space, ideographic, no-break and zero-width spaces included."""
    return _SPACE.sub("", text)


def trim(text: str) -> str:
    """The text without white space (as `bare` knows it) at its two ends."""
    return text.strip(_WHITE)


def join_lines(lines: tuple[str, ...]) -> str:
    """One text from the lines it was broken into.

    Each line is trimmed. A space stands between two Latin words, nothing between anything else: a hard-wrapped column
    cuts numbers (`15` + `00余次`) as it cuts Chinese words.
    """
    if len(lines) == 1:
        return trim(lines[0])
    pieces = [piece for piece in map(trim, lines) if piece]
    joined = pieces[:1]
    for before, piece in pairwise(pieces):
        first, last = piece[0], before[-1]
        if first <= _LAST_LATIN and is_latin(first) and (is_latin(last) or last in _LATIN_STOP):
            joined.append(" ")
        joined.append(piece)
    return "".join(joined)
