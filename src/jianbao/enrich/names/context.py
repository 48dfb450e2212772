"""What stands behind a name: a verb, an address, and where the sentence goes on in its last character."""

import re

from jianbao.enrich.language.passages import Passage
from jianbao.enrich.names.offices import is_addressed

# Logarithms of odds, as in names.py.
BY_ADDRESS, BY_SPEECH = 6, 4
NO_BOUNDARY, NO_PERSON = -4, -7

SPEECH = re.compile(
    "(?:今天|日前|近日|当日|随后|曾|还|也|都|则|又|却|仍|便|再次|明确|[高激深自坦动感][兴动情豪率慨]地|\\d+日|[上下]午)*"
    "(?:说|表示|介绍|告诉|指出|认为|强调|坦言|回忆|[宣声笑]?称|道(?=[：，“])|透露|谈到|讲述|感慨|笑言|直言|解释|建议|提出|呼吁"
    "|补充|宣布|撰文|写道|在接受|对记者|向记者|对此|会见|致辞|主持|主讲|出席|率)"
)
GOES_ON = re.compile(
    "[在是把将对从和与的等及为今出带又也就住生于正有没不已先还都给让被互应致]|介绍|获|担任|荣|参加|参与|走|来|站|坐|拿|看"
    "|家[的里中]"
)
"""What a sentence goes on with behind a name."""
# A name does not stand in front of these: 黄沙镇, 白马山, 万胜药业.
PLACES_AND_FIRMS = re.compile(
    "[村镇乡县区市州省旗路街站楼馆院厂店园桥山河江湖岛寨屯庄沟岭峰寺庙塔港湾滩崖坝堡籍杯奖节]"
    "|公司|集团|[药酒企茶矿]业|股份|科技|大道|小学|中学|大学|医院|国际[赛机]|公开赛|锦标赛|歌剧院|研究[所院]|国家联盟"
    "|公园|社区|运动|剧院|大剧院|铁路|高速|机场|研究中心|服务中心|文学奖|科学奖|武装|教授席"
)
_NAMED_FOR = re.compile(
    "[^，。；：！？、“”（）《》 的说在是与和]{0,5}(?:公司|集团|社区|学校|[小中大]学|医院|研究[所院]|科学院"
    "|[助奖]学金|基金会?|机场)|[（(][^）)]{2,4}[）)](?:有限|股份|集团)"
)
"""What is named for somebody, or only looks as if: 盛瑞|传动公司, 吴祺光|爱心助学金."""
FIRMS_OF_LIST = re.compile(
    "等(?:[\\d一二两三四五六七八九十百多数余]+[家个大]|国产|国内|国际|知名|著名|本土|本地|中华|百年|龙头|头部|重点|传统|民营|众多)*"
    "(?:品牌|老字号|商家|连锁店|门店|专柜|企业(?![家主界职员]|负责|代表))|[药酒企茶矿面乳]业|集团|公司|股份"
)
"""Behind a list of what bears the names of its founders: 王星记、张小泉|等老字号."""
SIGNS = frozenset(" \u3000，。；：！？、“”‘’（）()《》—…|\n")
_LATE = frozenset("曾却又也还则都仍便正已将就均到赴用等受并互摄以被在因对跳跑吃喝喊卖买")
"""Nobody's given name of two characters ends with them: 刘俊|曾, 刘昆|受国务院委托, 王蔷|以6∶0."""
_MAY_BE_LATE = frozenset("作为成会来同任")
"""Given names do, but so do sentences: 宋锐|作的报告, 沈浩|为发展, 鲁琼|成了."""
_ASPECT = re.compile("[了着过](?!解)")
_JOINS_NOTHING = re.compile(
    "\\d{1,2}日|每[天日年]|[说称]|表示|指出|强调|认为|出席|会见|宣读|主持|介绍|告诉|分别|共同|应约|致|通电话|会谈|主席|[，。：；！？”’）]|$"
    "|同(?!事|伴|学|乡|行|胞|志|村|龄|为|样|一)|与(?!会)|将(?!军|士|领|官)"
)
"""Behind a 和 that joins nothing, since it belongs to the name: 魏凤和|同马来西亚国防部长."""


_MIDDLE = re.compile("中[国央共方华午学心间外文医部东西]")


def is_late(text: str, end: int) -> bool:
    """Whether the last character of a name of three belongs to the sentence: 舒默称, 刘俊曾赴."""
    last = text[end - 1]
    if last in _LATE or SPEECH.match(text, end - 1) or _ASPECT.match(text, end):
        return True
    if last == "和":
        return not _JOINS_NOTHING.match(text, end)
    if last not in _MAY_BE_LATE or end == len(text) or text[end] in SIGNS:
        return False
    return not (SPEECH.match(text, end) or is_addressed(text, end) or (last != "作" and GOES_ON.match(text, end)))


def lacks_last(text: str, end: int) -> bool:
    """Whether a 和 or 中 behind a name belongs to it: 刘国|中陪同."""
    if text.startswith("中", end):
        return not _MIDDLE.match(text, end)
    return text.startswith("和", end) and _JOINS_NOTHING.match(text, end + 1) is not None


def right_of(passage: Passage, end: int) -> tuple[int, str]:
    """What speaks behind its end for a name, and what it is: `address`, `speech` or nothing in particular."""
    text = passage.text
    if is_addressed(text, end):
        return BY_ADDRESS, "address"
    if SPEECH.match(text, end):
        return BY_SPEECH, "speech"
    following = text[end : end + 1]
    if PLACES_AND_FIRMS.match(text, end):
        return NO_PERSON, ""
    if not following or following in SIGNS:
        return 1, ""
    bound = end in passage.boundaries
    goes_on = bool(GOES_ON.match(text, end))
    return (int(goes_on) if bound else NO_BOUNDARY + 3 * goes_on), ""


def names_something(text: str, end: int) -> bool:
    """Whether what stands behind a name bears it: a firm, a school, a prize."""
    return _NAMED_FOR.match(text, end) is not None


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a name fills the title of a work: 《孙尚香》."""
    return text[start - 1 : start] == "《" and text[end : end + 1] == "》"
