"""Likely slips of the scan or the typist: found and told, never mended, for the text is kept as it is.

One row of the table is one kind of slip. A row must be right nearly always where nothing is wrong with the text: how
often these speak up on clean newspaper pages is measured in tests/eval.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.model.digest import Article, Block, Role
from jianbao.parse.fields.surnames import is_name
from jianbao.text.chars import HAN

_DIGITS = "一二三四五六七八九〇"


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in a block where the text is likely not what was printed."""

    block: int
    """Index into `Article.blocks`."""
    start: int
    """Offset into the block's text."""
    found: str
    """The characters as they stand."""
    message: str
    suggestion: str
    """What to write instead; empty where only a look at the page can tell."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A pattern whose matches are slips, and how to write them."""

    pattern: re.Pattern[str]
    message: str
    mend: Callable[[str], str]


def _item(length: int) -> str:
    """A pattern for an item of a list; what 一 counts or forms a word with is none: 一天, 一起, 一千."""
    return rf"(?![天年次个点定样起致直般切步体种些条家人代批百千十流下])[{HAN}]{{{length}}}"


def _halved(text: str) -> str:
    return "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in text)


_FULL_STOPS = str.maketrans(",;:?!", "，；：？！")

_KINDS = (
    _Kind(
        # 2025一2030年, 第3一5名: 一 between two numbers is no numeral.
        re.compile(r"\d{1,4}[%℃年月日]?一\d{1,4}"),
        "一 between two numbers is likely a dash",
        lambda text: text.replace("一", "—"),
    ),
    _Kind(
        # “选拔一培育一激励”: items of the same length, and nothing else, between quotation marks.
        re.compile(
            rf"(?<=[“‘《（])(?:{_item(2)}(?:一{_item(2)}){{2,4}}|{_item(3)}(?:一{_item(3)}){{2,4}}|{_item(4)}(?:一{_item(4)}){{2,4}})(?=[”’》）])"
        ),
        "一 between the items of a list is likely a dash",
        lambda text: text.replace("一", "—"),
    ),
    _Kind(
        # 一一青溪县发展茶产业纪实 at the head of a line; 一一列举 is a word.
        re.compile(r"^一一(?![对列道回落解介作说应记给相])"),
        "一一 at the head of a line is likely a dash",
        lambda _: "——",
    ),
    _Kind(re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:[．％][０-９]*)*"), "full-width letters or digits", _halved),
    _Kind(
        # 二O二五年, 二0二五年: other round characters in the place of 〇.
        re.compile(rf"(?<![{_DIGITS}])(?=.{{1,3}}[OoＯ0０○◯])[一二][{_DIGITS}OoＯ0０○◯]{{3}}(?=年)"),
        "a year with a letter or digit for 〇",
        lambda text: re.sub("[OoＯ0０○◯]", "〇", text),
    ),
    _Kind(
        re.compile(r"(?<![A-Za-z\d])(?:\d+[OolI]\d*|[OolI]\d+)(?=[年月日时元万亿%％个名])"),
        "a letter in a number",
        lambda text: text.translate(str.maketrans("OolI", "0011")),
    ),
    _Kind(
        re.compile(rf"(?<=[{HAN}”》）])[,;:?!](?=[{HAN}“《（])"),
        "half-width punctuation between Chinese characters",
        lambda text: text.translate(_FULL_STOPS),
    ),
    _Kind(re.compile(r"[，、；：]{2,}|。[，、；：。]+|[，、；：]+。"), "two marks where one must be", lambda _: ""),
    _Kind(re.compile("[\ufffd\ue000-\uf8ff]+"), "characters that could not be read", lambda _: ""),
)
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("【", "】"), ("「", "」"), ("『", "』"))
# 记者 徐 华蔚: one character and then two are one name; padding puts a space between two characters only.
_TORN_NAME = re.compile(
    rf"(?:记者|通讯员)[ \xa0]?([{HAN}][ \xa0][{HAN}]{{2}}|[{HAN}]{{2}}[ \xa0][{HAN}])(?=[、，）)]|$)"
)
_BYLINE_AT = 90
"""Characters of a paragraph among which its reporters are named."""
_DEEDS = ("摄", "文", "图")


def find_slips(article: Article) -> tuple[Slip, ...]:
    """All likely slips of an article, in the order of its text."""
    slips = [slip for index, block in enumerate(article.blocks) for slip in _in_block(index, block)]
    slips += [slip for pair in _PAIRS for slip in _unpaired(article.blocks, *pair)]
    return tuple(sorted(slips, key=lambda slip: (slip.block, slip.start)))


def line_of(block: Block, start: int, texts: Sequence[str]) -> int:
    """The line of the file that an offset of a block stands on; `texts` are the lines of the block, marks taken off."""
    place = 0
    for number, text in zip(block.lines, texts, strict=True):
        piece = text.strip()
        place = max(block.text.find(piece, place), place) + len(piece)
        if start < place:
            return number
    return block.lines[-1]


def _in_block(index: int, block: Block) -> Iterator[Slip]:
    for kind in _KINDS:
        for match in kind.pattern.finditer(block.text):
            yield Slip(index, match.start(), match.group(), kind.message, kind.mend(match.group()))
    for match in _TORN_NAME.finditer(block.text[:_BYLINE_AT] if block.role is Role.PARAGRAPH else block.text):
        name = "".join(match[1].split())
        if is_name(name) and not name.endswith(_DEEDS):
            yield Slip(index, match.start(1), match[1], "a name with a space in it", name)


def _unpaired(blocks: Sequence[Block], opening: str, closing: str) -> Iterator[Slip]:
    """Quotes and brackets without their other half.

    A quotation of several paragraphs opens each of them and closes the last; verse in quotation marks opens its first
    line and closes its last. So what a later block closes is no slip, nor is what the next block opens again.
    """
    open_slips: list[Slip] = []
    for index, block in enumerate(blocks):
        if opening not in block.text and closing not in block.text:
            continue
        waiting: list[int] = []
        for place, char in enumerate(block.text):
            if char == opening:
                waiting.append(place)
            elif char == closing and waiting:
                waiting.pop()
            elif char == closing and open_slips:
                open_slips.pop()
            elif char == closing:
                yield Slip(index, place, closing, f"{closing} without {opening}", "")
        follows = index + 1 < len(blocks) and blocks[index + 1].text.lstrip().startswith(opening)
        if waiting and not follows:
            open_slips.append(Slip(index, waiting[-1], opening, f"{opening} without {closing}", ""))
    yield from open_slips
