"""Whether a phrase can be what a number with its unit counts: rather no figure than a false one."""

import re

from jianbao.enrich.figures.subjects import Phrase, is_of_persons
from jianbao.enrich.language.lexicon import CLOSERS, OPENERS, PERSONS, TANGIBLE
from jianbao.enrich.language.nouns import WordClass, word_at
from jianbao.enrich.language.passages import Passage
from jianbao.enrich.language.quantities import Measure, Quantity

_MONEY = frozenset({"元", "美元", "欧元", "日元", "港元", "英镑", "卢布", "韩元", "澳元", "加元", "新元"})
_COUNTS_OF_PERSONS = frozenset({"人", "人次", "名", "户", "位"})
_LENGTHS = frozenset({"米", "公里", "厘米", "毫米", "海里"})
_AGENTS = (*PERSONS, "企业", "公司", "银行", "政府", "部门", "机构", "单位", "医院", "学校", "国家", "地区", "集团")
"""Pay and get money, and are none: 清欠民营和中小企业|6000亿元."""
_AWAY = frozenset({"距", "离", "相距"})
_COUNTED_ENDS = re.compile(
    "[，。；：！？、）)”’》,;]|$|(?:以[上下]|左右|之多)(?![\u4e00-\u9fd5])|和|与|及|其中|\\d|\\s"
)
"""What stands behind a count whose noun stands before it: 问题36个，."""
_VERBS_BEHIND = re.compile("[参出列到入获被在已均都共]|死|受")
_MEASURES = re.compile(".*(?:率|需求|流量|收入)|情况|程度|水质|用[水电]")
"""What is not counted in pieces: 15家养殖户|用水需求, 10个路口|人流量."""
_DIMENSION = re.compile("(?<![全总身周])[长宽高深厚](?:约|达|近|逾|超|为|各)?$")
_SEVERAL = re.compile("[米里][长宽高深厚]")
_SPANS = ("高度", "长度", "距离", "里程")
_STANDING = re.compile("(?:[在从至到距离]|位于|地处)(?:约|近)?$")
_APART = re.compile("[距离][^，。；：、]{0,10}$")
_CIRCA = re.compile("左右|以[上下]|上下|之间|[，。；：！？、）)]|$")
_OF_WORKS = frozenset("台辆艘架座栋篇部本册条项件枚颗株棵幅首")
_READERS = tuple("读者 作者 观众 群众 学生 教师 患者 人员 干部 专家 记者 游客 职工 代表".split())  # noqa: SIM905
"""Are not counted as things are: 3篇读者|来稿."""
_LONGEST_LEAD = 4
_OF_THINGS = TANGIBLE - {"名", "位"}
_LONGEST_DISTANCE = 12
_SHARE_ENDS = frozenset("率比例重度占额量值数价资入幅积权息性本利")
_HEADS = {"所": re.compile(".*(?:[校院所馆园房狱]|大学|机构|中心|学堂)")}
"""What some classifiers must have: no 1500所|全国中小学文化艺术."""


def fits_before(passage: Passage, phrase: Phrase, quantity: Quantity, word_class: WordClass) -> bool:
    """Whether the phrase in front of a number can be what is counted."""
    last = passage.words[phrase.end - 1]
    if last not in _SPANS and not _AWAY.isdisjoint(passage.words[phrase.first : phrase.end]):
        return False
    if quantity.measure is Measure.COUNT:
        return _fits_count(passage, phrase, quantity, word_class)
    if quantity.unit in _LENGTHS and not _fits_length(passage, phrase, quantity):
        return False
    pays = quantity.unit in _MONEY and last.endswith(_AGENTS)
    is_only = phrase.end - phrase.first == 1 and not _CIRCA.match(passage.text, quantity.end)
    is_name = word_class(last) == "ns" or (is_only and word_class(last) in {"nr", "nrt"})
    adjacent = phrase.end == passage.word_at(quantity.start)
    return not (pays or is_name or (adjacent and _modifies(passage, quantity.end, word_class)))


def _fits_count(passage: Passage, phrase: Phrase, quantity: Quantity, word_class: WordClass) -> bool:
    of_persons = quantity.unit in _COUNTS_OF_PERSONS
    if of_persons and quantity.unit != "户" and not is_of_persons(passage, phrase, word_class):
        return False
    if quantity.unit == "次" and not _is_done(passage, phrase, word_class):
        return False
    ends = _COUNTED_ENDS.match(passage.text, quantity.end) is not None
    return ends or (of_persons and _goes_on(passage, quantity.end, word_class))


def _fits_length(passage: Passage, phrase: Phrase, quantity: Quantity) -> bool:
    if passage.words[phrase.end - 1] in {"男子", "女子"} or _stands_at(passage.text, quantity):
        return False
    return _CIRCA.match(passage.text, quantity.end) is not None


def is_measure(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is what a share can be of: 复工率, not 交通等行业|已超95%."""
    return passage.words[phrase.end - 1][-1] in _SHARE_ENDS


def _goes_on(passage: Passage, offset: int, word_class: WordClass) -> bool:
    """Whether the sentence goes on with what those who were counted do: 组成人员168人|出席会议."""
    word = word_at(passage, passage.word_at(offset))
    return bool(word) and (word_class(word)[:1] in {"v", "d", "p", "i", "c"} or _VERBS_BEHIND.match(word) is not None)


def _is_done(passage: Passage, phrase: Phrase, word_class: WordClass) -> bool:
    """Whether a phrase can be what is counted in times: 走访|企业1500余次, 播放量9548万次, but not 措施30次."""
    last, verb = passage.words[phrase.end - 1], word_at(passage, phrase.first - 1)
    acts = any(word_class(word).startswith("v") for word in (last, verb))
    return acts or last[-1] in {"量", "数"}


def _modifies(passage: Passage, offset: int, word_class: WordClass) -> bool:
    """Whether an amount belongs to the noun behind it and not to the one right before: 石化|2000万吨|年炼化项目."""
    word = word_at(passage, passage.word_at(offset))
    return (
        word.isalpha() and word_class(word)[:1] in {"n", "m", "b", "j"} and _CIRCA.match(passage.text, offset) is None
    )


def _stands_at(text: str, quantity: Quantity) -> bool:
    """Whether a length is one of several dimensions (长60米|宽3米), or says where (在|1400米|深海)."""
    lead = text[max(0, quantity.start - _LONGEST_LEAD) : quantity.start]
    ends = _CIRCA.match(text, quantity.end) is not None
    if _DIMENSION.search(lead):
        return not ends or _SEVERAL.search(lead) is not None
    if _APART.search(text, max(0, quantity.start - _LONGEST_DISTANCE), quantity.start):
        return not lead.endswith(_SPANS)
    return not ends and _STANDING.search(lead) is not None


def _is_of_what_is_counted(word: str, quantity: Quantity, word_class: WordClass) -> bool:
    """Whether a word tells of those who are counted: 15家养殖户|用水需求, 48家俱乐部|主席斯蒂芬."""
    is_person = word in {"主席", "总统"} or word_class(word) in {"nr", "nrt"}
    return _MEASURES.fullmatch(word) is not None or (is_person and quantity.unit in _OF_THINGS)


def fitting_behind(passage: Passage, phrase: Phrase, quantity: Quantity, word_class: WordClass) -> Phrase | None:
    """The phrase behind a number without what only tells of it (15家养殖户|用水需求); None where it cannot be."""
    end = phrase.end
    if quantity.unit in TANGIBLE or quantity.unit == "个":
        while end - phrase.first > 1 and _is_of_what_is_counted(passage.words[end - 1], quantity, word_class):
            end -= 1
    if quantity.unit in _OF_WORKS and passage.words[end - 1].endswith(_READERS):
        return None
    if word_at(passage, phrase.first - 1) in set(OPENERS) and word_at(passage, phrase.end) not in set(CLOSERS):
        # 设立15亿元“抗击疫情|综合保障基金”.
        return None
    head = _HEADS.get(quantity.unit)
    if head and not head.fullmatch(passage.words[end - 1]):
        return None
    if quantity.unit in _LENGTHS and _stands_at(passage.text, quantity):
        return None
    return Phrase(phrase.first, end)
