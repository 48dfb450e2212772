"""Short names of counties that are ordinary words as well, or the name of something larger: 和平, 新建, 河南.

Picked by hand from the short names of all 2,848 counties of China: those that newspapers anywhere use for something
else time and again.
"""

_ORDINARY = frozenset(
    """
    东方 东风 中方 丰满 二道 互助 会同 光明 光泽 公安 前进 前锋 南山 南岸 南部 友好 双桥 台前 合作 同心 名山 向阳 和平
    城东 城中 城关 城北 城厢 城口 城固 城西 复兴 大方 大观 安定 宏伟 富裕 小店 工农 市中 市北 市南 平和 平安 平定 延长
    振兴 文峰 新兴 新华 新城 月湖 朝阳 桃源 桥东 桥西 比如 民权 永定 清新 清水 港口 白云 石门 芙蓉 莲花 西湖 解放 资源
    运河 通道 金台 铁东 铁西 长子 长安 青山 高台 鼓楼 万年 大同 江北 河东 无为 平房 回民 新民 灯塔 双城 梨树 鸡冠 爱民
    天台 清流 樟树 老城 石鼓 盐田 紫金 兴业 乐业 海棠 天涯 石棉 小金 黑水 水城 富民 麒麟 文山 太白 民乐 盐池 新源 三台
    元宝 古塔 白塔 方正 木兰 友谊 阳明 海伦 金山 钟楼 高明 石狮 云霄 红旗 博爱 梁山 凤凰 凌云 白沙 石柱 仁和 白玉 金沙
    红塔 玉龙 宝塔 武功 白水 白银 黄龙 温泉 白杨 康乐 惠民 惠农 同仁 吴起 卫东 秀英 建华 七星 金牛 九龙 威信 共和 新星
    太平 安居 路北 路南 江岸 河南 河北 海南 平原 中原 江南 江海 新建 南海 河口 古城 中山 江山 东海 大关 滨海 西山 河西
    泰山 海港 太湖 盐湖 牡丹 上城 下城 东城 西城 南城 北城 新市 站前 山城 南湖 东湖 天河 天桥 路桥 上街 长寿 安宁 安平
    长乐 兴隆 兴国 永安 大厂 大英 龙门 龙井 天门 卧龙 天心 祥云 白河 清河 沙河 三江 江口 滨江 湖滨 西夏 海盐 大通 华安
    大兴 石城 兴宁 古交
    """.split()  # noqa: SIM905 - a list of strings would be four times as long to read
)


def is_ordinary(short: str) -> bool:
    """Whether a short name of a county says something else as well; so does one that names a people (鄂温克族)."""
    return short in _ORDINARY or short.endswith("族")
