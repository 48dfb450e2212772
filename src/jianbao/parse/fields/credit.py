"""What a credit says: a line, a parenthesis or the head of a text that tells who made an article and whence it is."""

import re
from dataclasses import dataclass

from jianbao.parse.fields.names import Byline, are_names, read_byline
from jianbao.parse.fields.phrases import DATELINE, SLOT, is_of_the_page, read_source, without_photo_agency
from jianbao.parse.fields.surnames import is_name
from jianbao.text.chars import HAN, trim

HEAD_OF_TEXT = 60
"""Characters of a text in which its dateline begins and its reporters are named; the longest dateline seen has 40."""

_IN_BRACKETS = re.compile(r"[（(【\[]([^（）()]*)[）)】\]]")
# The paper itself is no source of its own articles.
_OUR_OWN = {"本报", "本刊", "本社", "本网", "本台", "本站", "我报"}
_AGENCY_SENT = re.compile(r"(?P<agency>新华社|中新社|国社|本报)\s?发(?:[）)]?$|[（(](?P<by>[^（）()]{2,20}摄)[）)]?$)")
# `本报讯 记者周敏 通讯员陈立报道：`: the reporters stand between the dateline and a colon, without brackets.
_SPOKEN = re.compile(r"[\s　]*((?:[^\s，。：:（）()]{0,12}记者|通讯员)[^，。：:（）()]{1,40})[：:]")
# `来源：清江日报  作者：周敏  责编：陈立`: a line of fields, as web pages print it.
_LABEL = re.compile(
    r"(?P<label>(?:数据|信息|文章|图片|新闻|稿件)?来源|稿源|转载自|转自|摘自|[初一二三终]审|签发|审核|审签|监制|统筹|值班[编总主][委编任]|责任编辑|责编|编辑"
    r"|校对|美编|版式设计|版式|排版|(?:本报|全媒体|融媒体|特约|见习|实习)?(?:记者|通讯员)|作者|撰文|文字|采写|整理|编译|摄影|供图|制图|绘图|文|图|摄)\s?[:：]\s?"
)
_SOURCE_LABELS = {"来源", "信息来源", "文章来源", "新闻来源", "稿件来源", "稿源", "转自", "转载自", "摘自"}
_NAMES_LABELS = re.compile(r"记者|通讯员|作者|撰文|文字|采写|整理|编译|摄影|供图|制图|绘图|文|图|摄")
_PICTURE_LABELS = re.compile(r"图|摄")
_FIELD_END = re.compile(r"[\s　]{2,}|[|｜]")
# `（作者为大学教授，本报记者周敏采访整理）`: who wrote it down is named behind what the author is.
_AUTHOR_NOTE = re.compile(r"(?:本文|文章)?作者(?:单位[:：]?|[为系是])")
# `〔记者陈国强／台北报导〕`, as papers of Taiwan have it.
_REPORTED_FROM = re.compile(
    rf"[{HAN}]{{0,8}}(?:记者|特派员)(?P<names>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}})*)\s?[／/]\s?(?P<where>[{HAN}]{{2,6}}?报[导道])(?![{HAN}])"
)
# `中央社记者林小美台北8日电`: the name stands before the place, and no sign between them.
_WITHIN = re.compile(rf"记者([{HAN}]{{2,3}})[{HAN}]{{2}}")
_CLAUSE = re.compile(r"[，,；;]")


@dataclass(frozen=True, slots=True)
class Credit:
    """What one credit says."""

    names: tuple[str, ...] = ()
    source: str | None = None
    dateline: str | None = None
    picture: bool = False
    """It speaks of a picture, not of the text."""


_NOTHING = Credit()


def read_credit(text: str, *, alone: bool) -> Credit:
    """Read a text that is a credit from end to end.

    Where it stands `alone`, as a line that is a credit by its role, bare names are taken as they are; in a parenthesis
    at the end of a text (`（张三）`) they must have a surname.
    """
    text = trim(text)
    enclosed = _IN_BRACKETS.fullmatch(text)
    inner = trim(enclosed[1]) if enclosed else text
    readings = (read(inner, alone) for read in _FORMS)
    return next((credit for credit in readings if credit is not None), _NOTHING)


def _of_the_page(text: str, _alone: bool) -> Credit | None:  # noqa: FBT001 - the signature of all forms
    return Credit() if is_of_the_page(text) else None


def _dispatch(text: str, alone: bool) -> Credit | None:  # noqa: FBT001
    """`新华社北京1月14日电 记者林晖、高蕾`."""
    dateline = DATELINE.match(text)
    if dateline is None:
        return None
    return Credit(_trusted(read_byline(text[dateline.end() :]), alone=alone), _agency(dateline), dateline.group())


def _sent(text: str, _alone: bool) -> Credit | None:  # noqa: FBT001
    """`新华社发`, `邱洪生摄（新华社发）`, `新华社发（邱洪生摄）`."""
    sent = _AGENCY_SENT.search(text)
    if sent is None:
        return None
    byline = read_byline(sent["by"] or text[: sent.start()].rstrip("（( "))
    return Credit(byline.names if byline else (), _foreign(sent["agency"]), picture=True)


def _labelled(text: str, _alone: bool) -> Credit | None:  # noqa: FBT001
    """`来源：清江日报  作者：周敏  责编：陈立`: names and source; who edited and checked it is no author."""
    labels = list(_LABEL.finditer(text))
    if not labels or (len(labels) == 1 and labels[0].start() == 0):
        return None
    names: list[str] = []
    source: str | None = None
    picture = False
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        value = _FIELD_END.split(text[label.end() : following.start() if following else len(text)], maxsplit=1)[0]
        if label["label"] in _SOURCE_LABELS:
            source = source or read_source(f"（来源：{value}）")
        elif _NAMES_LABELS.search(label["label"]) and "来源" not in label["label"]:
            byline = read_byline(value)
            names += byline.names if byline else ()
            picture = picture or _PICTURE_LABELS.search(label["label"]) is not None
    return Credit(tuple(names), source, picture=picture and source is None)


def _taken(text: str, _alone: bool) -> Credit | None:  # noqa: FBT001
    """`来源：《工人日报》`."""
    source = read_source(f"（{text}）")
    return Credit(source=_foreign(source)) if source is not None else None


def _noted(text: str, _alone: bool) -> Credit | None:  # noqa: FBT001
    """The names in a note on the author: whoever is named with a title in one of its clauses."""
    if not _AUTHOR_NOTE.match(text):
        return None
    bylines = [read_byline(clause) for clause in _CLAUSE.split(text) if not _AUTHOR_NOTE.match(clause)]
    return Credit(tuple(name for byline in bylines if byline and byline.titled for name in byline.names))


def _signed(text: str, alone: bool) -> Credit | None:  # noqa: FBT001
    """`丛奎丽 记者 向婧 摄影报道`."""
    return _from_byline(read_byline(without_photo_agency(text)), alone=alone)


_FORMS = (_of_the_page, _dispatch, _sent, _labelled, _taken, _noted, _signed)
"""Forms of a credit, in the order in which they are tried; each returns None for a text of another form."""


def read_head(text: str) -> Credit:
    """What the head of a text says: `新华社北京12月6日电（记者 赵文君）`, or a byline in its place."""
    head = text[:HEAD_OF_TEXT]
    start = head.lstrip("（(【[〔 \xa0\u3000")
    if "报" in start and (found := _REPORTED_FROM.match(start)):
        return Credit(tuple(found["names"].split("、")), None, found["where"])
    dateline = DATELINE.match(start)
    place = len(head) - len(start) + dateline.end() if dateline else 0
    place += text[place : place + 1] in {"】", "]"}
    slot = SLOT.match(text, place) or (_SPOKEN.match(text, place) if dateline else None)
    byline = read_byline(slot[1]) if slot and not _AUTHOR_NOTE.match(slot[1]) else None
    if dateline is None:
        return _from_byline(byline, alone=False) if byline is not None and byline.titled else _NOTHING
    source = _agency(dateline) or (byline.outlet if byline else None)
    return Credit(_trusted(byline, alone=False) or _named_within(dateline.group()), source, dateline.group())


def _named_within(dateline: str) -> tuple[str, ...]:
    found = _WITHIN.search(dateline)
    return next(((name,) for name in (found[1], found[1][:2]) if is_name(name)), ()) if found else ()


def _agency(dateline: re.Match[str]) -> str | None:
    return _foreign(dateline["agency"].strip("《》“”"))


def _foreign(agency: str) -> str | None:
    return None if agency in _OUR_OWN else agency


def _trusted(byline: Byline | None, *, alone: bool) -> tuple[str, ...]:
    """The names of a byline; without title or activity they must look like names."""
    if byline is None or not (alone or byline.titled or are_names(byline.names)):
        return ()
    return byline.names


def _from_byline(byline: Byline | None, *, alone: bool) -> Credit:
    names = _trusted(byline, alone=alone)
    if byline is None or not (names or byline.titled):
        return Credit()
    return Credit(names, byline.outlet, picture=byline.pictured)
