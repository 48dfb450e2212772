"""Organisations named in full: a place or a name of their own, then what they are (桐梓县|羊磴|艺术协会).

Only what is surely the whole name of one certain organisation: 公司, 县政府, 市教育局 may be any, and 遵义法院 is a way
of speaking. A name is all the nouns that stand together: where they begin with no place, it may be that of a firm only.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from jianbao.enrich.language.nouns import WordClass, is_nominal
from jianbao.enrich.language.passages import Passage
from jianbao.model.digest import Article, Role
from jianbao.model.record import OrganisationMention

_WITH_A_NAME = """
公司 集团 酒业 银行 医院 学校 小学 中学 协会 学会 商会 法院 检察院 委员会 合作社 联社 研究所 研究中心 律师事务所
会计师事务所 事务所 出版社 局 厅 分局 支队 大队 总队 服务中心 保健院 剧团 艺术团 俱乐部
"""
"""Kinds that a place alone makes no name of: 遵义公司 and 贵州医院 may be any."""
_WITH_A_PLACE = """
大学 学院 党校 幼儿园 中级人民法院 人民法院 人民检察院 公安局 派出所 司法局 教育局 财政局 民政局 水务局 水利局 交通局
交通运输局 税务局 气象局 林业局 农业农村局 自然资源局 生态环境局 市场监督管理局 市场监管局 应急管理局 统计局 审计局
教育厅 财政厅 公安厅 民政厅 司法厅 交通运输厅 生态环境厅 农业农村厅 文化和旅游厅 水利厅 卫生健康委员会 总工会 工商联
妇联 文联 科协 残联 红十字会 联合会 工商业联合会 博物馆 纪念馆 图书馆 美术馆 文化馆 档案馆 科技馆 管委会 管理委员会
居委会 村委会 村民委员会 研究院 科学院 社会科学院 农业科学院 基金会 促进会 研究会 电视台 广播电视台 报社 剧院 歌舞团
卫生院 人民医院 中医院 中医医院 妇幼保健院 消防救援支队 消防救援大队 消防支队 消防大队 疾控中心 疾病预防控制中心
实验中学 实验小学 中职学校 职业技术学校 中等职业学校 高级中学 电网公司 供电局 烟草专卖局 邮政管理局 邮政局 体育局
商务局 卫生健康局 卫健局 文化旅游局 投资促进局 信访局 医疗保障局 医保局 人力资源和社会保障局 住房和城乡建设局 乡村振兴局
"""
_OF_THE_STATE = """
国务院 外交部 教育部 财政部 商务部 科技部 科学技术部 国防部 公安部 司法部 民政部 交通运输部 水利部 应急管理部
工业和信息化部 自然资源部 生态环境部 农业农村部 文化和旅游部 住房和城乡建设部 人力资源和社会保障部 退役军人事务部
国家统计局 国家税务总局
海关总署 最高人民法院 最高人民检察院 国家发展改革委 国家发展和改革委员会 国家卫生健康委员会 国家卫生健康委 国家卫健委
国家医疗保障局 国家医保局 国家能源局 国家林业和草原局 国家文物局 国家邮政局 国家铁路局 国家市场监督管理总局
国家知识产权局 国家体育总局 中国人民银行 中国气象局 中国科学院 中国社会科学院 中国工程院 全国总工会 中华全国总工会
全国妇联 全国工商联 共青团中央 世界卫生组织 世界贸易组织 联合国 欧盟委员会 国际货币基金组织 世界银行
"""
"""Organisations of which there is one only; behind a place they are that place's."""

_SURE_KINDS = frozenset(_WITH_A_PLACE.split())
_KINDS = frozenset(_WITH_A_NAME.split()) | _SURE_KINDS
_UNIQUE = frozenset(_OF_THE_STATE.split())
_ENDS = frozenset(kind[-1] for kind in _KINDS | _UNIQUE)
_LONGEST_KIND = max(map(len, _KINDS))
_FIRMS = frozenset("公司 集团 酒业 事务所 律师事务所 会计师事务所 合作社".split())  # noqa: SIM905
_NO_KINDS = tuple(
    """
    格局 布局 结局 大局 全局 政治局 当局 残局 变局 大厅 餐厅 展厅 客厅 门厅 宴会厅 音乐厅 分公司 子公司 总公司 中小学
    专委会 犯罪集团 国集团 商业银行 常务委员会 母公司 办公厅 中央银行 历史博物馆
    """.split()  # noqa: SIM905
)
_SURE_WORDS = frozenset("大学 银行 出版社 报社 博物馆 图书馆".split())  # noqa: SIM905
"""Kinds of which a word of the dictionary is the whole name: 复旦大学."""
_NATIONS = frozenset("中国 中华 国家 国际 世界 亚洲 欧洲 非洲".split())  # noqa: SIM905
_UNITS = tuple("省市县区州旗镇乡村")
_NO_PART = frozenset(
    """
    企业 部门 有关 相关 记者 群众 当地 全市 全省 全县 全区 全镇 我市 我省 我县 我区 本市 本省 本县 各级 县级 市级
    省级 区级 国家级 地方 多家 下属 所属 省内 市内 县内 境内 城区 主城区 辖区 园区 重点 大型 龙头 骨干 民营 国有 上市
    合资 外资 县域 城市 乡镇 公立 私立 三甲 三级 二级 基层 定点 周边 附近 著名 知名 目前 近日 负责人 代表 多所 公办 民办
    国内 国外 海外 本地 外地 同类 专业 政府 政府部门 地区 地带 犯罪 关联 电诈 总统 总理 主席 部长 组织 系统 项目 参加
    单位 旗下 直属 会同 经 会议 活动 各大 多地 等地 两地 三地 联合 会同 会见 携手 协同 商业
    """.split()  # noqa: SIM905 - a list of strings would be three times as long to read
)
"""Stand in no name: with them any of a sort is meant."""
_NO_BEGINNING = frozenset("控股 股份 有限 有限责任 旅游 科技 物流 建筑 快递 保险 金融 房地产 电商 互联网 传统".split())  # noqa: SIM905
_ACTIVITIES = frozenset(
    """
    管理 发展 投资 建设 监督 研究 服务 设计 监测 保障 开发 检测 勘察 规划 运输 出版 传播 控股 制造 运营 教育 救援 促进
    保护 治理 改革 审计 统计 销售 仲裁 检察 检验 测绘 储备 种植 养殖 加工 贸易 合作 生产 训练 开采 供销 消费 仓储 航运
    测试
    """.split()  # noqa: SIM905
)
"""Verbs to the dictionary that names are made with."""
_QUALITIES = frozenset("高等 高级 中等 初级 公共 红 大 新 长 远 和平 幸福 友好".split())  # noqa: SIM905
_PAIRS = frozenset(
    {
        ("文化", "旅游"),
        ("住房", "城乡"),
        ("人力资源", "社会保障"),
        ("林业", "草原"),
        ("发展", "改革"),
        ("自然资源", "规划"),
    }
)
"""What 和 joins within a name."""
_RUNS_ON = frozenset("路站城长楼论第")
"""Make another word of a kind: 学院|路."""
_OPENS = frozenset("经 会同 由 在 于 与 和 及 从 向 对 被 受 为 是 单位 旗下 直属".split())  # noqa: SIM905
"""A name may begin behind these, whatever the dictionary takes them for."""
_JOINTS = frozenset("－—-–·•~")
_LONGEST, _SHORTEST = 26, 4
_MOST_WORDS, _MOST_BETWEEN = 9, 4
_NOT_SPOKEN_OF = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP, Role.DATELINE})


def find_organisations(
    article: Article, passages: tuple[Passage, ...], word_class: WordClass
) -> tuple[OrganisationMention, ...]:
    """Find the organisations that an article names in full, in the order of the text."""
    return tuple(
        OrganisationMention(passage.text[start:end], number, start, end)
        for number, (block, passage) in enumerate(zip(article.blocks, passages, strict=True))
        if block.role not in _NOT_SPOKEN_OF
        for start, end in _in_passage(passage, word_class)
    )


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str:
    """The kind of organisation that a word is or ends with; empty where it is none."""
    if word.endswith(_NO_KINDS):
        return ""
    lengths = range(min(_LONGEST_KIND, len(word)), 0, -1)
    return next((word[-length:] for length in lengths if word[-length:] in _KINDS), "")


class _CanEnd(dict[str, bool]):
    """Whether a name can end with a word: every word of every article is looked up in it."""

    def __missing__(self, word: str) -> bool:
        self[word] = word[-1] in _ENDS and (bool(_kind(word)) or word in _UNIQUE)
        return self[word]


@lru_cache(maxsize=1)
def _ends() -> dict[str, bool]:
    """By word: whether a name can end with it."""
    return _CanEnd()


def _in_passage(passage: Passage, word_class: WordClass) -> Iterator[tuple[int, int]]:
    """Offsets of the names. By the last character first: nine words in ten are done with there."""
    words, offsets = passage.words, passage.offsets
    ends = [*compress(range(len(words)), map(_ends().__getitem__, words))]
    taken = 0
    for place, number in enumerate(ends):
        following = ends[place + 1] if place + 1 < len(ends) else len(words)
        if _leads_on(passage, number, following, word_class):
            continue
        first = _beginning(passage, number, taken, word_class)
        taken = number + 1
        if first is not None and _is_whole(passage, first, number):
            yield offsets[first], offsets[taken]


def _leads_on(passage: Passage, number: int, following: int, word_class: WordClass) -> bool:
    """Whether the name goes on to another kind of organisation: 遵义医科大学|附属医院, 公安局|汇川分局."""
    between = passage.words[number + 1 : following + 1]
    if following == len(passage.words) or len(between) > _MOST_BETWEEN:
        return bool(between) and between[0][0] in _RUNS_ON
    return all(_is_part(passage, n, word_class) for n in range(number + 1, following + 1))


def _beginning(passage: Passage, number: int, taken: int, word_class: WordClass) -> int | None:
    """Number of the word that the name begins with; None where only a kind is named (该公司, 各学校)."""
    words = passage.words
    least = max(taken, number - _MOST_WORDS)
    first = number
    while first > least and _is_part(passage, first - 1, word_class):
        first -= 1
    if not _may_begin_behind(words[first - 1] if first else "", word_class):
        return None
    if first == number:
        return first if words[number] in _UNIQUE or _is_known_whole(words[number], word_class) else None
    own = _kind(words[number]) in _FIRMS and _is_own_name(words[first], word_class)
    return first if own or _is_place(words[first], word_class) else None


def _may_begin_behind(before: str, word_class: WordClass) -> bool:
    """Whether a name may begin behind a word: no noun, nor one character that a country is called by (乌|外交部)."""
    if before in _OPENS:
        return True
    kind = word_class(before)
    unknown = len(before) == 1 and before.isalpha() and not kind.startswith(("p", "c", "u", "v", "d"))
    return before[-1:] not in _JOINTS and kind not in {"n", "nr", "ns", "nz"} and not unknown


def _is_known_whole(word: str, word_class: WordClass) -> bool:
    """Whether a word of the dictionary is a whole name: 复旦大学, 南京图书馆, but not 中文学校."""
    begins = word[:2] in _NATIONS or word_class(word[:2]).startswith("ns")
    return bool(word_class(word)) and (_kind(word) in _SURE_WORDS or begins)


def _is_part(passage: Passage, number: int, word_class: WordClass) -> bool:
    """Whether a word may stand in a name."""
    word = passage.words[number]
    if word in _NO_PART or passage.offsets[number] in passage.numbers:
        return False
    if word in {"和", "与"}:
        return (passage.words[number - 1], passage.words[min(number + 1, len(passage.words) - 1)]) in _PAIRS
    if word.startswith("第"):
        return len(word) > 1 and not word[-1].isdigit()
    kind = word_class(word)
    if kind == "vn":
        return word in _ACTIVITIES
    return is_nominal(word, word_class) or word in _QUALITIES or word in _ACTIVITIES or word in {"（", "）"}


def _is_place(word: str, word_class: WordClass) -> bool:
    kind = word_class(word)
    unknown = not kind and word.endswith(_UNITS) and len(word) > 2  # noqa: PLR2004
    return word in _NATIONS or unknown or (kind.startswith(("ns", "nt")) and len(word) > 1)


def _is_own_name(word: str, word_class: WordClass) -> bool:
    kind = word_class(word)
    return len(word) > 1 and word[:2] not in _NO_BEGINNING and (kind.startswith(("nz", "nt")) or not kind)


def _is_whole(passage: Passage, first: int, number: int) -> bool:
    """Whether the words are more than a place and a kind that may be any."""
    words = passage.words
    text = passage.text[passage.offsets[first] : passage.offsets[number + 1]]
    if words[number] in _UNIQUE:
        return True
    if not _SHORTEST <= len(text) <= _LONGEST or text.count("（") != text.count("）") or text[0] in "（）":
        return False
    kind = _kind(words[number])
    between = [word for word in words[first + 1 : number] if not word.endswith(_UNITS) and word not in _NO_BEGINNING]
    own = bool(between) or len(words[number]) > len(kind)
    return kind in _SURE_KINDS or own
