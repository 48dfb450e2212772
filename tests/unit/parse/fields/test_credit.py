import pytest

from jianbao.parse.fields.credit import Credit, read_credit, read_head


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("（新华社北京1月14日电  记者林晖、高蕾）", Credit(("林晖", "高蕾"), "新华社", "新华社北京1月14日电")),
        ("（本报东京、堪培拉电 记者刘军国、吴云）", Credit(("刘军国", "吴云"), None, "本报东京、堪培拉电")),
        ("（新华社北京10月15日电 魏圣曜参与采写）", Credit(("魏圣曜",), "新华社", "新华社北京10月15日电")),
        ("（据新华社电）", Credit((), "新华社", "据新华社电")),
        ("新华社发", Credit((), "新华社", picture=True)),
        ("邱洪生摄（新华社发）", Credit(("邱洪生",), "新华社", picture=True)),
        ("新华社记者　徐　昱摄", Credit(("徐昱",), "新华社", picture=True)),
        ("毛  虹摄（影像中国）", Credit(("毛虹",), picture=True)),
        ("（综合本报记者王珏、曹玲娟报道）", Credit(("王珏", "曹玲娟"))),
        ("（作者为大学教授，本报记者王如君采访整理）", Credit(("王如君",))),
        ("（作者为大学教授）", Credit()),
        ("作者：周敏", Credit(("周敏",))),
        ("（作者单位：青溪大学）", Credit()),
        ("新华社发（周敏 摄）", Credit(("周敏",), "新华社", picture=True)),
        ("（来源：《工人日报》）", Credit((), "工人日报")),
        ("2025-11-03 08:30  来源：青溪晚报  作者：周敏  责编：陈立", Credit(("周敏",), "青溪晚报")),
        ("数据来源：统计局  制图：周敏", Credit()),
        ("记者：周敏  摄影：陈立  编辑：王强", Credit(("周敏", "陈立"), picture=True)),
        ("本版制图：周敏", Credit()),
        ("版式设计  周敏", Credit()),
        ("一审：周敏 二审：陈立 三审：王强 签发：李明", Credit()),
        ("牟　敏", Credit(("牟敏",))),
    ],
)
def test_a_line_of_credit_is_read(text: str, credit: Credit) -> None:
    assert read_credit(text, alone=True) == credit


@pytest.mark.parametrize("text", ["见示意图", "下同", "新论", "外一首", "图片", "国际观察"])
def test_brackets_behind_a_text_name_nobody_without_a_surname(text: str) -> None:
    assert read_credit(text, alone=False) == Credit()


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("本报北京5月7日电  （记者李硕）日前，", Credit(("李硕",), None, "本报北京5月7日电")),
        ("据新华社悉尼2月24日电  （陈宇、郭阳）在", Credit(("陈宇", "郭阳"), "新华社", "据新华社悉尼2月24日电")),
        ("本报讯 记者周敏 通讯员陈立报道：青溪", Credit(("周敏", "陈立"), None, "本报讯")),
        ("【本报讯】（记者 周敏）青溪", Credit(("周敏",), None, "本报讯")),
        ("【清江商报讯】青溪", Credit((), "清江商报", "清江商报讯")),
        ("〔记者周敏、陈立／台北综合报导〕青溪", Credit(("周敏", "陈立"), None, "台北综合报导")),
        ("（中央社记者周敏台北8日电）青溪", Credit(("周敏",), "中央社", "中央社记者周敏台北8日电")),
        ("天眼新闻讯（记者 周敏）青溪", Credit(("周敏",), "天眼新闻", "天眼新闻讯")),
        ("（青溪晚报记者 周敏）青溪", Credit(("周敏",), "青溪晚报")),
        ("本报讯（国际观察）青溪", Credit((), None, "本报讯")),
        ("日前，（记者 周敏）青溪", Credit()),
        ("（作者单位：青溪大学）", Credit()),
    ],
)
def test_the_head_of_a_text_is_read(text: str, credit: Credit) -> None:
    assert read_head(text) == credit
