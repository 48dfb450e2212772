"""Turns of phrase that tell what a line is, in the conventions of Chinese newspapers.

Each cue is a hint to the model, never a verdict: its weight was learned, and the lines around have a say too. All
patterns are anchored or run over a bounded slice, so that each costs constant time.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

SLICE = 48
"""Characters looked at from either end of a line."""

_AGENCY = "本报|本刊|新华社|中新社|据|综合|人民网|央视|中新网"
_PERSON = "记者|通讯员|实习生|特约|评论员|见习|撰稿|作者"
_PAGE_NUMBER = r"第?[\d０-９一二三四五六七八九十ＡＢＣＤA-D]{1,3}版"
_STAFF = "责编|编辑|责任编辑|美编|校对|组版|审读|值班|主编|版式|检校|统筹|电话|邮箱|电子邮箱|投稿|制图"
_IMPRINT = r"星期[一二三四五六日]|第\d{1,3}版|国内统一|邮发代号|总第\d"
_HAN = r"[\u4e00-\u9fff]"
_OF_A_PLACE = "(?:[省市县区州旗镇乡村]|街道|社区|学院|大学|公司)"
"""Who writes to a paper signs with place and name: 河北沧州市 冯 毅. Without this cue, such pages were read worst."""

HEAD_CUES: tuple[tuple[str, str], ...] = (
    ("", rf"(?:{_AGENCY}|\w{{2,5}}[日晚早时]报)[^，。]{{0,14}}?[电讯](?:$|[ \u3000\xa0（(—])"),
    ("", rf"[（(【]?(?:□|◎|■|▲)?\s?[^，。：；]{{0,12}}?(?:{_PERSON})(?!会|节|证|团|手记|观察|调查)"),
    ("（(图资数本文内来转摘原据", r"[（(]?\s?(?:图片|资料|数据|本文|文章|内容)?(?:来源|转自|摘自|原载|据)[：:《]?"),
    ("（(▲▼►▶◀◁上下紧转接", rf"[（(▲▼►▶◀◁]*\s?[上下紧转接][接转]?.{{0,4}}{_PAGE_NUMBER}"),
    (
        "（(上下左右本题前后组主资这图",
        r"[（(]?[上下左右本题前后组主资这]?图[为①②③④⑤1-9一二三]?[：:，]?|资料(?:图片|照片)",
    ),
    ("近日连今当", r"(?:近日|日前|近年来|连日来|今年|当日|\d{1,2}月\d{1,2}日|\d{1,2}日)(?:上午|下午|晚|，|起)?"),
    ("", r"[问答][：:]|[QA][：:]|\w{1,8}[：:]"),
    (
        "一二三四五六七八九十（第",
        r"[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节条]",
    ),
    ("①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿", r"\d{1,2}[、．. \u3000]|[①②③④⑤⑥⑦⑧⑨⑩]|[❶-❿]"),
    ("—-", r"(?:——|—|--)"),
    ("■●▲◆★□○◎▶►※", r"[■●▲◆★□○◎▶►※]"),
    (
        "核编开延相链新阅记专提",
        r"(?:核心阅读|编者按|编者的话|开栏的话|延伸阅读|相关链接|链接|新闻背景|阅读提示|记者手记|专家点评|编后|提要)[：:]?",
    ),
    ("星第国邮总", rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\s?(?:星期|农历|第|[甲-癸])|{_IMPRINT}"),
    ("本责执值版编美校组审主检统电邮投制", rf"(?:本版|责任|本期|执行|值班|版面)?\s?(?:{_STAFF})"),
    (
        "一二三初复终签监总社地网传热邮定印发",
        r"(?:一|二|三|初|复|终)审|签发|监制|总编|社长|地址|网址|传真|热线|邮编|定价|印刷|发行",
    ),
    ("广公声启遗招通拍讣", r"(?:广告|公告|声明|启事|遗失|招租|通告|公示|拍卖|讣告)"),
    ("【〔[［", r"[【〔\[［].{1,14}[】〕\]］]"),
    ("“‘「『", r"[“‘「『]"),
    ("", r"[\w·]{2,4}(?:[ \u3000\xa0、]{1,3}[\w·]{2,4}){0,5}$"),
    ("（(", r"[（(][^（）()]{1,30}[）)]$"),
    ("", rf"{_HAN}{{2,9}}{_OF_A_PLACE}[ \u3000\xa0]+[\u4e00-\u9fff·]{{1,3}}[ \u3000\xa0]?{_HAN}{{0,3}}$"),
)
"""Characters that may begin a cue beside digits, none for any, and the cue."""

TAIL_CUES: tuple[tuple[str, str], ...] = (
    ("摄影道绘发图）)", r"(?:摄|摄影|摄影报道|供图|绘|发|图|制图|文/图|图/文)(?:[（(][^）)]{1,12}[）)])?[）)]?$"),
    ("", rf"(?:{_PERSON})[ \u3000\xa0：:]?[^，。；！？]{{2,40}}[）)]?$"),
    ("）)", r"[（(][^（）()，。]{2,14}[）)]$"),
    ("）)", r"[（(][一二三四五六七八九十上中下①-⑩\d]{1,2}[）)]$"),
    ("版）)", rf"[上下转][接转]?.{{0,4}}{_PAGE_NUMBER}[）)]?\s?$"),
    ("调出求示为说到露悉绍：:—", r"(?:(?:强调|指出|要求|表示|认为|说|提出|透露|获悉|介绍)[：:]?|——)$"),
    (
        "",
        r"(?:举行|召开|启动|开幕|闭幕|成立|发布|出台|揭晓|开工|签约|开班|落幕|投用|运行|上线|增长|突破|超过\d+\w{0,3})$",
    ),
    (
        "",
        r"(?:代表|委员|教授|院士|书记|市长|县长|区长|主任|局长|院长|校长|主席|董事长|总经理|研究员|部长|厅长)(?:[\w·]{2,4})?$",
    ),
    (
        "实述记察查事写问谈评录象掠影）)",
        r"(?:纪实|综述|侧记|观察|调查|记事|速写|答记者问|访谈|述评|启示录|印象|追记|掠影)(?:[（(][^）)]{1,4}[）)])?$",
    ),
    ("道理写译文稿电讯）)", r"(?:报道|整理|采写|编译|撰文|撰稿|供稿|电|讯)[）)]?$"),
    ("的了在和与是将把被对为从向于并及", r"[的了在和与是将把被对为从向于并及]$"),
)
"""The same of the end of a line: characters that may end a cue, and the cue."""

SENTENCE_ENDS = frozenset("。，；！？")
"""No cue of the tail ends so."""

COLUMNS = len(HEAD_CUES) + len(TAIL_CUES)
"""Columns of `find`."""

_TELLING_FIRST, _TELLING_LAST = (frozenset("".join(edge for edge, _ in table)) for table in (HEAD_CUES, TAIL_CUES))
_BY_ANY_FIRST, _BY_ANY_LAST = (
    tuple(n for n, row in enumerate(table) if not row[0]) for table in (HEAD_CUES, TAIL_CUES)
)
"""Cues that any character may begin, or end. Most lines begin and end with one that no other cue does."""

_HEAD_HINT = re.compile("[电讯者员生约习稿：:、 \u3000\xa0]")
_TAIL_HINTS = (
    re.compile("[者员生约习稿]"),
    re.compile("[行开动幕立布台晓工约班用线长破过]"),
    re.compile("[表员授士记长任席理]"),
)
"""What none of them is without, in their order for the tail: a cheap look before the thorough one."""
_LONGEST_NAME = 4
"""Names of up to so many characters alone are a cue of the head that needs none of these."""


def _in_one(cues: Iterable[int]) -> re.Pattern[str]:
    """Cues of the head in one pattern, a third faster: each looks ahead from the first character into a group."""
    return re.compile("".join(f"(?:(?={HEAD_CUES[n][1]})())?" for n in cues))


_HEADS, _FEW_HEADS = ((_in_one(numbers), tuple(numbers)) for numbers in (range(len(HEAD_CUES)), _BY_ANY_FIRST))
_TAILS = tuple((len(HEAD_CUES) + number, re.compile(pattern).search) for number, (_, pattern) in enumerate(TAIL_CUES))
_FEW_TAILS = tuple((hint.search, *_TAILS[number]) for hint, number in zip(_TAIL_HINTS, _BY_ANY_LAST, strict=True))


def find(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """(n, COLUMNS): 1 where a cue of the head (at the first character) or of the tail was found."""
    out = np.zeros(len(texts) * COLUMNS, np.float32)
    out[[row * COLUMNS + column for row, text in enumerate(texts) for column in _found(text.strip())]] = 1
    return out.reshape(len(texts), COLUMNS)


def _found(line: str) -> list[int]:
    """The columns of the cues of a line."""
    first, last, head = line[:1], line[-1:], line[:SLICE]
    found: list[int] = []
    if first in _TELLING_FIRST or first.isdecimal():
        found = _matched(*_HEADS, head)
    elif len(line) <= _LONGEST_NAME or _HEAD_HINT.search(head):
        found = _matched(*_FEW_HEADS, head)
    if last in SENTENCE_ENDS:
        return found
    tail = line[-SLICE:]
    if last in _TELLING_LAST:
        found += [column for column, search in _TAILS if search(tail)]
    else:
        found += [column for hints, column, search in _FEW_TAILS if hints(tail) and search(tail)]
    return found


def _matched(pattern: re.Pattern[str], columns: tuple[int, ...], head: str) -> list[int]:
    matched = pattern.match(head)
    if matched is None or not matched.lastindex:
        return []
    return [column for column, cue in zip(columns, matched.groups(), strict=True) if cue is not None]
