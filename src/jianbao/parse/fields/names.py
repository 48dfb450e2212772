"""Who wrote it: the names in a byline such as `（丛奎丽 记者 向婧 摄影报道）`, and the outlet of its reporters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.parse.fields.surnames import is_compound, is_name
from jianbao.text.chars import HAN
from jianbao.text.words import inverse_document_frequency, is_listed, segmenter

LONGEST_BYLINE = 90
"""Characters that a byline has at most; the longest seen, a report of a dozen reporters, has about 80."""

_PARENTHESES = "（()）【】[]〔〕"
_ORNAMENTS = "□■◎●○◆◇▲△★☆※*/|／｜▍▌丨"
# Everything up to the end of the last title in a word; the outlet or a modifier stands in front of it.
_TITLE = re.compile(r"(.{0,40})(?:特约通讯员|特约作者|记者|通讯员|评论员|实习生|特派员|撰稿人|撰稿|作者)")
# Words between the outlet and the title, or alone before it: 见习记者, 全媒体记者, 摄影记者, 驻巴西记者.
_MODIFIERS = re.compile(rf"(?:全媒体|融媒体|融媒|见习|实习|特约|首席|高级|摄影|文字|特派|驻[{HAN}]{{1,8}}|前方)+$")
# 综合 says that several reports became one: 综合本报记者王强、李四报道.
_GATHERED = "综合"
_ACTION = re.compile(
    r"(?:摄影报道|综合报道|综合整理|整理报道|采访整理|采访报道|参[与加](?:采写|采访|报道|整理)|摄影|拍摄|航拍|供图|制图|绘图|插图|漫画"
    r"|撰文|供稿|采写|采访|报道|整理|编译|综合|图文|文并摄|摄|文|图)$"
)
# 文/图 and 文并摄 sign a text with its pictures; these sign a picture alone.
_PICTURES = re.compile(r"(?<!文并)摄|拍摄|航拍|供图")
# What no byline with a title or an activity is without: a cheap look before the thorough one.
_HINT = re.compile(r"记者|员|实习生|作者|撰|摄|文|图|报道|整理|编译|综合|采写")
# A name may itself end in one of these: they are taken off a name of four characters only, and stand alone otherwise.
_DOUBTFUL_ENDINGS = {"文", "图"}
_OUR_OWN = {"", "本报", "本社", "本刊", "本网", "本台", "本站", "我报"}
_OUTLET = re.compile(
    rf"(?!作者)[《“]?[{HAN}A-Za-z0-9]{{0,14}}(?:报|社|网|台|刊|新闻|客户端|融媒体中心|融媒|传媒|杂志|电视|频道|媒体)[》”]?"
)
_PAPER = re.compile("(?:[日晚晨早时]|都市)报$|新闻网$|电视台$|客户端$")
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,12}}(?:[·•・][{HAN}]{{1,12}})+")
_PART_OF_NAME = re.compile(rf"[{HAN}]{{1,2}}")
# 和 and 及 stand between names of two characters or more; they may also be in one: 王和平.
_SEPARATORS = re.compile(rf"[、，,；;:：/／]|(?<=[{HAN}]{{2}})[和及](?=[{HAN}]{{2}})")
_NO_NAMES = {
    "图片",
    "新闻",
    "本报",
    "特约",
    "综合",
    "摄影",
    "手记",
    "观察",
    "调查",
    "见闻",
    "来信",
    "札记",
    "点评",
    "全文完",
}
_LONGEST_PLAIN_NAME = 4
_COMMON, _RARE = 9.5, 13
"""Inverse document frequency below which what the dictionary takes for a name is none (黄金周 has 7.6, 石磊 11.3), and
above which what it takes for a term may be one (柯文 has 13.9)."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline, read."""

    names: tuple[str, ...]
    """In the order of print, padding taken out (`王　强` is 王强)."""
    outlet: str | None
    """The paper or agency that a reporter belongs to; None for the paper's own (本报记者) and where none is named."""
    titled: bool
    """A title such as 记者 or an activity such as 摄 was there: it cannot be anything but a byline."""
    pictured: bool = False
    """It tells who took a picture, and not only that text and picture are by the same."""


def read_byline(text: str) -> Byline | None:
    """Read a text that is a byline and nothing else, perhaps in parentheses; None if it is anything else."""
    if len(text) > LONGEST_BYLINE or "。" in text:
        return None
    reader = _Reader()
    inner = text.strip().strip(_PARENTHESES + _ORNAMENTS)
    for group in _SEPARATORS.split(inner):
        for word in group.split():
            if not reader.take(word.strip(_PARENTHESES + _ORNAMENTS)):
                return None
        if not reader.close_group():
            return None
    if not (reader.names or reader.titled):
        return None
    return Byline(tuple(dict.fromkeys(reader.names)), reader.outlet, reader.titled, reader.pictured)


class _Reader:
    """Takes the words of a byline one by one and keeps what they were."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.outlet: str | None = None
        self.titled = False
        self.pictured = False
        self._surname = ""

    def take(self, word: str) -> bool:
        """Read one word; False if it has no place in a byline."""
        word = self._take_title(word)
        if not word:
            return True
        if self._surname and word in _DOUBTFUL_ENDINGS:
            return self._take_name(word)
        if self._surname and word[1:] in _DOUBTFUL_ENDINGS:
            # Only names of two characters are padded, so what follows the second is no part of the name: 曹　一图.
            self.titled = True
            return self._take_name(word[0])
        stem = _without_action(word)
        self.titled = self.titled or stem != word
        self.pictured = self.pictured or _PICTURES.search(word[len(stem) :]) is not None
        return self._take_name(stem) if stem else True

    def close_group(self) -> bool:
        """End a group of words that separators enclose; a lone character in it can be no name."""
        closed = not self._surname
        self._surname = ""
        return closed

    def _take_title(self, word: str) -> str:
        """Read up to the end of the last title in a word, and return what is left: a name, or nothing."""
        found = _TITLE.match(word)
        if found is None:
            return word
        before = _MODIFIERS.sub("", found[1].removeprefix(_GATHERED))
        if before not in _OUR_OWN and not _OUTLET.fullmatch(before):
            return word
        self.titled = True
        if before not in _OUR_OWN:
            self.outlet = self.outlet or before.strip("《》“”")
        return word[found.end() :]

    def _take_name(self, word: str) -> bool:
        if self._surname:
            whole, self._surname = self._surname + word, ""
            self.names.append(whole)
            return _PART_OF_NAME.fullmatch(word) is not None
        if len(word) == 1 and _PART_OF_NAME.fullmatch(word):
            self._surname = word
            return True
        if _NAME.fullmatch(word) and word not in _NO_NAMES and not _PAPER.search(word):
            self.names.append(word)
            return True
        if _OUTLET.fullmatch(word):
            self.outlet = self.outlet or word.strip("《》“”")
            return True
        return False


def are_names(names: Sequence[str]) -> bool:
    """Whether words that stand by themselves, without title or activity, can be names, and are not all other words."""
    return all(map(is_name, names)) and not all(map(_is_word, names))


def is_no_word(name: str) -> bool:
    """Whether the dictionary neither knows a name nor can make it of words that it knows: 张晓云, but not 向未来."""
    if is_compound(name):
        return True
    cutter = segmenter()
    *before, last = cutter.cut(name)
    return not is_listed(name) and not cutter.word_class(last) and all(len(word) == 1 for word in before)


def _is_word(name: str) -> bool:
    """Whether what may be a name is known as something else: 高铁站, 张家口 (a person to the dictionary)."""
    cutter = segmenter()
    first, *rest = cutter.cut(name)
    kind = cutter.word_class(first)
    if rest:
        return len(first) > 1 and not kind.startswith("nr") and bool(kind) and not is_compound(name)
    return bool(kind) and inverse_document_frequency(name) < (_COMMON if kind.startswith("nr") else _RARE)


def _without_action(word: str) -> str:
    """The word without what its bearer did at its end: 颖摄 is 颖, 杨立新文 is 杨立新."""
    found = _ACTION.search(word)
    if found is None:
        return word
    stem = word[: found.start()]
    doubtful = found.group() in _DOUBTFUL_ENDINGS and stem
    return word if doubtful and not (len(word) == _LONGEST_PLAIN_NAME and is_name(stem)) else stem


def is_byline(text: str) -> bool:
    """Whether a line is a byline beyond doubt: it names a title or an activity, and names, and nothing else."""
    byline = read_byline(text) if _HINT.search(text) else None
    return byline is not None and byline.titled and (bool(byline.names) or "记者" in text or "评论员" in text)
