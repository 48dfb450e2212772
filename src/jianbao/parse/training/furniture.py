"""Invented page furniture: folios, staff lines, advertisements, jumps, in the shapes that newspapers print.

The shapes are templates. `{name}` and `{name2}` … are people, `{paper}`, `{place}`, `{section}`, `{page}`, `{date}`,
`{week}`, `{issue}`, `{rank}`, `{phone}` what they say; each is drawn anew for each page.
"""

import random

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌"
_GIVEN = "伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建国思宇佳莹华黔仁小满桐绥湄浩然梓涵雨晨子轩"
_PLACES = ("贵阳", "临江", "安南", "东山", "云岭", "海州", "平原", "长河", "西川", "清江", "南都", "遵义")
_KINDS = ("日报", "晚报", "晨报", "时报", "都市报", "商报", "青年报", "周报")
_NEWS = ("要闻", "综合", "经济", "社会", "文化", "法治", "民生", "县域", "生态", "教育", "体育", "国际")
_OTHER = ("副刊", "评论", "广告", "专题", "时政", "乡村振兴", "健康", "科技", "读者来信", "公益广告", "视觉", "理论")
_SECTIONS = (*_NEWS, *_OTHER)
_HAN_DIGITS = "〇一二三四五六七八九"

_TOPS = (
    (),
    ("{paper} {date} 星期{week} 第{page}版 {section}",),
    ("{page} {section} {date}",),
    ("{section} {page}版 {date} 星期{week}",),
    ("{paper}", "{date}", "第{page}版：{section}"),
    ("第{page}版", "{section}", "{date} 星期{week}"),
    ("{date}  星期{week}  {section}", "{page}"),
    ("{paper} DAILY NEWS", "{date} 星期{week} 农历四月十五", "第{issue}期 今日8版", "国内统一刊号CN52-0013"),
    ("【{section}】", "{page}版"),
    ("{paper}·{section}",),
    ("{section}",),
)
_BOTTOMS = (
    ("本版责编：{name} {name2} {name3}",),
    ("责任编辑：{name} 版式设计：{name2} 校对：{name3}",),
    ("编辑 {name} 美编 {name2} 校对 {name3}",),
    ("编辑/{name} 版式/{name2} 校对/{name3}",),
    ("责任编辑：{name}", "美术编辑：{name2}", "校对：{name3}"),
    ("值班编委 {name} 责任编辑 {name2}", "版面设计 {name3} 责任校对 {name4}"),
    ("一审：{name} 二审：{name2} 三审：{name3}",),
    ("本版编辑：{name}\u3000组版：{name2}\u3000电话：0851—{phone}",),
    ("社址：{place}市人民路18号 邮编：563000 广告热线：{phone}",),
)
_INNER = (
    "广告",
    "公益广告",
    "（广告）",
    "·广告·",
    "广\u3000告",
    "图片广告",
    "{section}",
    "广告热线：{phone}",
    "{place}市人民医院 体检热线 {phone}",
    "讲文明 树新风 公益广告",
    "遗失声明",
    "声明：{name}身份证遗失，声明作废。",
    "{page}",
    "扫码关注{paper}微信公众号",
    "本报常年法律顾问：金正律师事务所",
    "投稿邮箱：xwb{issue}@163.com",
)
_JUMPS = ("（{way}第{page}版）", "（{way}{page}版）", "▶{way}{page}版", "{way}第{page}版", "({way}{page}版)")

_PAPERS = (
    "《工人日报》",
    "新华网",
    "《经济日报》",
    "人民网",
    "《光明日报》",
    "{paper}",
    "央视新闻客户端",
    "{place}发布",
)
_SOURCES = ("（来源：{}）", "来源：{}", "（据{}）", "（转自{}）", "（原载{}）", "（摘自{}）")
_BYLINES = (
    "本报记者 {name}",
    "记者 {name} 通讯员 {name2}",
    "□ 本报记者 {name} {name2}",
    "{paper}记者 {name}",
    "{paper}{place}新闻记者 {name}",
    "通讯员 {name} 文/图",
    "全媒体记者 {name} 实习生 {name2}",
)
_PERSONS = (
    "{place}{rank}{name}",
    "{place}市委副书记、{rank}{name}",
    "{place}区委常委、{rank}{name}",
    "{place}县委书记{name}",
)
_RANKS = ("市长", "区长", "县委书记", "市教育局局长", "市文旅局党组书记", "集团董事长", "大学教授", "镇党委书记")


def top_lines(rng: random.Random, page: int) -> list[str]:
    """The folio at the head of a page, on one to four lines; sometimes none."""
    return _filled(rng, rng.choice(_TOPS), page)


def bottom_lines(rng: random.Random) -> list[str]:
    """Staff lines and other ends of a page."""
    chosen = (rng.choice(_INNER),) if rng.random() < 0.1 else rng.choice(_BOTTOMS)
    return _filled(rng, chosen, rng.randrange(1, 17))


def inner_line(rng: random.Random) -> str:
    """An advertisement or a number between articles."""
    return _filled(rng, (rng.choice(_INNER),), rng.randrange(1, 17))[0]


def jump_line(rng: random.Random, way: str) -> str:
    """A jump to (`下转`) or from (`上接`) another page."""
    return rng.choice(_JUMPS).format(
        way=rng.choice((way, way, way, "紧接" if way == "上接" else "转")), page=_page(rng, 4)
    )


def source_line(rng: random.Random, kind: str) -> str:
    """A `byline`, or a `source` that a text was taken from."""
    if kind == "byline":
        return _filled(rng, (rng.choice(_BYLINES),), 1)[0]
    return rng.choice(_SOURCES).format(_filled(rng, (rng.choice(_PAPERS),), 1)[0])


def web_line(rng: random.Random, date: str) -> str:
    """Date, source and author, as web pages print them below a headline."""
    shape = rng.choice(
        ("{} 来源：{}", "{}  来源：{}  作者：{}", "发布时间：{} 来源：{} 编辑：{}", "{} {}", "{} 08:30 {} {}")
    )
    return shape.format(date, _filled(rng, (rng.choice(_PAPERS),), 1)[0].strip("《》"), _name(rng))


def person(rng: random.Random) -> str:
    """A person with office, as it stands over an interview."""
    return _filled(rng, (rng.choice(_PERSONS),), 1)[0]


def _filled(rng: random.Random, shapes: tuple[str, ...], page: int) -> list[str]:
    fill = {
        "paper": rng.choice(_PLACES) + rng.choice(_KINDS),
        "place": rng.choice(_PLACES),
        "section": rng.choice(_SECTIONS),
        "page": _page(rng, page),
        "date": _date(rng),
        "week": rng.choice("一二三四五六日"),
        "issue": rng.randrange(1000, 20000),
        "rank": rng.choice(_RANKS),
        "phone": rng.randrange(2000000, 8999999),
        **{name: _name(rng) for name in ("name", "name2", "name3", "name4")},
    }
    return [shape.format_map(fill) for shape in shapes]


def _name(rng: random.Random) -> str:
    given = "".join(rng.sample(_GIVEN, rng.choice((1, 2, 2))))
    surname = rng.choice(_SURNAMES)
    return f"{surname} {given}" if len(given) == 1 and rng.random() < 0.4 else surname + given


def _page(rng: random.Random, page: int) -> str:
    return rng.choice((str(page), f"{page:02d}", f"A{page:02d}", _han(page)))


def _date(rng: random.Random) -> str:
    year, month, day = rng.randrange(1998, 2031), rng.randrange(1, 13), rng.randrange(1, 29)
    han_year = "".join(_HAN_DIGITS[int(digit)] for digit in str(year))
    shapes = (
        f"{year}年{month}月{day}日",
        f"{year}年{month:02d}月{day:02d}日",
        f"{year}-{month:02d}-{day:02d}",
        f"{year}.{month}.{day}",
        f"{han_year}年{_han(month)}月{_han(day)}日",
    )
    return rng.choice(shapes)


def _han(number: int) -> str:
    """A number below 100 as it is written."""
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return ten + (_HAN_DIGITS[ones] if ones else "")
