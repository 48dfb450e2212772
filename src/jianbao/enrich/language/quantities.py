"""Numbers with units, as newspapers print them: `1771余万元`, `47.69万千瓦`, `5000余人次`, `31.5%`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Measure(StrEnum):
    """What sort of unit a quantity has."""

    COUNT = "count"
    """Things or persons: a classifier (24家), persons (2万人) or times (5000余人次)."""
    AMOUNT = "amount"
    """Money, area, mass, length, power, energy, volume."""
    SHARE = "share"
    """Per cent and percentage points."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at its place in a text."""

    start: int
    end: int
    """Offsets in characters."""
    value: float
    """In the unit, multipliers worked in: 47.69万千瓦 is 476,900 千瓦."""
    unit: str
    """One spelling for each: `％` is `%`, 平米 平方米; 300千米 are 300,000 米. Or `元/公斤`."""
    measure: Measure


_MULTIPLIERS = {"百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_MULTIPLIERS |= {"十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
_SAME_UNIT = {"％": "%", "平方千米": "平方公里", "立方": "立方米", "平米": "平方米"}
_SAME_UNIT |= {"克标煤": "克标准煤"}
_SHARES = ("%", "％", "个百分点", "个基点")
_AMOUNTS = tuple(
    """
    元 美元 欧元 日元 港元 英镑 卢布 韩元 澳元 加元 新元 亩 公顷 平方米 平米 平方公里 平方千米 克标准煤 克标煤 吨 公斤
    克 斤 公里 米 厘米 毫米 海里 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 立方米 立方 升 千升 毫升 标准箱 标箱
    """.split()  # noqa: SIM905 - a list of strings would be three times as long to read
)
# A classifier, and the characters behind it that make another word of it: 25部门, 3项目, 20名列. 个 is no count before
# a time, and a time is no figure: it says when, not how much.
_COUNTS = {
    "个": "小时|多小时|月|多月|工作日|星期|季度|年|交易日|昼夜|百分|体",
    "人": "民|均|才|大|类|员|工|生|性|文|物",
    "次": "日|年|于|会议",
    "家": "庭|乡|园|长|电|具|风",
    "名": "列|次|单|称|为|叫|片|校",
    "位": "列|居|于|置|数",
    "部": "门|分|委|长|队|署",
    "场": "馆|地|所|景|内|外",
    "种": "植(?!物|被)|子|业|粮|养|苗",
    "台": "湾|风|阶|北|账",
    "座": "谈|位",
    "口": "岸|径|罩|号",
    "只": "有|能|要|是|需|为|用",
    "项": "目",
    "本": "报|次|市|地|届|科|年|月|省|金|区|县|人|土",
    "组": "织|成|建|长|合|团",
    "道": "路|德|理|真",
    "对": "于|口|接|外|面|比|其|此|照",
    "类": "似|型",
    "处": "理|于|置|在|级|罚|长",
    "间": "隔|接",
    "份": "额",
    "门": "口|类|前|户|诊|票",
    "支": "持|出|付|部|援|撑|教|行|线",
    "片": "区|面|长",
    "节": "能|水|约|目|日|假|点|省|气",
    "首": "先|次|批|个|都|日|届",
    "集": "中|团|体|合|聚|约|装|成|群|市|镇",
    "批": "准|次|复|发|评",
    "套": "餐|路",
    "块": "链|头",
    "把": "握|关|控",
    "条": "件|例|款",
    "根": "据|本",
    "户": "外|籍|口|型|均",
    "件": "",
    "所": "有|在|需|以|得|长|属",
    "例": "如|外|会",
    "张": "家|力",
    "头": "部|脑|衔",
    "列": "车|入|席|为",
    "架": "构|设",
    "站": "点|长",
    "株": "洲",
    "栋": "",
    "幅": "度|员",
    "篇": "章|幅",
    "款": "项|待",
    "笔": "者|记|试",
    "枚": "",
    "艘": "",
    "辆": "",
    "匹": "配",
    "棵": "",
    "幢": "",
    "册": "",
    "盏": "",
    "顶": "级|部|尖",
    "床": "位|上",
    "箱": "",
    "瓶": "",
    "袋": "",
    "盒": "",
    "桶": "",
    "颗": "",
    "尾": "号|部",
    "羽": "毛",
    "粒": "",
    "眼": "前|下|光",
    "起": "来|步|初|点|源|草|到|义|家",
    "宗": "教|旨",
    "单": "位|一|元|独|身|词|价|向|个|项|日|月|季|纯",
}
_LONG_COUNTS = (
    "人次",
    "人份",
    "辆次",
    "架次",
    "车次",
    "班次",
    "台次",
    "场次",
    "项次",
    "台套",
    "台（套）",
    "件（套）",
    "件（组）",
)


def _units() -> str:
    longest_first = sorted((*_SHARES, *_AMOUNTS, *_LONG_COUNTS), key=len, reverse=True)
    counts = (f"{unit}(?!{behind})" if behind else unit for unit, behind in _COUNTS.items())
    # 2月8日元宵节.
    plain = map(re.escape, longest_first)
    return "|".join(["日元(?![宵旦])", *(unit for unit in plain if unit != "日元"), *counts])


_DIGITS = re.compile(r"\d[\d,.]*")
_ONE_OF = (
    "亩|公斤|斤|吨|克|升|人|户|天|日|月|年|小时|秒|分钟|平方米|立方米|公里|千瓦时|度|瓶|次|个|辆|头|只|株|件|套|份"
)
# 每秒 belongs to the unit; 每年 or 每人 may begin what follows (投资10亿元每年可得…) unless the clause ends with it.
_PER = f"[/／](?:{_ONE_OF})|每(?:秒|小时|(?:{_ONE_OF})(?=[，。；：、！？）)的]|以[上下]|左右|$))"
"""What an amount is told of one of: 12元/公斤, 20立方米每秒."""
_MULTIPLIER = "|".join(sorted(_MULTIPLIERS, key=len, reverse=True))
_QUANTITY = re.compile(
    # No ordinal (第3), no part of a name (G8162, 4×400), of a date or a range (10—15, 80元至100元), of a longer number.
    rf"(?<![\dA-Za-z第.,×±:：/—–~～-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<decimals>\.\d+)?"
    rf"[余多来]?(?P<multiplier>{_MULTIPLIER})?[余多]?(?P<unit>{_units()})(?P<per>{_PER})?"
    # 户 and 人 stand beside each other without a sign: 3218户14163人.
    r"(?:(?<=户)(?=\d[\d,.]*万?[余多]?人)|(?!\d(?!G)|[/／]|\s*[—–~～至到-]+\s*\d))"
)


_TO = frozenset({"至", "到"})
_RANGE = re.compile(r"[\d%％万亿千百元吨亩斤米克度℃里时名人个家户头次]\s*[至到]$")


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers with units of a text in Arabic digits, in order."""
    # Looking for digits first is three times as fast as the whole expression at every character.
    found = (_QUANTITY.match(text, digits.start()) for digits in _DIGITS.finditer(text))
    return tuple(_quantity(match) for match in found if match and not _ends_range(text, match.start()))


def _ends_range(text: str, start: int) -> bool:
    """Whether a number is the upper end of a range: 80元至100元, but not 降至100元."""
    return text[start - 1 : start] in _TO and _RANGE.search(text, start - 3 if start > 3 else 0, start) is not None  # noqa: PLR2004


def _quantity(match: re.Match[str]) -> Quantity:
    number = Decimal(match["number"].replace(",", "") + (match["decimals"] or ""))
    unit = match["unit"]
    measure = Measure.SHARE if unit in _SHARES else Measure.AMOUNT if unit in _AMOUNTS else Measure.COUNT
    value = float(number * _MULTIPLIERS.get(match["multiplier"], 1))
    per = re.sub("^[／每]", "/", match["per"] or "")
    return Quantity(match.start(), match.end(), value, _SAME_UNIT.get(unit, unit) + per, measure)
