"""Invented page furniture: folios, staff lines, advertisements, jumps, in the shapes that newspapers print."""

import random
from collections.abc import Callable

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方罗"
_GIVEN = "伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建国思宇佳莹华黔仁小满桐遵绥湄浩然梓涵雨晨子轩"
_PLACES = ("遵义", "贵阳", "临江", "安南", "东山", "云岭", "海州", "平原", "长河", "西川", "新城", "清江", "南都", "江北")
_KINDS = ("日报", "晚报", "晨报", "时报", "都市报", "商报", "青年报", "周报")
_SECTIONS = ("要闻", "综合", "经济", "社会", "文化", "法治", "民生", "县域", "生态", "教育", "体育", "国际", "副刊", "评论",
             "广告", "专题", "时政", "乡村振兴", "健康", "科技", "读者来信", "公益广告", "视觉", "理论", "地方新闻")
_HAN_DIGITS = "〇一二三四五六七八九"


def _name(rng: random.Random) -> str:
    given = "".join(rng.sample(_GIVEN, rng.choice((1, 2, 2))))
    surname = rng.choice(_SURNAMES)
    return f"{surname} {given}" if len(given) == 1 and rng.random() < 0.4 else surname + given


def _paper(rng: random.Random) -> str:
    return rng.choice(_PLACES) + rng.choice(_KINDS)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return head + (_HAN_DIGITS[ones] if ones else "")


def _page(rng: random.Random, page: int) -> str:
    return rng.choice((str(page), f"{page:02d}", f"A{page:02d}", _han(page)))


def top_lines(rng: random.Random, page: int) -> list[str]:
    """The folio at the head of a page, on one to four lines; sometimes none."""
    paper, section, number = _paper(rng), rng.choice(_SECTIONS), _page(rng, page)
    year, month, day, week = rng.randrange(1998, 2031), rng.randrange(1, 13), rng.randrange(1, 29), rng.choice("一二三四五六日")
    date = rng.choice((f"{year}年{month}月{day}日", f"{year}-{month:02d}-{day:02d}", f"{year}.{month}.{day}",
                       f"{year}年{month:02d}月{day:02d}日", "".join(_HAN_DIGITS[int(c)] for c in str(year)) + f"年{_han(month)}月{_han(day)}日"))
    shapes: tuple[Callable[[], list[str]], ...] = (
        list,
        lambda: [f"{paper} {date} 星期{week} 第{number}版 {section}"],
        lambda: [f"{number} {section} {date}"],
        lambda: [f"{section} {number}版 {date} 星期{week}"],
        lambda: [paper, date, f"第{number}版：{section}"],
        lambda: [f"第{number}版", section, f"{date} 星期{week}"],
        lambda: [f"{date}  星期{week}  {section}", str(page)],
        lambda: [f"{paper} ZUNYI DAILY", f"{date} 星期{week} 农历{rng.choice('正二三四五六七八九')}月{rng.choice(('初三', '十五', '廿八'))}",
                 f"第{rng.randrange(1000, 20000)}期 今日{rng.choice((4, 8, 12))}版", f"国内统一刊号CN{rng.randrange(10, 60)}-00{rng.randrange(10, 99)}"],
        lambda: [f"【{section}】", f"{number}版"],
        lambda: [f"{paper}·{section}"],
        lambda: [section],
    )
    return rng.choice(shapes)()


def bottom_lines(rng: random.Random) -> list[str]:
    """Staff lines and other ends of a page."""
    a, b, c, d = (_name(rng) for _ in range(4))
    shapes = (
        [f"本版责编：{a} {b} {c}"],
        [f"责任编辑：{a} 版式设计：{b} 校对：{c}"],
        [f"编辑 {a} 美编 {b} 校对 {c}"],
        [f"编辑/{a} 版式/{b} 校对/{c}"],
        [f"责任编辑：{a}", f"美术编辑：{b}", f"校对：{c}"],
        [f"值班编委 {a} 责任编辑 {b}", f"版面设计 {c} 责任校对 {d}"],
        [f"一审：{a} 二审：{b} 三审：{c}"],
        [f"本版编辑：{a}　组版：{b}　电话：0{rng.randrange(100, 999)}—{rng.randrange(2000000, 8999999)}"],
        [f"社址：{rng.choice(_PLACES)}市人民路{rng.randrange(1, 200)}号 邮编：{rng.randrange(100000, 899999)} 广告热线：{rng.randrange(2000000, 8999999)}"],
        [inner_line(rng), f"主编 {a} 编辑 {b}"],
        [inner_line(rng)],
    )
    return rng.choice(shapes)


def inner_line(rng: random.Random) -> str:
    """An advertisement or a number between articles."""
    place = rng.choice(_PLACES)
    return rng.choice((
        "广告", "公益广告", "（广告）", "·广告·", "图片广告", f"{rng.choice(_SECTIONS)}",
        f"广告热线：{rng.randrange(2000000, 8999999)}",
        f"{place}市人民医院 体检热线 {rng.randrange(2000000, 8999999)}",
        "讲文明 树新风 公益广告", "遗失声明", f"声明：{_name(rng)}身份证遗失，声明作废。", f"{rng.randrange(1, 16):02d}",
        f"扫码关注{_paper(rng)}微信公众号", "本报常年法律顾问：金正律师事务所", f"投稿邮箱：{place and 'xwb'}{rng.randrange(100, 999)}@163.com",
    ))


def jump_line(rng: random.Random, way: str) -> str:
    """A jump to (`下转`) or from (`上接`) another page."""
    number = rng.randrange(1, 17)
    page = rng.choice((str(number), _han(number), f"{number:02d}", f"A{number}"))
    return rng.choice(("（{way}第{page}版）", "（{way}{page}版）", "▶{way}{page}版", "{way}第{page}版", "({way}{page}版)",
                       "（紧接第{page}版）" if way == "上接" else "（转{page}版）")).format(way=way, page=page)
