"""Whether a few characters can be a person's name, by the surname at their head.

Needed where a name stands without a title. The list holds the surnames of the Hundred Families and the frequent ones of
today, together those of more than 99 of 100 Chinese; names of other peoples are told by their dots.
"""

import re

from jianbao.text.chars import HAN

_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙"
    "叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温"
    "别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋"
    "沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫阳佟涂邸苟岳帅覃代丛牟原冼揭仝亓么母税鄢佘朴蹇敬兰奉犹况晋辜楚练庹莽宦逢粟麦植"
)  # fmt: skip
_COMPOUND = (
    "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "宇文", "长孙",
    "端木", "南宫", "独孤", "轩辕", "申屠", "钟离", "闻人", "呼延", "澹台", "淳于", "完颜",
)  # fmt: skip
_DOTS = frozenset("·•・")
_NAME = re.compile(
    rf"(?:{'|'.join(_COMPOUND)})[{HAN}]{{1,2}}|[{_SINGLE}][{HAN}]{{1,2}}|[{HAN}]{{1,12}}(?:[·•・][{HAN}]{{1,12}})+"
)


def is_name(text: str) -> bool:
    """Whether a text can be a name and nothing else: 徐华蔚, 欧阳洁, 阿卜杜拉·买买提; 见示意图 cannot."""
    return _NAME.fullmatch(text) is not None


def is_compound(name: str) -> bool:
    """Whether a name begins with a surname of two characters, or has a dot between its parts."""
    return name.startswith(_COMPOUND) or not _DOTS.isdisjoint(name)
