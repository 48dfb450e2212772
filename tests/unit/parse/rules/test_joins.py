from jianbao.parse.labels import Label, PageLine
from jianbao.parse.rules.joins import read_joins
from jianbao.parse.rules.layout import read_layout
from jianbao.parse.rules.sight import look


def joins(*texts: str, fixed: dict[int, Label] | None = None) -> list[bool]:
    lines = [PageLine(text, 0, (fixed or {}).get(n)) for n, text in enumerate(texts)]
    layout = read_layout(lines)
    return [verdict.joins for verdict in read_joins(look(lines, layout), layout)]


LONG = "仁怀市中职学校酿酒实训车间，学生们在大师指导下练习上甑技艺。此外，茶产业园"


def test_text_that_stops_in_mid_sentence_goes_on() -> None:
    assert joins(LONG, "内，工匠正在调试设备。") == [False, True]


def test_finished_sentence_does_not_go_on() -> None:
    assert joins(LONG + "。", "工匠正在调试设备。") == [False, False]


def test_broken_text_may_be_broken_again() -> None:
    assert joins(LONG, "内，工匠正在调试新型竹纤维加工设备", "和新型酿酒设备。") == [False, True, True]


def test_set_phrases_begin_by_themselves() -> None:
    assert joins(LONG, "（记者 王强）", "本报讯 昨日，茶园开园。", "图为茶园。") == [False] * 4


def test_heading_above_text_does_not_go_on() -> None:
    assert joins("应收尽收，刻不容缓", "连日来，中央指导组陆续调集医务人员驰援。") == [False, False]


def test_colon_and_semicolon_leave_the_next_line_alone() -> None:
    text = "会议要求，全县各级各部门要压实责任，抓好以下几项重点工作。具体任务如下"
    assert joins(text + "：", "抓好秋冬种。") == [False, False]
    assert joins(text + "；", "抓好秋冬种；") == [False, False]


def test_furniture_is_passed_over() -> None:
    assert joins("标题", LONG, "第2版：要闻", "内，工匠正在调试设备。", "正文。", "正文。") == [
        False,
        False,
        False,
        True,
        False,
        False,
    ]


def test_mark_decides() -> None:
    assert joins(LONG, "内。", fixed={1: Label.PARAGRAPH}) == [False, False]
    assert joins(LONG + "。", "内。", fixed={1: Label.CONTINUATION}) == [False, True]
    assert joins(LONG, "内。", fixed={0: Label.TITLE}) == [False, False]


def test_full_line_that_ends_a_sentence_goes_on_where_nothing_speaks_against_it() -> None:
    full = "采茶工人正忙着采摘秋茶今年全镇"
    end = full[:-1] + "。"

    assert joins(*[full] * 6, end, full, "三百吨。")[6:] == [True, True, True]
    assert joins(*[full] * 6, end, "图书馆里书香浓", full)[6:] == [True, False, False]
    assert joins(*[full] * 6, end, "本报讯 昨日茶园开园。")[6:] == [True, False]


def test_line_longer_than_the_width_is_a_heading_that_nobody_wrapped() -> None:
    full = "采茶工人正忙着采摘秋茶今年全镇"

    assert joins(*[full] * 12, full + "产量", full)[11:] == [True, False, False]
