import pytest

from jianbao.parse.fields.names import are_names, is_byline, read_byline


@pytest.mark.parametrize(
    ("text", "names", "outlet"),
    [
        ("（记者 徐华蔚）", ("徐华蔚",), None),
        ("（贵州日报天眼新闻记者 陈颖）", ("陈颖",), "贵州日报天眼新闻"),
        ("（丛奎丽 记者 向婧 摄影报道）", ("丛奎丽", "向婧"), None),
        ("（记者赵文君、胡浩）", ("赵文君", "胡浩"), None),
        ("（本报记者\xa0何\xa0聪整理）", ("何聪",), None),
        ("新华社记者 李 颖摄", ("李颖",), "新华社"),
        ("曹  一图  杨立新文", ("曹一", "杨立新"), None),
        ("本报驻巴西记者 朱东君", ("朱东君",), None),
        ("（王　强　记者 李四光 通讯员 张三 文/图）", ("王强", "李四光", "张三"), None),
        ("文/王强 图/李四", ("王强", "李四"), None),
        ("□ 全媒体记者 王强", ("王强",), None),
        ("记者：王强 通讯员：阿卜杜拉·买买提", ("王强", "阿卜杜拉·买买提"), None),
        ("本报评论员", (), None),
        ("记者 王强 王强", ("王强",), None),
        ("本报记者王和平、李及时", ("王和平", "李及时"), None),
        ("（本报记者巨云鹏及新华社记者李四光）", ("巨云鹏", "李四光"), "新华社"),
    ],
)
def test_byline_is_read(text: str, names: tuple[str, ...], outlet: str | None) -> None:
    byline = read_byline(text)

    assert byline is not None
    assert (byline.names, byline.outlet) == (names, outlet)
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "据记者了解",
        "（作者为本报记者）",
        "记者从市文化和旅游局获悉",
        "图片报道",
        "遵义",
        "（任姗姗）",
        "（记者手记）",
        "记者" * 100,
        "",
        "（ ）",
    ],
)
def test_other_text_is_no_byline(text: str) -> None:
    assert not is_byline(text)


def test_names_alone_are_read_but_not_beyond_doubt() -> None:
    byline = read_byline("（任姗姗）")

    assert byline is not None
    assert byline.names == ("任姗姗",)
    assert not byline.titled


@pytest.mark.parametrize("names", [["石磊"], ["张晓云", "高峰"], ["欧阳明轩"], ["阿依古丽·吐尔逊"], ["王强"]])
def test_words_by_themselves_may_be_names(names: list[str]) -> None:
    assert are_names(names)


@pytest.mark.parametrize("names", [[], ["高峰"], ["黄金周"], ["张家口"], ["高铁站"], ["见示意图"], ["张晓云", "摘编"]])
def test_other_words_are_none(names: list[str]) -> None:
    assert not are_names(names)


def test_paper_beside_a_name_is_its_outlet() -> None:
    byline = read_byline("（遵义日报 张晓云）")

    assert byline is not None
    assert (byline.names, byline.outlet) == (("张晓云",), "遵义日报")
