from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from jianbao.model.record import Figure
from tests.unit.enrich.specimens import article, vocabulary


def figures(*blocks: tuple[Role, str]) -> tuple[Figure, ...]:
    return enrich_article(article(*blocks), vocabulary()).figures


def test_figure_keeps_its_sentence() -> None:
    text = "项目进展顺利。完成有效投资89亿元，同比增长31.5%。下一步继续推进。"
    (figure,) = figures((Role.PARAGRAPH, text))

    assert text[figure.sentence_start : figure.sentence_end] == "完成有效投资89亿元，同比增长31.5%。"
    assert (figure.value, figure.unit, figure.change, figure.trend) == (8_900_000_000, "元", 31.5, "")


def test_change_is_not_added_across_sentences() -> None:
    (figure,) = figures((Role.PARAGRAPH, "完成投资89亿元。同比增长31.5%。"))

    assert figure.change is None


def test_headline_states_figures_and_a_credit_none() -> None:
    found = figures((Role.TITLE, "全市新建高标准农田32.5万亩"), (Role.CREDIT, "（来源：24家媒体）"))

    assert [(figure.block, figure.subject) for figure in found] == [(0, "新建高标准农田")]
