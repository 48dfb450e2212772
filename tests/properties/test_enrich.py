"""Whatever a text is made of, what is found in it stands in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, vocabulary

PIECES = st.sampled_from(
    """
    区长冯俊峰 表示 、 和 陈平 · 特雷弗·米切尔 加林娜 遵义市 桐梓县 24家 企业 89亿元 ，同比增长31.5% 近99% （125件）
    的 “ ” 占 全国 第3批 。 四川美术学院 协会 1 万 余 人 次 于 总统 博索纳罗于 先生 A 比 习近平 了
    """.split()  # noqa: SIM905
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(deadline=None)
def test_everything_that_is_found_stands_in_the_text(text: str) -> None:
    record = enrich_article(article((Role.TITLE, text[:9]), (Role.PARAGRAPH, text)), vocabulary())

    texts = [block.text for block in record.article.blocks]
    for place in record.mentions:
        assert texts[place.block][place.start : place.end] == place.surface
    for person in record.people:
        assert texts[person.block][person.start : person.end] == person.surface
        text_before, text_behind = texts[person.block][: person.start], texts[person.block][person.end :]
        assert person.office in text_before or text_behind.startswith(person.office)
    for organisation in record.organisations:
        assert texts[organisation.block][organisation.start : organisation.end] == organisation.name
    for figure in record.figures:
        assert texts[figure.block][figure.start : figure.end] == figure.printed
        assert figure.subject in texts[figure.block]
        assert figure.sentence_start <= figure.start < figure.end <= figure.sentence_end
