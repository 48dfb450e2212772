import pytest

from jianbao.build.add.signing import with_signatures
from jianbao.importers.document import Line

TEXT = Line("12月2日，凯旋村的稻田里，农户正在抢收晚稻。", "paragraph")


def role_below(title: str, text: str) -> str | None:
    return with_signatures((Line(title, "title"), Line(text, "paragraph"), TEXT))[1].role


@pytest.mark.parametrize(
    "text",
    [
        "□ 本报记者 何清海",
        "■本报通讯员 李静",
        "（记者 何清海）",
        "【本报记者 何清海】",
        "本报记者 何清海 文/图",
        "文/图 本报记者 何清海",
        "　　□ 本报记者 何清海 通讯员 王芳",
        "作者：何清海",
        "◎何清海",
        "何清海",
        "（何清海）",
        "赤水市融媒体中心 何清海",
        "□ 本報通訊員 陳國強",
        "（作者单位：贵州大学）",
    ],
)
def test_a_paragraph_that_is_names_is_a_byline_at_either_end_of_the_text(text: str) -> None:
    assert role_below("河畔稻谷香", text) == "byline"
    assert with_signatures((TEXT, TEXT, Line(text, "paragraph"), Line("责任编辑", "furniture")))[2].role == "byline"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("何清海 摄", "credit"),
        ("新华社发（何清海 摄）", "credit"),
        ("来源：赤水发布", "credit"),
        ("陳國強 攝", "credit"),
        ("（责任编辑：王芳）", "furniture"),
        ("图为收割现场。何清海 摄", "caption"),
        ("□ 本报记者 何清海", "byline"),
    ],
)
def test_what_says_so_itself_is_told_in_the_midst_of_a_text(text: str, role: str) -> None:
    assert with_signatures((TEXT, Line(text, "paragraph"), TEXT))[1].role == role


@pytest.mark.parametrize("text", ["丰收在望", "记者：好的", "编辑部的故事。", "张晓云", "本报记者现场采访了解到。"])
def test_other_paragraphs_stay(text: str) -> None:
    assert with_signatures((TEXT, Line(text, "paragraph"), TEXT))[1].role == "paragraph"


def test_the_words_stay_and_so_does_what_a_source_knows_better() -> None:
    kept = (Line("□ 本报记者 何清海", "subtitle"), Line("何清海 摄"), TEXT)
    ours = (Line("稻香", "title", pinned="20251203-01"), Line("（何清海）", "paragraph"))

    assert with_signatures(kept) == kept
    assert with_signatures(ours) == ours
    assert with_signatures((Line("□ 何清海", "paragraph", start=True), TEXT))[0] == Line(
        "□ 何清海", "byline", start=True
    )
