import pytest

from jianbao.parse.fields.titles import LONGEST, infer_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("近日，由县美术馆和县文化馆联合主办、乡村艺术协会协办的展览——“山中”在云岭县举办。", "“山中”在云岭县举办"),
        ("本报讯（记者 王强）12月6日，全市茶叶交易会开幕。", "全市茶叶交易会开幕"),
        ("新华社北京12月6日电 国家统计局发布数据。", "国家统计局发布数据"),
        ("11月3日，云岭县举行山地自行车赛，三百名选手参赛。", "云岭县举行山地自行车赛，三百名选手参赛"),
        ("日前，好！", "好"),
        ("好", "好"),
    ],
)
def test_item_is_named_after_its_own_words(text: str, title: str) -> None:
    assert infer_title(text) == title


def test_long_clause_is_cut_and_says_so() -> None:
    title = infer_title("茶" * 100 + "。")

    assert title == "茶" * LONGEST + "…"
