"""Queries with what both engines must answer, over a small archive of invented articles."""

from collections.abc import Sequence

from jianbao.model.search import NameKind, SearchDocument, SearchName
from tests.unit.index.search.specimens import document

LIQUOR = SearchName("酱酒", NameKind.TOPIC, "topics/liquor/")
RENHUAI = SearchName("仁怀", NameKind.PLACE, "counties/renhuai/", full="仁怀市", former=("仁怀县",))
BOZHOU = SearchName("播州", NameKind.PLACE, "counties/bozhou/", full="播州区", former=("遵义县",), aliases=("乌江镇",))
WANG = SearchName("王一", NameKind.REPORTER, "people/王一/")


def word(text: str) -> SearchName:
    return SearchName(text, NameKind.WORD)


ARCHIVE: Sequence[SearchDocument] = [
    document("a", "仁怀酱香型白酒走俏重庆", names=[LIQUOR, RENHUAI, word("酱香"), word("重庆"), word("酱酒")]),
    document("b", "仁怀市的酱香，银行与音韵", names=[RENHUAI, word("酱香"), word("银行"), WANG]),
    document("c", "播州区修路，重庆客人来。行动与重量", names=[BOZHOU, word("重庆"), word("行动"), word("重量")]),
    document("d", "西安的绿茶，鲜花与头发，乾隆年间", names=[word("西安"), word("绿茶"), word("头发"), word("鲜")]),
    document("e", "任怀的酱相不在别处", names=[word("酱相"), word("5G基站")]),
]

RARE: Sequence[SearchDocument] = [
    document("often", "鳛水，鳛水，鳛水"),
    document("once", "鳛水，河水，河水"),
    document("several", "鳛水，有水，河水"),
]
"""A character in few articles, always in front of the same one."""

SUGGESTED: Sequence[tuple[str, Sequence[str]]] = [
    ("", []),
    ("遵义 ", []),
    ("仁", ["仁怀"]),
    ("仁怀市", ["仁怀市 of 仁怀"]),
    ("遵义县", ["播州 < 遵义县"]),
    ("遵義縣", ["播州 < 遵义县"]),
    ("乌江", ["乌江镇 of 播州"]),
    ("renhuai", ["仁怀"]),
    ("renh", ["仁怀"]),
    ("rh", ["仁怀"]),
    ("仁h", ["仁怀"]),
    ("白酒 jiang", ["酱香", "酱酒", "酱相"]),
    ('"jiangx', ["酱香", "酱相"]),
    ("-jx", ["酱香", "酱相"]),
    ("chongqing", ["重庆"]),
    ("zhongl", ["重量"]),
    ("yinhang", ["银行"]),
    ("xingdong", ["行动"]),
    ("xi'an", ["西安"]),
    ("xian", ["西安", "鲜"]),
    ("lücha", ["绿茶"]),
    ("LVC", ["绿茶"]),
    ("5g", ["5G基站"]),
    ("5gjz", ["5G基站"]),
    ("wy", ["王一"]),
    ("没有", []),
]
"""What is typed, and the names that come: `播州 < 遵义县`, once called so; `乌江镇 of 播州`, which lies in it."""

OTHERS: Sequence[tuple[str, Sequence[tuple[str, str, str, str]]]] = [
    ("仁怀", []),
    ("重慶", [("重庆", "traditional", "重慶", "重庆")]),
    ("頭髮 綠茶", [("头发 绿茶", "traditional", "頭髮 綠茶", "头发 绿茶")]),
    ("乾隆", []),
    ("無此詞", []),
    ("renhuai jiangxiang", [("仁怀 酱香", "pinyin", "renhuai jiangxiang", "仁怀 酱香")]),
    ("renhuaijiangxiang", [("仁怀 酱香", "pinyin", "renhuaijiangxiang", "仁怀 酱香")]),
    ("ren huai jiang xiang", [("仁怀 酱香", "pinyin", "ren huai jiang xiang", "仁怀 酱香")]),
    ("re nhuai", []),
    ("jiangxiang", [("酱香", "pinyin", "jiangxiang", "酱香"), ("酱相", "pinyin", "jiangxiang", "酱相")]),
    ("仁怀 Jiangxiang", [("仁怀 酱香", "pinyin", "Jiangxiang", "酱香")]),
    ("chongqing wifi -bozhou", []),
    ("chongqing -播州", [("重庆 -播州", "pinyin", "chongqing", "重庆")]),
    ("xi'an lvcha", [("西安 绿茶", "pinyin", "xi'an lvcha", "西安 绿茶")]),
    ("chongqing 西安", []),
    ("遵义县", [("播州区", "former", "遵义县", "播州区")]),
    ("遵義縣 修路", [("播州区 修路", "former", "遵義縣", "播州区")]),
    ("仁怀县酱香", []),
    ("5G", []),
    ("", []),
]
"""A query, and others that are offered: query, kind, from, to."""
