"""Names in the order of pinyin, without a dictionary of readings.

The 3,755 characters of the first level of GB 2312 stand in the order of their pinyin, so their codes sort them.
Surnames that stand elsewhere, or are read otherwise than the character mostly is (曾, 单, 解), have a table.
"""

from bisect import bisect_right

_FIRST, _LAST = 0xB0A1, 0xD7F9
"""Codes of 啊 and 座."""
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_BEGINNINGS = (0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
               0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1)  # fmt: skip
"""Code of the first character that each letter begins."""
_SOUNDS_LIKE = {
    surname: pair[-1]
    for pair in """
    卜补 岑曾 晁巢 谌陈 褚储 佟同 窦豆 郜告 盖葛 苟狗 妫归 炅贵 嵇机 郏夹 蒯快 阚看 邝矿 蔺吝 栾峦 逯录 郦立
    缪妙 宓密 闵敏 牟谋 糜迷 区欧 逄旁 邳皮 朴瓢 亓其 仇求 麴曲 瞿渠 璩渠 覃秦 芮瑞 单善 佘蛇 莘深 眭虽 邰台 郯谈
    滕疼 仝同 隗伟 邬乌 郗希 冼显 解谢 荀寻 闫严 鄢烟 晏彦 訚银 乜聂 郧云 恽运 昝攒 臧赃 曾增 查扎 翟摘 訾子
    仉掌 员运 撒萨 覃秦 么腰 乐月 邸底 庹妥 郄切 呙锅 酆风 奚西 竺逐 胥须
    """.split()  # noqa: SIM905 - a list of strings would be twice as long to read
    for surname in pair[0]
}
"""Surname → a character of the first level that is read as the surname is."""


def initial(name: str) -> str:
    """The letter that a name begins with in pinyin, or in Latin letters: `A` to `Z`; `#` where it has none."""
    first = name[:1].upper()
    if "A" <= first <= "Z":
        return first
    code = _codes(name[:1])[0] if name else 0
    return _LETTERS[bisect_right(_BEGINNINGS, code) - 1] if _FIRST <= code <= _LAST else "#"


def reading_key(name: str) -> tuple[tuple[int, ...], str]:
    """What sorts names of Han characters by pinyin: surname first, then the rest."""
    return _codes(name), name


def _codes(name: str) -> tuple[int, ...]:
    first = _SOUNDS_LIKE.get(name[:1], name[:1])
    return tuple(int.from_bytes(char.encode("gb2312", "replace")) for char in first + name[1:])
