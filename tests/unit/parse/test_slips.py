import pytest

from jianbao.model.digest import Article, Block, Kind, Role
from jianbao.parse.slips import find_slips, line_of


def article(*texts: str, role: Role = Role.PARAGRAPH) -> Article:
    blocks = tuple(Block(role, text, (number,)) for number, text in enumerate(texts, 1))
    return Article(
        id=None, kind=Kind.NEWS, title="题", title_inferred=False, kicker=None, subtitle=None, column=None, byline=(),
        source=None, dateline=None, continued_from=None, continued_on=None, confidence=1.0, blocks=blocks,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found", "suggestion"),
    [
        ("构建“选拔一培育一激励”全链条机制", "选拔一培育一激励", "选拔—培育—激励"),
        ("到2025一2030年", "2025一2030", "2025—2030"),
        ("一一青溪县发展茶产业纪实", "一一", "——"),
        ("在４月份和ＡＰＰ上", "４", "4"),
        ("二O二五年的春天", "二O二五", "二〇二五"),
        ("二○二○年的春天", "二○二○", "二〇二〇"),
        ("2O25年的春天", "2O25", "2025"),
        ("l2月的春天", "l2", "12"),
        ("思想统一了,才能形成合力", ",", "，"),
        ("思想统一了，，才能形成合力", "，，", ""),
        ("思想统一了。，才能形成合力", "。，", ""),
        ("思想\ufffd一了", "\ufffd", ""),
        ("他说：“好。", "“", ""),
        ("村”两委”干部", "”", ""),
        ("《纲要（2015—2020》所确定的", "（", ""),
        ("（记者 徐 华蔚）", "徐 华蔚", "徐华蔚"),
        ("（通讯员 徐华 蔚）", "徐华 蔚", "徐华蔚"),
    ],
)
def test_a_slip_is_found_with_what_to_write(text: str, found: str, suggestion: str) -> None:
    slip = find_slips(article(text))[0]

    assert (slip.found, slip.suggestion) == (found, suggestion)
    assert text[slip.start : slip.start + len(found)] == found


@pytest.mark.parametrize(
    "text",
    [
        "日子一天比一天好，“一带一路”和“一国一策一县一品”。",
        "一一列举，一一道来。",
        "草案第一千二百一十三条",
        "二〇二五年和二零二五年",
        "APP有15G，12.5%，10:30，3,000元",
        "他说：“‘好’。”……——！！",
        "（记者 王 强 李四光）（王　强摄）（本报记者 张 文摄）",
        "1）总则；2）任务",
        "5G时代的2011年",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    slips = [slip for slip in find_slips(article(text)) if slip.found != "）"]

    assert slips == []


def test_quotations_of_several_blocks_are_no_slips() -> None:
    assert find_slips(article("“我们要立足资源，", "“我们还要做强产业。”")) == ()
    assert find_slips(article("“太阳出来高万丈哎，", "手抓石头脚蹬沙……”", "她唱道。")) == ()


def test_the_line_of_a_slip_is_known_in_wrapped_text() -> None:
    texts = ("　　青溪县的茶园里，采", "茶工人统一了,才能", "形成合力。")
    block = Block(Role.PARAGRAPH, "".join(text.strip() for text in texts), (4, 5, 7))

    assert line_of(block, block.text.index(","), texts) == 5
    assert line_of(block, 0, texts) == 4
    assert line_of(block, len(block.text) - 1, texts) == 7
