"""What a number counts: the noun phrase behind it (24家企业) or before it (装机容量47.69万千瓦)."""

from collections.abc import Callable
from dataclasses import dataclass

from jianbao.enrich.passages import Passage
from jianbao.enrich.turns import behind_parenthesis

WordClass = Callable[[str], str]
"""The dictionary's class of a word; empty for one that it does not know."""

LONGEST = 16
"""Characters of a subject at most: what is longer has run over the end of a phrase."""

_NOUN_CLASSES = ("n", "an", "b", "j", "l", "eng", "s")
_TIME_WORDS = frozenset(
    """
    目前 如今 近年来 当前 去年 今年 年内 当年 同期 期间 当日 近日 时间 时候
    """.split()  # noqa: SIM905
)
_VERBS_AS_NOUNS = frozenset(
    """
    收入 支出 投资 贷款 出口 进口 进出口 消费 投入 补助 补贴 捐款 捐赠 消耗 产出 营收 存款 订单 储备 就业 减税 降费
    减税降费 占地 供给 供应 需求 销售 交易 融资 授信 增产 减产 增收 用电 发电 用水 充电 演出 签约 报名 培训 死亡 受伤
    失踪 遇难 获救 交付 发行 客运 货运
    """.split()  # noqa: SIM905 - a list of strings would be three times as long to read
)
"""Verbs to the dictionary that newspapers count."""

_PLAIN_NOUNS = frozenset(
    """
    选手 周期 设备 组织 装备 设施 工程 建筑 编制 补偿 报告 研究 保险 规划 标准 发明
    """.split()  # noqa: SIM905
)
"""Nouns that the dictionary takes for verbs."""

_NO_SUBJECT = frozenset(
    """
    以上 以下 左右 上下 以内 以来 之间 之多 大关 其中 其余 其他 同比 环比 地方 有关 相关 人均 户均 平均 分别 约合 全国
    全省 全市 全县 全区 全镇 全村 多地 国际 人民 抗疫 整体 总体 一共 全球 世界 国内 国外 海内外 我国 我省 我市 我县
    月份 当地 各地 合计 人民币 后者 前者 本报 本报讯 记者 部分 现场 时期 原因 一线
    """.split()  # noqa: SIM905
)
"""Nouns to the dictionary that are not what is counted."""

_REACHES = frozenset(
    """
    高 达 达到 已达 可达 高达 多达 突破 超过 超 逾 约 近 接近 不足 不到 共 共计 共有 有 为 是 至 到 已 累计 总计 合计 仅
    仅有 仅为 只有 增至 增加到 增长到 提升至 提升到 提高到 提高至 升至 降至 降到 降低到 减少到 上升到 扩大到 扩大至
    约为 大约 最高 最高达 最多 最低 至少 就 了 分别 将 也 还 均 均为 则 总 已有 已经 曾 曾经 可 可以 能 能够 稳定 保持
    维持 控制 在 实现 完成 由 从 全年 年 多
    """.split()  # noqa: SIM905
)
"""Words between a subject and its number."""
_REACHING = frozenset("达超逾约近共有为至到已仅将由从均稳在")
"""The segmenter, which does not know 由近 or 已近, may make one word of two of these."""

_OPENERS, _CLOSERS = "“‘《「", "”’》」"
_OPENING_PARENTHESES, _CLOSING_PARENTHESES = frozenset("（("), frozenset("）)")
_BEHIND_UNIT = ("以上的", "以下的", "左右的", "以上", "以下", "左右", "上下", "以内", "之多", "的")
_AND = frozenset("和 与 及 以及 、".split())  # noqa: SIM905
_MODIFIERS = frozenset(
    """
    在建 在岗 在校 在职 在研 参展 参赛 参会 参保 受灾 受伤 受访 获奖 上市 入选 入围 签约 达标 复工 援鄂 留守 失业 下岗
    退役 困难 定点 挂牌 帮扶 扶贫 配套 试点 入股 新增 新建 在册 注册 自主 主要 重要 重大 典型 优秀 优质 先进 新鲜 贫困
    脱贫 易地 搬迁 灵活 公益 便民 惠民 助农 改建 扩建 特别 到户 普遍 支援 救援 援助 服务 保障
    """.split()  # noqa: SIM905
)
"""Verbs and adjectives that stand before a noun as a kind of it: 在建项目, 参展作品."""
_SUFFIXES = frozenset("员者率量额度队团户站点师手生商店厂园区房车机船民工业权费金值数病线网库群")
"""Make a noun of the verb before them: 播放量, 宣讲员."""
_ACTS = frozenset(
    """
    参赛 参展 参加 参与 同台 竞技 到场 出席 上岗 返岗 落户 入驻 开工 复工 达标 获奖 入选 上学 就读 办理 侦查
    """.split()  # noqa: SIM905
)
"""Nouns to the dictionary that say, behind a noun, what those who were counted did."""
_PERSONS = tuple(
    """
    者 员 生 师 民 工 手 长 人 家 兵 官 士 客 友 众 童 孩 女 子 儿 干部 代表 同志 嘉宾 委员 教授 罪犯 专干 骨干 人才
    """.split()  # noqa: SIM905
)
"""What words that name persons end with."""
_OF_PERSONS = (
    *_PERSONS,
    "人口",
    "队伍",
    "数",
    "量",
    "对象",
    "规模",
    "就业",
    "名单",
    "病例",
    "死亡",
    "受伤",
    "失踪",
    "遇难",
    "获救",
)
"""What words that are counted in persons end with."""
_OF_SCALE = ("规模", "以上")
"""A fixed term of statistics: 规模以上企业."""
VAGUE = frozenset(
    "比例 比重 占比 总数 数量 总额 规模 总量 面积 金额 人数 总人数 产量 产值 增长率 增幅 水平".split()  # noqa: SIM905
)
"""Measures that say nothing without what they are said of."""
_FUNCTION_CHARACTERS = frozenset("距将把被向从对与以使让给并能每")
"""No name or term begins with these: what the segmenter takes for one is 将 and 车, or 能 and 卖."""
_NO_NOUNS = frozenset("助力 涉及 截至 据悉 带动 助推 惠及 确保 围绕 覆盖 致使".split())  # noqa: SIM905
"""Nouns to the dictionary, or words that it does not know, that are verbs in a newspaper."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at its place in a passage."""

    first: int
    end: int
    """Numbers of its first word and of the word behind it."""


def text_of(passage: Passage, phrase: Phrase) -> str:
    """The phrase as printed."""
    return passage.text[passage.offsets[phrase.first] : passage.offsets[phrase.end]]


def phrase_behind(passage: Passage, offset: int, word_class: WordClass) -> Phrase | None:
    """The noun phrase that begins at the offset, as in 10余个|工种的职业技能大赛 or 300余人|的应急支援队伍."""
    start = behind_parenthesis(passage.text, offset)
    skipped = next((words for words in _BEHIND_UNIT if passage.text.startswith(words, start)), "")
    number = passage.word_at(start + len(skipped))
    if passage.offsets[number] != start + len(skipped):
        # The little word is the beginning of a longer one.
        return None
    end = number
    while taken := _taken_behind(passage, end, end == number, word_class):
        end += taken
    if _leads_to_number(passage, end) and end - number > 1:
        # 366名毕业生就业率近99%: the last word belongs to the next number.
        end -= 1
    return _trimmed(passage, number, end, word_class)


def _taken_behind(passage: Passage, number: int, is_first: bool, word_class: WordClass) -> int:  # noqa: FBT001
    """How many words from `number` on belong to the phrase."""
    word, following = word_at(passage, number), word_at(passage, number + 1)
    continues = is_nominal(following, word_class)
    if following in _SUFFIXES and len(word) > 1 and word_class(word).startswith("v"):
        taken = 2
    elif word in _VERBS_AS_NOUNS or word in _ACTS or (word_class(word) == "vn" and word not in _PLAIN_NOUNS):
        # 企业投资建设: behind a noun it says what is done, unless it goes on with a noun or the phrase ends with it.
        ends = word_class(word) == "vn" and (not following[:1].isalnum() or word_class(following) == "d")
        taken = int(is_first or ends or (continues and following not in _ACTS))
    elif is_nominal(word, word_class):
        taken = 2 if (word, following) == _OF_SCALE else 1
    elif word in _MODIFIERS or (word_class(word) in {"a", "z"} and len(word) > 1):
        taken = int(continues)
    else:
        taken = _signs_taken(passage, number, is_first, word_class)
    return taken


def _signs_taken(passage: Passage, number: int, is_first: bool, word_class: WordClass) -> int:  # noqa: FBT001
    """The same for what is no word: quotation marks, 和 between two nouns, a parenthesis."""
    word = word_at(passage, number)
    if word in _OPENERS or (word in _CLOSERS and not is_first):
        return int(bool(word))
    if is_first:
        return 0
    if word in _OPENING_PARENTHESES:
        return _explained(passage, number, word_class)
    return 2 if word in _AND and is_nominal(word_at(passage, number + 1), word_class) else 0


def _explained(passage: Passage, number: int, word_class: WordClass) -> int:
    """How many words a parenthesis between two words of a phrase takes: 省外（境外）城市."""
    closed = word_at(passage, number + 2) in _CLOSING_PARENTHESES
    return 3 if closed and is_nominal(word_at(passage, number + 3), word_class) else 0


def phrase_of_persons(passage: Passage, phrase: Phrase, word_class: WordClass) -> Phrase | None:
    """The phrase where it can name persons, else the one behind its 的: 3位经济领域的|专家学者."""
    for end in range(phrase.end, phrase.first, -1):
        # 3000名全国人大代表肩负人民重托: what is behind the last person belongs to the next clause.
        if is_of_persons(passage, Phrase(phrase.first, end), word_class):
            return Phrase(phrase.first, end)
    if word_at(passage, phrase.end) != "的":
        return None
    return phrase_behind(passage, passage.offsets[phrase.end], word_class)


def is_of_persons(passage: Passage, phrase: Phrase, word_class: WordClass) -> bool:
    """Whether a phrase can be what is counted in persons."""
    last = passage.words[phrase.end - 1]
    return last.endswith(_OF_PERSONS) and last not in _NO_SUBJECT and not word_class(last).startswith(("ns", "nt"))


def _leads_to_number(passage: Passage, number: int) -> bool:
    while _is_reach(word_at(passage, number)):
        number += 1
    return number < len(passage.words) and passage.offsets[number] in passage.numbers


def phrase_before(passage: Passage, number: int, word_class: WordClass) -> Phrase | None:
    """The noun phrase that ends before word `number`, words like 达到 or 约 between the two skipped."""
    last = number
    while _is_reach(word_at(passage, last - 1)):
        last -= 1
        if passage.words[last] == "了":
            # Before it stands a verb: 医院点了100份.
            return None
    verb = word_at(passage, last - 1) if word_at(passage, last) in {"到", "至"} else ""  # 民宿|发展|到63家
    last -= word_class(verb) == "vn" and verb not in _VERBS_AS_NOUNS
    first = last
    while _goes_before(passage, first - 1, first == last, word_class):
        first -= 1
    return _trimmed(passage, first, last, word_class)


def _goes_before(passage: Passage, number: int, is_last: bool, word_class: WordClass) -> bool:  # noqa: FBT001
    word = word_at(passage, number)
    if not word or passage.offsets[number] in passage.numbers:
        return False
    if word in _OPENERS or word in _CLOSERS:
        return True
    kind = word_class(word)
    if word in _VERBS_AS_NOUNS or kind == "vn" or (is_last and word in _SUFFIXES):
        return True
    of_verb = kind.startswith("v") and word_at(passage, number + 1) in _SUFFIXES | VAGUE
    if not is_last and (kind in {"a", "z"} or of_verb):
        return True
    return is_nominal(word, word_class)


def _trimmed(passage: Passage, first: int, end: int, word_class: WordClass) -> Phrase | None:
    """The words from `first` up to `end` as a phrase, without the quotation marks around it and times before it."""
    words = passage.words
    while first < end and (_is_single(words, first, end) or _only_leads(words[first], word_class)):
        first += 1
    while end > first and words[end - 1] in _OPENERS + _CLOSERS:
        end -= 1
    length = passage.offsets[end] - passage.offsets[first]
    if first >= end or not 1 < length <= LONGEST or not _can_end(words[end - 1], word_class):
        return None
    is_act = end - first == 1 and word_class(words[first]) == "vn" and words[first] not in _VERBS_AS_NOUNS
    return None if is_act else Phrase(first, end)


def _is_single(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a mark in front is none of a pair within the phrase, as that of 《土司遗产》|画册 is."""
    closes = words[first] in _OPENERS and any(each in set(_CLOSERS) for each in words[first + 1 : end - 1])
    return words[first] in _OPENERS + _CLOSERS and not closes


def _only_leads(word: str, word_class: WordClass) -> bool:
    """Whether a word in front says only when or where: 今年, 全市."""
    return word in _NO_SUBJECT or _is_time(word, word_class)


def _can_end(word: str, word_class: WordClass) -> bool:
    """Whether a word may be the last of a phrase: no 水上, 大型, 不必要, 每平方米."""
    return (
        word not in _NO_SUBJECT
        and not _is_time(word, word_class)
        and word_class(word) not in {"s", "b", "f"}
        and word[0] not in {"不", "每"}
        and word != "内"
    )


def word_at(passage: Passage, number: int) -> str:
    """The word with a number; empty beyond the ends."""
    return passage.words[number] if 0 <= number < len(passage.words) else ""


def _is_reach(word: str) -> bool:
    return word in _REACHES or (bool(word) and _REACHING.issuperset(word))


def _is_time(word: str, word_class: WordClass) -> bool:
    return word in _TIME_WORDS or (word_class(word) == "t" and word not in _PLAIN_NOUNS)


def is_nominal(word: str, word_class: WordClass) -> bool:
    """Whether a word can be part of a noun phrase."""
    if not word or not ("\u4e00" <= word[0] <= "\u9fd5" or word.isalnum()) or word[0].isdigit():
        return False
    if word in _TIME_WORDS or word in _NO_NOUNS or _is_reach(word):
        return False
    # A word that the dictionary does not know is a name or a term, nearly always.
    if word in _VERBS_AS_NOUNS or word in _PLAIN_NOUNS:
        return True
    return is_noun(word, word_class) or (not word_class(word) and len(word) > 1 and word[0] not in _FUNCTION_CHARACTERS)


def is_noun(word: str, word_class: WordClass) -> bool:
    """Whether the dictionary has a word for a noun or for a verb that serves as one."""
    kind = word_class(word)
    return kind.startswith(_NOUN_CLASSES) or kind == "vn"
