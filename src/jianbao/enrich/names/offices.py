"""Offices, ranks, occupations and forms of address: what stands beside the name of a person."""

import re
from dataclasses import dataclass

from jianbao.enrich.language.nouns import WordClass, is_nominal
from jianbao.enrich.language.passages import Passage

_OFFICES = """
书记 主任 主席 部长 省长 市长 州长 县长 区长 镇长 乡长 村长 厅长 司长 局长 处长 科长 股长 所长 院长 校长 园长 班长
组长 队长 大队长 中队长 支队长 总队长 分局长 总干事 总导演 总设计师 总指挥 总教练 总会计师 纪工委书记 纪委书记 团长
连长 营长 旅长 师长 军长 排长 站长 厂长 社长 会长 理事长 董事长 监事长 秘书长 委员长 议长 馆长 台长 行长 店长 船长
机长 舰长 列车长 护士长 检察长 庭长 楼长 网格长 河长 林长 哨长 住持 总经理 经理 总裁 总监 主管 总编辑 主编 编辑 站员
监事 董事 理事 干事 委员 常委 代表 专员 特使 关长 调研员 巡视员 审判长 审判员 书记员 总统 总理 首相 国王 女王 埃米尔
王储 亲王 外长 防长 国务卿 大臣 大使 公使
领事
总领事 参赞 发言人 负责人 创始人 联合创始人 带头人 掌门人 传承人 合伙人 继承人 主持人 经纪人 代言人 教授 副教授 讲师
研究员 院士 博士 硕士 导师 工程师 总工程师 技师 高级技师 农艺师 经济师 会计师 设计师 建筑师 律师 医师 药师 护师 茶艺师
品酒师 酿酒师 厨师 摄影师 老师 教师 班主任 辅导员 医生 护士 村医 军医 专家 学者 科学家 经济学家 历史学家 数学家
物理学家 作家 作曲家 艺术家 书法家 画家 音乐家 钢琴家 企业家 收藏家 评论家 思想家 政治家 革命家 教育家 翻译家 诗人
歌手 演员 导演 编剧 制片人 主播 记者 通讯员 摄影家 播音员 讲解员 宣讲员 调解员 警察 民警 辅警 交警 特警 法官 检察官
司令 司令员 政委 指导员 参谋 将军 上将 中将 少将 大校 上校 中校 少校 上尉 中尉 少尉 战士 军人 老兵 士兵 烈士 退役军人
民兵 消防员 队员 运动员 选手 教练 主教练 裁判 冠军 亚军 季军 球员 门将 前锋 后卫 队友 村民 居民 市民 农民 牧民 渔民
农户 茶农 果农 菜农 种植户 养殖户 大户 贫困户 脱贫户 搬迁户 住户 店主 业主 户主 老板 老板娘 厂商 经营者 商户 摊主 客商
侨胞
华侨 华人 司机 驾驶员 乘务员 售票员 快递员 快递小哥 外卖员 外卖小哥 工人 职工 员工 焊工 电工 矿工 技工 民工 农民工
环卫工 保洁员 保安 技术员 操作工 服务员 营业员 工作人员 医务人员 志愿者 网格员 护林员 巡护员 饲养员 售货员 采购员
保管员 会计 出纳 秘书 助理 助手 村支书 支书 第一书记 党员 党支部书记 团支书 学生 同学 大学生 研究生 留学生 毕业生
高中生 家长 校友 患者 病人 游客 旅客 乘客 顾客 消费者 读者 观众 网友 负责同志 候选人 当事人 受害人 嫌疑人 被告人 被告
原告 证人 申请人 父亲 母亲 爸爸 妈妈 丈夫 妻子 儿子 女儿 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 外公 外婆 孙子 孙女 儿媳 女婿
婆婆 公公 老伴 女士 先生 老人 师傅 大爷 大妈 大姐 小伙 姑娘 青年 男子 女子 男孩 女孩 英雄 模范 劳模 楷模 大师 名家
名师 工匠 巨匠 能手 标兵 先驱 先烈 领导人 领袖 元帅 皇帝 后主 太守 刺史 诗圣 高僧 住持 创办人 发起人 获得者 保持者
总师 顾问 主帅 领队 导游 中锋 主将 搭档 执行官 运营官 财务官 指挥长 署长 参事 名将 小将 老将 泳将 棋手 骑手 客运员
监督员 督导员 联络员 协调员 教导员 飞行员 航天员 火炬手 投资者 军嫂 画师 鉴定家 队医 大臣 干事长 统计师
"""
_AFTER_NAME = """
同志 先生 女士 老师 教授 院士 博士 大师 师傅 律师 医生 代表 委员 烈士 将军 总统 总理 首相 主席 总书记 书记 部长 大使
市长 县长 区长 局长 校长 院长 所长 主任 董事长 总经理 会长 元帅 司令 司令员 政委 总司令 夫妇 一家 老人 大爷 大妈 大姐
等人 外长 国王 议长 教练 副主席 副总理 副总统 副部长 特使
"""

_OFFICE_NAMES = frozenset(_OFFICES.split())
_LONGEST_OFFICE = max(map(len, _OFFICE_NAMES))
_MODIFIERS = tuple(
    """
    原 前 时任 现任 副 代 常务 执行 名誉 首席 高级 荣誉 第一 党委 党组 党总支 党支部 支部 总
    """.split()  # noqa: SIM905
)
"""They belong to the office that follows: 原馆长, 党组书记."""

_ADDRESSES = frozenset(each[:2] for each in _AFTER_NAME.split())
_NO_OFFICES = frozenset("同志 先生 女士 夫妇 一家 老人 大爷 大妈 大姐 等人 代表 委员 烈士".split())  # noqa: SIM905
"""Forms of address that tell of no office; 代表 behind a name is mostly a verb."""
_OFFICES_BEHIND = sorted(set(_AFTER_NAME.split()) - _NO_OFFICES, key=len, reverse=True)

TAILS = frozenset(office[-2:] for office in _OFFICES.split())
"""What offices end with: a look at them is cheaper than the whole expression."""

_GIVEN = re.compile(
    "(?:（女）)?(?:为(?P<given>[^，。；：！？“”（）的]{4,32})(?:[；，。]|$)|的(?P<taken>[^，。；：！？“”（）的]{4,32})职务)"
)
"""Appointments: 张伟民|为市财政局局长；免去吴德成|的市水务局局长职务."""
_DECREES = ("任命", "免去")
APPOINTS = frozenset("为的（")
"""What such an appointment begins with."""
_BETWEEN_OFFICES = frozenset({"、", "兼"})
_PADDING = frozenset(" \u3000\xa0")
_LONGEST_ORGANISATION = 24
_NOT_IN_NAMES = frozenset("全国 各地 位 名 一位 一名 本报 目前 近日 日前".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Office:
    """An office in front of a name."""

    title: str
    """As printed: `副书记、区长`."""
    organisation: str
    """What it is held in, as printed: `红花岗区委`; may be empty."""


def office_before(passage: Passage, offset: int, word_class: WordClass, floor: int = 0) -> Office | None:
    """The office that ends at the offset, or the offices: 党组书记、局长.

    `floor` is where the name before ends: what addresses that is no office of this one (王强|教授、院长李伟).
    """
    text = passage.text
    offset = beginning = before_padding(text, offset)
    if text[max(0, offset - 2) : offset] not in TAILS:
        return None
    start = _office_start(text, offset)
    if start == offset:
        return None
    while start < beginning:
        beginning = start
        if text[beginning - 1 : beginning] in _BETWEEN_OFFICES:
            before = _office_start(text, beginning - 1)
            start = before if floor < before < beginning - 1 else beginning
        else:
            start = _office_start(text, beginning)
    return Office(text[beginning:offset], _organisation_before(passage, beginning, word_class, floor))


def before_padding(text: str, offset: int) -> int:
    """The offset, or that of the spaces in front of it: 区长　|冯俊峰."""
    while offset and text[offset - 1] in _PADDING:
        offset -= 1
    return offset


def is_addressed(text: str, end: int) -> bool:
    """Whether a form of address stands behind a name: 曹大明|大师."""
    return text[end : end + 2] in _ADDRESSES


def office_behind(text: str, end: int) -> Office | None:
    """The office or rank by which a person is addressed."""
    title = next((each for each in _OFFICES_BEHIND if text.startswith(each, end)), None)
    return Office(title, "") if title else None


def office_given(passage: Passage, name_start: int, end: int, word_class: WordClass) -> Office | None:
    """The office to which a person is appointed, or which is taken, by what stands behind the name.

    Where no 任命 or 免去 stands before the name, it must be an office in an organisation.
    """
    found = _GIVEN.match(passage.text, end)
    if found is None:
        return None
    start, stop = found.span(found.lastgroup or 0)
    office = office_before(passage, stop, word_class, start)
    if office is None:
        return None
    # The 为 may be cut into one word with what follows it: 为市|财政局.
    organisation = passage.text[start : stop - len(office.title)]
    fills = office.organisation and len(organisation) <= len(office.organisation) + 1
    if fills:
        return Office(office.title, organisation)
    return Office(office.title, "") if passage.text.endswith(_DECREES, 0, name_start) else None


def ends_with_office(text: str, end: int) -> bool:
    """Whether an office ends at `end`."""
    return any(text[end - length : end] in _OFFICE_NAMES for length in range(2, min(_LONGEST_OFFICE, end) + 1))


def _office_start(text: str, end: int) -> int:
    """Where the office begins that ends at `end`, its modifiers included; `end` itself where none does."""
    for length in range(min(_LONGEST_OFFICE, end), 1, -1):
        if text[end - length : end] in _OFFICE_NAMES:
            start = end - length
            while before := next((each for each in _MODIFIERS if text.endswith(each, 0, start)), ""):
                start -= len(before)
            return start
    return end


def _organisation_before(passage: Passage, offset: int, word_class: WordClass, floor: int) -> str:
    """The nouns behind the floor that end at the offset, which may lie within a word (红花岗区|委副|书记)."""
    first = passage.word_at(offset)
    if passage.offsets[first] > offset:
        first -= 1
    end = first
    while first > 0 and _belongs(passage.words[first - 1], passage.words[first], word_class):
        if passage.offsets[first - 1] < floor:
            break
        first -= 1
    while first < end and not is_nominal(passage.words[first], word_class):
        first += 1
    name = passage.text[max(floor, min(passage.offsets[first], offset)) : offset]
    return name if 1 < len(name) <= _LONGEST_ORGANISATION else ""


def _belongs(word: str, following: str, word_class: WordClass) -> bool:
    if word in _NOT_IN_NAMES:
        return False
    # A verb belongs to a name where an office is made of it: 水量调度处, but not 会见尼泊尔.
    made = len(following) == 1 and word_class(word).startswith("v")
    return made or is_nominal(word, word_class) or word_class(word) in {"a", "f"}
