"""The most telling words of an article: often here, rare elsewhere (TF-IDF over jieba's list)."""

from collections import Counter
from functools import lru_cache

from jianbao.model.digest import Article, Role
from jianbao.text.words import inverse_document_frequency, is_listed

# Words that stand in at least one in sixteen of 2,574 newspaper articles and name no subject: jieba's list, made from
# other texts, takes them for telling (推进 before 储能 in an article on energy).
_EMPTY = frozenset(
    """
    发展 工作 通过 重要 一个 进行 问题 建设 实现 提供 推动 成为 作为 全国 社会 不断 需要 全面 加强 推进 开展 同时
    表示 没有 坚持 组织 提升 保障 目前 积极 就是 以来 要求 可以 支持 方面 今年 情况 他们 已经 方式 时间 能力 进一步
    相关 努力 取得 提高 做好 自己 这些 领域 解决 持续 更加 继续 共同 这个 促进 提出 其中 建立 活动 任务 正在 重点
    形成 一些 实施 有效 发挥 作用 落实 不仅 部门 确保 以及 影响 稳定 开始 核心 特色 主要 力量 成立 一定 指出 参与
    强调 介绍 机制 帮助 体系 人员 特别 完成 必须 起来 更好 深入 地方 当前 带来 措施 不能 重大 参加 完善 得到 有关
    需求 目标 增强 期间 现在 进入 具有 为了 包括 希望 看到 基本 成果 最大 保持 当地 指导 作出 了解 不少 认为 一起
    水平 两个 未来 其他 各地 增加 行动 加快 发现 超过 还有 如何 过去 随着 优势 坚定 才能 按照 根据 关于 获得 及时
    能够 变化 过程 面对 代表 部署 还是 以上 来自 应对 人们 如今 建成 关键 不同 一次 可能 单位 主任 困难 举措 增长
    关注 强化 许多 出现 对于 加大 始终 综合 经验 集中 只有 一年 有力 近年来 采取 截至 构建 决定 发布 去年 越来越
    举行 一直 制定 达到 理念 经过 深化 一线 专业 力度 高质量 近日 存在 条件 所有 每天 成功 坚决 各种 第一 利用
    负责人 召开 引导 长期 方向 使用 主动 充分 统一 统筹 不是 选择 体现 如果 部分 这一 针对 多年 投入 全部 安排 因为
    多个 明确 新型 广大 内容 模式 意义 突出 打造 什么 做到 区域 使命 这里 主题 直接 时候 结合 来到 各项 规划 优化
    扩大 正是 范围 丰富 之一 非常 各类 启动 亿元 动力 一路 一系列 强大 巨大 每年 负责 联合 准备 举办 正式 一样 切实
    实际 每个 有序 建议 一种 规模 形式 高度 专门 这种 累计 出来 满足 推出 造成 广泛 各级 快速 贯彻 深刻 之间 实行
    分别 日前 形势 引领 今天 运行 出台 一名 真正 减少 现场 带领 支撑 自身 感受 接受 显示 一批 良好 围绕 成效 最终
    主体 活力 大量 处理 时期 由于 严格 最后 空间 一天 连续 受到 展示 阶段 据了解 本报讯 记者 通讯员 全省 全市 全县
    全区 全镇 全乡 全村 我省 我市 我县 我区 同比 环比 同比增长 同比下降 同比增加 每公斤 每亩 迎来 主持会议 高度重视
    """.split()  # noqa: SIM905 - a list of strings would be four times as long to read
)
_SHOWN = 8
_TITLE_FACTOR = 3
_SILENT = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP, Role.DATELINE})


class _Telling(dict[str, float]):
    """How much a word tells of a subject: 0 for what is no word or names none, below 0 where the list does not have it.

    A dictionary that fills itself: every word of every article is looked up in it.
    """

    def __missing__(self, word: str) -> float:
        if len(word) < 2 or not "\u4e00" <= word[0] <= "\u9fd5" or word in _EMPTY:  # noqa: PLR2004
            self[word] = 0.0
        else:
            self[word] = inverse_document_frequency(word) * (1 if is_listed(word) else -1)
        return self[word]


@lru_cache(maxsize=1)
def _worths() -> dict[str, float]:
    """By word: see `_Telling`."""
    return _Telling()


def find_keywords(article: Article, pieces: tuple[tuple[str, ...], ...], places: frozenset[str]) -> tuple[str, ...]:
    """Find up to eight keywords, the most telling first.

    `pieces` are the words of each block; `places` are left out, since an article carries its places anyway. A word that
    the list does not know must stand at least twice or in the headline: such are names and terms, but also wrong cuts.
    """
    counts: Counter[str] = Counter()
    for block, words in zip(article.blocks, pieces, strict=True):
        if block.role not in _SILENT:
            counts.update(words)
            if block.role is Role.TITLE:
                counts.update(words * (_TITLE_FACTOR - 1))
    telling = _worths().__getitem__
    weights = {
        word: count * abs(worth)
        for word, count in counts.items()
        if (worth := telling(word)) and (worth > 0 or count > 1) and word not in places
    }
    # `sorted` is stable even in reverse: among equals the word that comes first.
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True)[:_SHOWN])
