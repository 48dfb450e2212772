"""Words by what they do in and around a noun phrase that is counted."""

import re

NOUN_CLASSES = ("n", "an", "b", "j", "l", "eng", "s")
TIME_WORDS = frozenset(
    """
    目前 如今 近年来 当前 去年 今年 年内 当年 同期 期间 当日 近日 时间 时候
    """.split()  # noqa: SIM905
)
VERBS_AS_NOUNS = frozenset(
    """
    收入 支出 投资 贷款 出口 进口 进出口 消费 投入 补助 补贴 捐款 捐赠 消耗 产出 营收 存款 订单 储备 就业 减税 降费
    减税降费 占地 供给 供应 需求 销售 交易 融资 授信 增产 减产 增收 用电 发电 用水 充电 演出 签约 报名 培训 死亡 受伤
    失踪 遇难 获救 交付 发行 客运 货运 让利 分红 放款
    """.split()  # noqa: SIM905 - a list of strings would be three times as long to read
)
"""Verbs to the dictionary that newspapers count."""

PLAIN_NOUNS = frozenset(
    """
    选手 窗口 路口 湿地 周期 设备 组织 装备 设施 工程 建筑 编制 补偿 报告 研究 保险 规划 标准 发明
    """.split()  # noqa: SIM905
)
"""Nouns that the dictionary takes for verbs."""

NO_SUBJECT = frozenset(
    """
    以上 以下 左右 上下 以内 以来 之间 之多 大关 其中 其余 其他 同比 环比 地方 有关 相关 人均 户均 平均 分别 约合 全国
    全省 全市 全县 全区 全镇 全村 多地 国际 人民 抗疫 整体 总体 一共 全球 世界 国内 国外 海内外 我国 我省 我市 我县
    月份 当地 各地 合计 人民币 后者 前者 本报 本报讯 记者 部分 现场 时期 原因 一线
    基础 台阶 关口 高位 新高 新台阶 医用 民用 军用 家用 商用 公用 面向全国 联合国 欧盟 各级 各类 各界 各族 各种 欧元
    美元 日元 阶段性
    """.split()  # noqa: SIM905
)
"""Nouns to the dictionary that are not what is counted."""

REACHES = frozenset(
    """
    高 达 达到 已达 可达 高达 多达 突破 超过 超 逾 约 近 接近 不足 不到 共 共计 共有 有 为 是 至 到 已 累计 总计 合计 仅
    仅有 仅为 只有 增至 增加到 增长到 提升至 提升到 提高到 提高至 升至 降至 降到 降低到 减少到 上升到 扩大到 扩大至
    约为 大约 最高 最高达 最多 最低 至少 就 了 分别 将 也 还 均 均为 则 总 已有 已经 曾 曾经 可 可以 能 能够 稳定 保持
    维持 控制 平均 预计 有望 在 实现 完成 由 从 全年 年 多
    """.split()  # noqa: SIM905
)
"""Words between a subject and its number."""
REACHING = frozenset("达超逾约近共有为至到已仅将由从均稳在")
"""The segmenter, which does not know 由近 or 已近, may make one word of two of these."""

OPENERS, CLOSERS = "“‘《「", "”’》」"
OPENING_PARENTHESES, CLOSING_PARENTHESES = frozenset("（("), frozenset("）)")
BEHIND_UNIT = ("以上的", "以下的", "左右的", "以上", "以下", "左右", "上下", "以内", "之多", "的")
AND = frozenset("和 与 及 以及 、".split())  # noqa: SIM905
MODIFIERS = frozenset(
    """
    在建 在岗 在校 在职 在研 参展 参赛 参会 参保 受灾 受伤 受访 获奖 上市 入选 入围 签约 达标 复工 援鄂 留守 失业 下岗
    退役 困难 定点 挂牌 帮扶 扶贫 配套 试点 入股 新增 新建 在册 注册 自主 主要 重要 重大 典型 优秀 优质 先进 新鲜 贫困
    脱贫 易地 搬迁 灵活 公益 便民 惠民 助农 改建 扩建 特别 到户 普遍 知名 资深 各级 各类 各界 各族 各种 一线 感染 支援
    救援 援助 服务 保障
    """.split()  # noqa: SIM905
)
"""Verbs and adjectives that stand before a noun as a kind of it: 在建项目, 参展作品."""
SUFFIXES = frozenset("员者率量额度队团户站点师手生商店厂园区房车机船民工业权费金值数病线网库群组")
"""Make a noun of the verb before them: 播放量, 宣讲员."""
ACTS = frozenset(
    """
    参赛 参展 参加 参与 同台 竞技 到场 出席 上岗 返岗 落户 入驻 开工 复工 达标 获奖 入选 上学 就读 办理 侦查 复工复产
    复工复学 投票 出版发行 报到 到岗 编印 摘帽 出列 形容 概括 描述 消失 脱贫致富 脱贫 致富
    """.split()  # noqa: SIM905
)
"""Nouns to the dictionary that say, behind a noun, what those who were counted did."""
PERSONS = tuple(
    """
    者 员 生 师 民 工 手 长 人 家 兵 官 士 客 友 众 童 孩 女 子 儿 干部 代表 同志 嘉宾 委员 教授 罪犯 专干 骨干 人才
    """.split()  # noqa: SIM905
)
"""What words that name persons end with."""
OF_PERSONS = (
    *PERSONS,
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
OF_SCALE = ("规模", "以上")
"""A fixed term of statistics: 规模以上企业."""
VAGUE = frozenset(
    "比例 比重 占比 总数 数量 总额 规模 总量 面积 金额 人数 总人数 产量 产值 增长率 增幅 水平".split()  # noqa: SIM905
)
"""Measures that say nothing without what they are said of."""
FUNCTION_CHARACTERS = frozenset("距将把被向从对与以使让给并能每最及尚仍要内")
"""No name or term begins with these: what the segmenter takes for one is 将 and 车, or 能 and 卖."""
TANGIBLE = frozenset("家座所名位户只辆艘架株棵匹栋")
"""Classifiers of what is no act."""
TANGIBLE_OR_ANY = TANGIBLE | frozenset("个台套件条项种支场份枚箱")
COMPOUNDING = frozenset(
    """
    治疗 快递 扶贫 开发 协调 服务 管理 监测 检测 研究 培训 建设 示范 保护 救援 防控 应急 指挥 评价 监督 检查 执法 调解
    处理 教育 训练 交流 合作 发展 创新 融合 改造 实验 试验 观测 运输 养殖 加工 优化 直报 挂牌 攻坚 整治
    """.split()  # noqa: SIM905
)
"""Verbs that stand within the name of a thing: 7个病毒治疗中心, 9个专项协调小组."""
COMPOUNDED = frozenset(
    """
    中心 站 站点 点 组 小组 会议 机构 基地 平台 项目 工程 系统 部门 县 区 所 室 队 活动 大会 方案 计划 基金 试点 事项
    任务 园区 车间 措施
    """.split()  # noqa: SIM905
)
"""What such a name ends with."""
ASPECTS = frozenset({"了", "着", "过"})
COMPLETE = frozenset({"方面", "层面", "环节", "步骤", "阶段"})
"""Nothing behind them belongs to them: 13个方面|系统概括了优势."""
TERSE = frozenset("村县市省镇乡州国岛")
"""Nouns of one character that are counted by themselves: 421个村的改革."""
SHORT_MODIFIERS = frozenset("新老大小")
MEASURE_ENDS = frozenset("率额量值数度入积比资费")
"""What words that measure something end with."""
NUMERAL = re.compile("[近约逾超数上成]?[一二三四五六七八九十百千万亿两几]+[余多]?[个名位人家户项件次种台辆座只]")
"""A number in words, with its classifier: 近万名, 数百家."""
ENDS_WITH_REACH = re.compile("[费率额量数值线价比][约近超达逾仅]")
"""What the segmenter makes one word of in 返岗|率约|达."""
COMPLEMENTS = tuple("上到出为成至于了过着来去有")
"""What the segmenter does not know and ends with one of these is a verb: 迈上, 发展成."""
POINTERS = ("这", "那", "该", "此")
NO_NOUNS = frozenset(
    """
    助力 涉及 截至 据悉 带动 助推 惠及 确保 围绕 覆盖 致使
    无法 全面 深化 加强 推进 完善 落地 齐聚 云集 亮相 预计 产生 经历 让 全部 全员
    """.split()  # noqa: SIM905
)
"""Nouns to the dictionary, or words that it does not know, that are verbs in a newspaper."""
