"""The set phrases of a newspaper page: datelines, jumps, sources, captions. Each pattern looks at a bounded number of characters."""

import re

from jianbao.parse.names import read_byline
from jianbao.text.chars import HAN, trim
from jianbao.text.numerals import CHINESE_NUMERAL, read_number

_AGENCY = r"(?:本报|新华社|中新社|中新网|人民网|新华网|央视网|央视|本刊|本社|国社)"

DATELINE = re.compile(
    # 本报讯, 新华社北京12月6日电, 据新华社澳门10月1日电, 本报北京1月31日电, 据《贵州日报》消息, 贵州日报讯
    rf"据?(?P<agency>{_AGENCY}|[《“]?[{HAN}]{{2,8}}(?:日报|晚报|都市报|时报|社|网)[》”]?)"
    rf"(?P<where>[{HAN}、，]{{0,20}}(?:\d{{1,2}}\s?月\s?)?(?:\d{{1,2}}\s?日)?)\s?(?P<what>电|讯|消息)(?=[\s（(：:，,）)]|$)"
)
"""A dateline (电头) at the head of a text; `agency` is who sent it."""

SLOT = re.compile(r"[\s\u3000]{0,4}[（(]([^（()）。]{1,90})[）)]")
"""A parenthesis as it stands behind a dateline or at the end of a text: `（记者 徐华蔚）`."""

_SOURCE = re.compile(
    r"[（(【\[]?\s*(?:信息|文章|图文|新闻)?(?:来源|稿源|转自|转载自|摘自|选自|原载|据)\s*[:：]?\s*(?P<name>[^。；！？（）()]{2,40}?)\s*[）)】\]]?"
)
_SOURCE_DATE = re.compile(r"[\s，,]*(?:\d{4}年)?\d{1,2}月\d{1,2}日.{0,6}$")
_JUMP = re.compile(
    rf"(?P<way>上接|下转|续接|接|转)\s?(?P<paper>[{HAN}]{{0,2}})第?\s?[A-Z]?(?P<page>\d{{1,3}}|{CHINESE_NUMERAL}{{1,3}})\s?版"
)
_CAPTION_START = re.compile(r"[（(▲▼△▽◀▶■●↑↓←→]{0,2}\s?(?:[上下左右中本大小][图①-⑩]|图[为一二三四①-⑩1-9]|图片)")
_COLUMN = re.compile(r"[【\[〔［][^】\]〕］]{2,16}[】\]〕］]|[·•・◆■●]\s?[^·•・。，]{2,12}\s?[·•・◆■●]|(?:本期|今日)(?:话题|主题)")
_CREDIT_LABEL = re.compile(r"(?:本版)?(?:制图|版式设计|图片来源|数据来源|供图|绘图|漫画|题图|资料图片|图片|摄影)\s?[:：].{1,40}")
_PHOTO_AGENCY = re.compile(r"[（(](?:影像中国|人民视觉|新华社发|视觉中国|资料图片|资料图|图片由.{2,20}提供)[）)]$")
_AUTHOR_NOTE = re.compile(r"[（(](?:作者|本文作者|文章作者)(?:系|为|是|单位)?[^（）()]{2,60}[）)]")

LONGEST_JUMP = 20
_LONGEST_SLOT = 92
_LONGEST_CREDIT = 60


def read_jump(text: str) -> tuple[str, int] | None:
    """`（上接一版）` is ("from", 1), `（下转第4版）` is ("on", 4); None if there is none in the text, which must be short."""
    match = _JUMP.search(text[:_LONGEST_SLOT])
    page = read_number(match["page"]) if match else None
    return (("on" if match["way"] in {"下转", "转"} else "from"), page) if match and page else None


def is_jump(text: str) -> bool:
    """Whether a line is nothing but a reference to another page."""
    return len(text) <= LONGEST_JUMP and read_jump(text) is not None


def read_source(text: str) -> str | None:
    """The name in a line or parenthesis that says where the text was taken from: `（来源：《工人日报》）` is 工人日报."""
    match = _SOURCE.fullmatch(trim(text)) if len(text) <= _LONGEST_CREDIT else None
    if match is None:
        return None
    name = _SOURCE_DATE.sub("", match["name"])
    titled = re.search(r"《([^》]{2,20})》", name)
    return titled[1] if titled else name.strip("“”\"' ") or None


def is_source(text: str) -> bool:
    """Whether a line is nothing but the source that the text was taken from."""
    text = trim(text)
    spelled = ("：" in text or ":" in text) and not text.startswith("据")
    return (spelled or text.startswith(("（", "("))) and read_source(text) is not None


def is_photo_credit(text: str) -> bool:
    """Whether a line is nothing but the credit of a photograph or drawing: `刘 辉摄（影像中国）`, `制图：蔡华伟`."""
    text = trim(text)
    if len(text) > _LONGEST_CREDIT:
        return False
    if _CREDIT_LABEL.fullmatch(text) or _PHOTO_AGENCY.fullmatch(text):
        return True
    byline = read_byline(_PHOTO_AGENCY.sub("", text))
    return byline is not None and byline.titled and text.rstrip("）)").endswith(("摄", "摄影", "供图", "摄影报道", "图", "中国", "视觉", "发"))


def is_caption(text: str) -> bool:
    """Whether a text begins as captions do: `图为展览现场。`, `▲上图：…`."""
    return _CAPTION_START.match(trim(text)) is not None


def is_column(text: str) -> bool:
    """Whether a line is the label of a column: `【黔北视点】`, `·短评·`."""
    return _COLUMN.fullmatch(trim(text)) is not None


def is_author_note(text: str) -> bool:
    """Whether a line only tells who the author is: `（作者单位：遵义师范学院）`."""
    return _AUTHOR_NOTE.fullmatch(trim(text)) is not None


def final_slot(text: str) -> str | None:
    """The parenthesis that ends a text, without its brackets; None if there is none or it is too long to be a credit."""
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
