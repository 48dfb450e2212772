"""The numbers that Word sets in front of paragraphs by itself: 一、 （一） 1. ①, which stand in no paragraph's text.

A list is a definition of levels (`w:abstractNum`); paragraphs name a list (`w:numId`) and a level (`w:ilvl`),
themselves or by their style. Source: ECMA-376 part 1, 17.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

_VAL = qn("w:val")
_BULLET = "•"
_LONGEST = 40
"""Characters in front of a paragraph, at most; hostile files have more."""
_DIGITS = "〇一二三四五六七八九"
_SIGNS: Mapping[str, str] = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting")
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int
    format: str
    """As the file calls it: `decimal`, `chineseCounting`, `bullet`, …"""
    text: str
    """What is shown, with `%1` for the number of the first level and so on."""


class Numbers:
    """The lists of a document, counted as its paragraphs are read one after the other."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels = _levels(root) if root is not None else {}
        self._counts: dict[str, list[int]] = {}

    def next(self, number_id: str, depth: int) -> str:
        """What stands in front of the next paragraph of a list; empty where the list is not known."""
        levels = self._levels.get(number_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(number_id, [])
        counts[depth + 1 :] = []
        while len(counts) <= depth:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (len(counts) == depth))
        counts[depth] += 1
        if level.format == "bullet":
            return _BULLET
        text = level.text[:_LONGEST]
        for place, count in enumerate(counts):
            text = text.replace(f"%{place + 1}", _written(count, levels[place].format if place in levels else ""))
        return text


def _levels(root: etree._Element) -> dict[str, dict[int, Level]]:
    """The levels of each list that paragraphs can name, by its id."""
    abstract = {
        one.get(qn("w:abstractNumId"), ""): {
            int(level.get(qn("w:ilvl"), "0")): _level(level) for level in one.iter(qn("w:lvl")) if _is_depth(level)
        }
        for one in root.iter(qn("w:abstractNum"))
    }
    lists = {}
    for number in root.iter(qn("w:num")):
        levels = dict(abstract.get(_value(number, "w:abstractNumId"), {}))
        for override in number.iter(qn("w:lvlOverride")):
            depth = int(override.get(qn("w:ilvl"), "0")) if _is_depth(override) else 0
            start = _value(override, "w:startOverride")
            if depth in levels and start.isdecimal():
                levels[depth] = Level(int(start), levels[depth].format, levels[depth].text)
        lists[number.get(qn("w:numId"), "")] = levels
    return lists


def _is_depth(node: etree._Element) -> bool:
    return node.get(qn("w:ilvl"), "0") in set("012345678")


def _level(node: etree._Element) -> Level:
    start = _value(node, "w:start")
    return Level(
        start=int(start) if start.isdecimal() and len(start) < len("10000000") else 1,
        format=_value(node, "w:numFmt") or "decimal",
        text=_value(node, "w:lvlText"),
    )


def _value(node: etree._Element, name: str) -> str:
    found = node.find(qn(name))
    return found.get(_VAL, "") if found is not None else ""


def _written(count: int, format_: str) -> str:
    """The number as a list of that format writes it."""
    signs = _SIGNS.get(format_, "")
    if 1 <= count <= len(signs):
        return signs[count - 1]
    if format_ in _CHINESE and 1 <= count < 100:  # noqa: PLR2004 - no list of a newspaper has more items
        return _chinese(count)
    if format_.endswith("Roman") and 1 <= count < 40:  # noqa: PLR2004 - as above
        roman = _roman(count)
        return roman.upper() if format_.startswith("upper") else roman
    if format_ == "decimalZero":
        return f"{count:02}"
    if format_ == "decimalFullWidth":
        return "".join(chr(ord("０") + int(digit)) for digit in str(count))
    return "" if format_ == "none" else str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written
