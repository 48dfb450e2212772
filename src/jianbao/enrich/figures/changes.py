"""Words that tell how far something has risen or fallen, and against what."""

UP = frozenset(
    """
    增长 增 增加 提高 提升 上升 上涨 涨 扩大 攀升 跃升 新增 多 多增 增幅 增速 涨幅 高 快
    """.split()  # noqa: SIM905
)
DOWN = frozenset(
    """
    下降 减少 降低 下跌 回落 跌 降 压缩 缩短 减 缩减 萎缩 少 慢 压减 下滑 降幅 跌幅 低
    """.split()  # noqa: SIM905
)
COMPARATIVES = frozenset("高 低 多 少 快 慢".split())  # noqa: SIM905
"""Tell of rise or fall only where something is compared: 比上季末高, but 高达."""
THAN = frozenset("高于 低于 快于 慢于 优于 大于 小于 超过".split())  # noqa: SIM905
BESIDE_CHANGE = frozenset(
    """
    了 约 近 超 逾 超过 达 达到 至少 为 同比 环比 年 年均 平均 累计 分别 略 日均 实际 名义 共 也 均 已 将 可 再 又
    """.split()  # noqa: SIM905
)
CHANGES_GREATLY = frozenset(
    each + change
    for each in ("急剧", "大幅", "小幅", "显著", "明显", "持续", "快速")
    for change in UP | DOWN
    if len(change) > 1
)
AWAY = frozenset("离 距 距离 相距".split())  # noqa: SIM905
COMPARED = frozenset("比 较 与 相比 同".split())  # noqa: SIM905
