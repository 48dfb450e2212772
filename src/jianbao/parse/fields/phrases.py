"""The set phrases of a newspaper page: datelines, jumps, sources, captions.

Each pattern looks at a bounded number of characters.
"""

import re

from jianbao.parse.fields.names import read_byline
from jianbao.text.chars import HAN, trim
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

_AGENCY = (
    r"(?:本报|新华社|中新社|中新网|人民网|新华网|央视网|央视|本刊|本社|国社|本网|本台|本站|我报|大公报|文汇报|中央社)"
)

DATELINE = re.compile(
    # 本报讯, 新华社北京12月6日电, 据新华社澳门10月1日电, 本报北京1月31日电, 据《贵州日报》消息, 贵州日报讯
    rf"据?(?P<agency>{_AGENCY}|[《“]?[{HAN}]{{2,8}}(?:[日晚晨早商时周]报|都市报|青年报|社|网|新闻|融媒体中心|融媒|客户端)[》”]?)"
    rf"(?P<where>[{HAN}、，/／]{{0,20}}(?:\d{{1,2}}\s?月\s?)?(?:\d{{1,2}}\s?日)?)\s?(?P<what>电|讯|消息)(?=[\s（(：:，,）)】\]]|$)"
)
"""A dateline (电头) at the head of a text; `agency` is who sent it."""

SLOT = re.compile(r"[\s\u3000]{0,4}[（(]([^（()）。]{1,90})[）)]")
"""A parenthesis as it stands behind a dateline or at the end of a text: `（记者 徐华蔚）`."""

_SOURCE = re.compile(
    r"[（(【\[]?\s*(?:信息|文章|图文|新闻)?(?:来源|稿源|转自|转载自|摘自|摘编自|选自|原载|据)\s*[:：]?\s*(?P<name>[^。；！？（）()]{2,40}?)\s*[）)】\]]?"
)
_SOURCE_DATE = re.compile(r"[\s，,]*(?:\d{4}年)?\d{1,2}月\d{1,2}日.{0,6}$")
_TITLED = re.compile(r"《([^》]{2,20})》")
_JUMP = re.compile(
    rf"(?P<way>上接|下转|续接|接|转)\s?[{HAN}]{{0,2}}?第?\s?[A-Z]?(?P<page>\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版"
)
_CAPTION_START = re.compile(r"[（(▲▼△▽◀▶■●↑↓←→]{0,2}\s?(?:[上下左右中本大小][图①-⑩]|图[为一二三四①-⑩1-9]|图片[：:为])")
_COLUMN = re.compile(
    r"[【\[〔［][^】\]〕］]{2,16}[】\]〕］]|[·•・◆■●]\s?[^·•・。，]{2,12}\s?[·•・◆■●]|(?:本期|今日)(?:话题|主题)"
)
_CREDIT_LABEL = re.compile(
    r"(?:本版)?(?:制图|版式设计|图片来源|数据来源|供图|绘图|漫画|题图|资料图片|图片|摄影)\s?[:：].{1,40}|(?:本版)?(?:图片|照片)(?:均?由).{2,40}(?:提供|摄)|[^。]{2,40}供图|(?:新华社|中新社|本报)发(?:[（(][^（）()]{2,20}摄[）)])?"
)
_PHOTO_AGENCY = re.compile(
    r"(?<=摄)[（(][^（）()]{2,12}[）)]$|[（(](?:影像中国|人民视觉|新华社发|视觉中国|资料图片|资料图|图片由.{2,20}提供)[）)]$"
)
_PHOTO_HINT = re.compile(r"[图片摄影视漫源版发]")
"""What no credit of a picture is without: a cheap look before the thorough one."""
_PHOTO_WORK = ("摄", "摄影", "供图", "摄影报道")
_NOTE = re.compile(
    r"[（(](?:[^（）()。]{0,30}[，；])?(?:作者|本文作者|文章作者|参与记者|参加采写|整理)[^。]{2,80}[）)]|(?:栏目)?(?:投稿|电子)?(?:邮箱|信箱)\s?[:：]\s?\S{6,50}"
)
_PERSON = re.compile(
    rf".{{0,24}}(?:书记|[省市区县镇乡州厅局部院校司]长|主任|董事长|总经理|秘书长|会长|行长|主席|政委|教授|研究员|院士|委员|代表)[\s\u3000]?(?!们)[{HAN}]{{1,2}}[\s\u3000]{{0,2}}[{HAN}]{{1,2}}"
)  # Who drew, edited or laid out the page: a credit of no article.
_OF_THE_PAGE = re.compile(
    r"本版|本期|版式|美编|美术编辑|责编|责任编辑|执行编辑|编辑|校对|组版|排版|审校|审核|审签|[初一二三终]审|签发|监制|统筹|值班|数据来源"
)

# `（相关报道见第四版）`: it leads to another article, not to the next part of this one.
_SEE_ALSO = re.compile(
    rf"[（(]?[{HAN}《》、，]{{0,16}}[见详]{{1,2}}于?第?\s?[A-D]?(?:\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版[）)]?"
)
# `2025-11-03 08:30  来源：青溪晚报  作者：周敏`: a line of fields, as web pages print it below the headline.
_FIELDS = re.compile(
    r"(?:(?:发布)?(?:时间|日期)\s?[:：]\s?)?(?:\d{4}\D{1,2}\d{1,2}\D{1,2}\d{1,2}日?)?[\s\d:：T]{0,12}"
    r"(?:来源|稿源|作者|记者|通讯员)\s?[:：]\s?[^。]{1,30}?[\s|｜]+(?:来源|作者|记者|通讯员|责任编辑|责编|编辑|审核)\s?[:：][^。]{1,60}"
)

LONGEST_JUMP = 20
_LONGEST_SLOT = 92
_LONGEST_CREDIT = 60
_LONGEST_FIELDS = 120


def has_dateline(text: str) -> bool:
    """Whether a text begins with a dateline."""
    told = "电" in text or "讯" in text or "消息" in text
    return told and DATELINE.match(text) is not None


def read_jump(text: str) -> tuple[str, int] | None:
    """`（上接一版）` is ("from", 1), `（下转第4版）` is ("on", 4); None if the first words hold no jump."""
    match = _JUMP.search(text[:_LONGEST_SLOT])
    page = read_number(match["page"]) if match else None
    return (("on" if match["way"] in {"下转", "转"} else "from"), page) if match and page else None


def is_jump(text: str) -> bool:
    """Whether a line is nothing but a reference to another page, where the text goes on or another article stands."""
    if len(text) > LONGEST_JUMP or "版" not in text:
        return False
    return read_jump(text) is not None or _SEE_ALSO.fullmatch(trim(text)) is not None


def read_source(text: str) -> str | None:
    """The name in a text that says where an article was taken from: `（来源：《工人日报》）` is 工人日报."""
    match = _SOURCE.fullmatch(trim(text)) if len(text) <= _LONGEST_CREDIT else None
    if match is None:
        return None
    titled = _TITLED.search(match["name"])
    return titled[1] if titled else _SOURCE_DATE.sub("", match["name"]).strip("“”\"' ") or None


def is_source(text: str) -> bool:
    """Whether a line is nothing but the source that the text was taken from, perhaps with its date and author."""
    text = trim(text)
    colon = "：" in text or ":" in text
    if colon and len(text) <= _LONGEST_FIELDS and _FIELDS.fullmatch(text):
        return True
    spelled = colon and not text.startswith("据")
    return (spelled or text.startswith(("（", "("))) and read_source(text) is not None


def is_of_the_page(text: str) -> bool:
    """Whether a credit is that of the whole page, and of no article: `本版制图：蔡华伟`, `一审：周敏 二审：陈立`.

    A line of several fields may begin so and still name an article's own: `责编：周敏  作者：陈立`.
    """
    return _OF_THE_PAGE.match(trim(text)) is not None and not re.search(r"(?:作者|记者|通讯员|来源)[:：]", text[4:])


def is_photo_credit(text: str) -> bool:
    """Whether a line is nothing but the credit of a photograph or drawing: `刘 辉摄（影像中国）`, `制图：蔡华伟`."""
    text = trim(text)
    if len(text) > _LONGEST_CREDIT or not _PHOTO_HINT.search(text):
        return False
    if _CREDIT_LABEL.fullmatch(text) or _PHOTO_AGENCY.fullmatch(text):
        return True
    bare_credit = without_photo_agency(text)
    if bare_credit == text and not text.rstrip("）)").endswith(_PHOTO_WORK):
        return False
    byline = read_byline(bare_credit)
    return byline is not None and byline.titled


def without_photo_agency(text: str) -> str:
    """A credit without the agency in parentheses at its end: `刘 辉摄（影像中国）` is `刘 辉摄`."""
    return _PHOTO_AGENCY.sub("", text)


def is_caption(text: str) -> bool:
    """Whether a text begins as captions do: `图为展览现场。`, `▲上图：…`."""
    return _CAPTION_START.match(trim(text)) is not None


def is_column(text: str) -> bool:
    """Whether a line is the label of a column: `【黔北视点】`, `·短评·`."""
    return _COLUMN.fullmatch(trim(text)) is not None


def is_person(text: str) -> bool:
    """Whether a line is an office and a name and nothing else: `红花岗区委副书记、区长冯俊峰`."""
    text = trim(text)
    return len(text) <= _LONGEST_CREDIT and _PERSON.fullmatch(text) is not None


def is_author_note(text: str) -> bool:
    """Whether a line only tells who the author is or how to write to the desk: `（作者单位：遵义师范学院）`."""
    return _NOTE.fullmatch(trim(text)) is not None


def final_slot(text: str) -> str | None:
    """The parenthesis that ends a text, without its brackets; None without one, or if it is too long for a credit."""
    text = text[-_LONGEST_SLOT:].rstrip()
    if not text.endswith(("）", ")")):
        return None
    opening = max(text.rfind("（"), text.rfind("("))
    return text[opening + 1 : -1] if opening >= 0 else None


def caption_text(text: str) -> str:
    """A caption without the credit in parentheses at its end: `图为展览现场。（向婧 摄影报道）` is `图为展览现场。`."""
    slot = final_slot(text)
    byline = read_byline(slot) if slot is not None else None
    if slot is None or not ((byline and byline.names) or slot in {"资料图片", "资料图"} or read_source(f"（{slot}）")):
        return text
    return text[: max(text.rfind("（"), text.rfind("("))].rstrip()
