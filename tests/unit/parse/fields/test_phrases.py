import pytest

from jianbao.parse.fields.phrases import (
    DATELINE,
    caption_text,
    is_author_note,
    is_caption,
    is_column,
    is_person,
    is_photo_credit,
    is_source,
    read_jump,
    read_source,
)


@pytest.mark.parametrize(
    ("text", "jump"),
    [
        ("（上接一版）", ("from", 1)),
        ("（上接第3版）", ("from", 3)),
        ("上接A1版", ("from", 1)),
        ("（下转第十二版）", ("on", 12)),
        ("▶▶▶下转4版", ("on", 4)),
        ("上接电话", None),
        ("第4版", None),
    ],
)
def test_jump_tells_where_and_which_page(text: str, jump: tuple[str, int] | None) -> None:
    assert read_jump(text) == jump


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("（来源：《工人日报》）", "工人日报"),
        ("来源：贵州日报", "贵州日报"),
        ("（据新华社）", "新华社"),
        ("（据《贵州日报》报道）", "贵州日报"),
        ("（摘自5月13日《检察日报》）", "检察日报"),
        ("（转自“云岭发布”）", "云岭发布"),
        ("来源不明的资金被冻结。", None),
    ],
)
def test_source_is_named_without_the_words_around_it(text: str, source: str | None) -> None:
    assert read_source(text) == source
    assert is_source(text) is (source is not None)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯",
        "本报讯 昨日，",
        "新华社北京12月6日电（记者",
        "据新华社澳门10月1日电  ",
        "据《贵州日报》消息：",
        "贵州日报讯（",
    ],
)
def test_dateline_is_known(text: str) -> None:
    assert DATELINE.match(text)


@pytest.mark.parametrize("text", ["本报讯问了多位市民", "本报记者", "新华社区", "据说"])
def test_what_looks_like_a_dateline_is_none(text: str) -> None:
    assert DATELINE.match(text) is None


def test_other_set_phrases_are_known() -> None:
    assert is_photo_credit("刘\xa0辉摄（影像中国）")
    assert is_photo_credit("制图：蔡华伟")
    assert is_photo_credit("新华社发")
    assert is_caption("▲图为展览现场。")
    assert is_caption("上图：展览现场。")
    assert is_column("【黔北视点】")
    assert is_column("·短评·")
    assert is_author_note("（作者单位：遵义师范学院）")
    assert is_author_note("投稿邮箱：desk@paper.example")
    assert is_person("红花岗区委副书记、区长冯俊峰")
    assert is_person("全国政协委员 张 起")


def test_ordinary_text_is_no_set_phrase() -> None:
    for phrase in (is_photo_credit, is_caption, is_column, is_author_note, is_person):
        assert not phrase("图书馆里书香浓")
        assert not phrase("代表们热烈讨论")
        assert not phrase("")


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("图为展览现场。（丛奎丽 记者 向婧 摄影报道）", "图为展览现场。"),
        ("图为展览现场。（资料图片）", "图为展览现场。"),
        ("图为选手李丽（右）在比赛中。", "图为选手李丽（右）在比赛中。"),
        ("图为新建的大桥（七月二十日航拍）", "图为新建的大桥（七月二十日航拍）"),
        ("图为展览现场。", "图为展览现场。"),
    ],
)
def test_caption_is_told_without_its_credit(text: str, caption: str) -> None:
    assert caption_text(text) == caption
