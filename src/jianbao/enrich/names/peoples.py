"""Names of Tibetans and Mongols, which have no surname: they are made of a few words, and written without a point."""

import re

from jianbao.enrich.language.nouns import WordClass
from jianbao.enrich.language.passages import Passage

_WORDS = frozenset(
    """
    扎西 次仁 平措 彭措 卓玛 拉姆 旺堆 尼玛 达娃 巴桑 边巴 普布 格桑 洛桑 白玛 赤林 赤列 罗布 多吉 多杰 旺姆 央金 仁增
    索朗 索南 桑杰 群培 丹增 丹巴 德吉 曲珍 央宗 次旦 次珍 坚赞 坚参 嘉措 加措 顿珠 占堆 强巴 向巴 旦增 益西 贡布 米玛
    拉巴 晋美 仁青 仁钦 阿旺 土登 昂旺 嘎玛 噶玛 才让 才旦 完玛 卓嘎 措姆 朗杰 云丹 登巴 泽仁 泽朗 热杰 欧珠 旺久 旺扎
    尕布 确吉 杰布 其其格 格日勒 巴特尔 特木尔 铁木尔 毕力格 乌力吉 朝格图 那日苏 图雅 高娃 娜仁 斯琴 苏和 呼和 布和
    布赫 乌云 孟和 孟克 那顺 萨仁 宝音 敖登 额尔德尼 吉日嘎拉 阿拉坦 乌日娜 通拉嘎
    """.split()  # noqa: SIM905
)
_ALTERNATIVES = "|".join(sorted(_WORDS, key=len, reverse=True))
_NAME = re.compile(f"(?:{_ALTERNATIVES}){{2,3}}")
_ONE = re.compile(_ALTERNATIVES)
_TWO = re.compile("[\u4e00-\u9fd5]{2}")
_PLACES = re.compile("[县乡镇村寺湖山州区市盟旗苏泊街路]")
_FIRST = frozenset("扎嘎噶旺洛索卓央呼")
"""By themselves they are a word to the segmenter: 扎|西平|措."""


def may_begin(word: str) -> bool:
    """Whether such a name may begin with a word."""
    return word in _FIRST or word[:2] in _WORDS or word[:3] in _WORDS or word[:4] in _WORDS


def name_at(passage: Passage, start: int, is_sure: bool, word_class: WordClass) -> str:  # noqa: FBT001
    """The name that begins at an offset, of two words at least, or of one where something else speaks for it."""
    match = _NAME.match(passage.text, start) or (_ONE.match(passage.text, start) if is_sure else None)
    if match is None:
        return ""
    end = match.end()
    number = passage.word_at(end)
    # 扎西|达结, 晋美旺措: what the segmenter does not know goes on with the name.
    behind = passage.offsets[min(number + (passage.offsets[number] == end), len(passage.words))]
    rest = passage.text[end:behind]
    kind = word_class(rest)
    if _TWO.fullmatch(rest) and match[0] in _WORDS and (not kind or kind.startswith("nr")):
        end = behind
    return "" if _PLACES.match(passage.text, end) else passage.text[start:end]
