import pytest

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, vocabulary


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("由四川美术学院主办、桐梓县羊磴艺术协会协办。", ["四川美术学院", "桐梓县羊磴艺术协会"]),
        ("贵州名城律师事务所的律师进行解读。", ["贵州名城律师事务所"]),
        ("仁怀酱香集团在香港落地名酒馆。", ["仁怀酱香集团"]),
        ("该公司和各学校、医院开展活动。", []),
        ("公司负责人说，学校很好。", []),
    ],
)
def test_organisation_is_named_in_full(sentence: str, names: list[str]) -> None:
    record = enrich_article(article((Role.PARAGRAPH, sentence)), vocabulary())

    assert [each.name for each in record.organisations] == names
    for each in record.organisations:
        assert sentence[each.start : each.end] == each.name
