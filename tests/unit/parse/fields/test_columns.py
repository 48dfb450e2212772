import pytest

from jianbao.parse.fields.columns import column_of


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("让图书馆热起来（新论）", "新论"),
        ("用青春守护城市(青春派·青春奋进新时代(14))", "青春派·青春奋进新时代"),
        ("保障大龄人员就业（一线探民生·就业新亮点①）", "一线探民生·就业新亮点"),
        ("让执法全程阳光（第一落点·聚焦执法（上））", "第一落点·聚焦执法"),
        ("一片叶子富了一方人（上）", None),
        ("山中（外一首）", None),
        ("闭幕会上的讲话（2020年5月27日）", None),
        ("政府工作报告（摘要）", None),
        ("关于招聘的公告（第3号）", None),
        ("（新论）", None),
        ("（图）让图书馆热起来", None),
        ("让图书馆热起来", None),
        (None, None),
    ],
)
def test_brackets_behind_a_headline_name_the_column(title: str | None, column: str | None) -> None:
    assert column_of(None, title) == column


def test_a_label_of_its_own_goes_first() -> None:
    assert column_of("【黔山时评】", "让图书馆热起来（新论）") == "黔山时评"
    assert column_of("·短评·", None) == "短评"
    assert column_of("【】", "让图书馆热起来") is None
