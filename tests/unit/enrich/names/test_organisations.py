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
        ("记者王强从遵义市公安局获悉。", ["遵义市公安局"]),
        ("红花岗区第五小学的学生和遵义医科大学附属医院的医生。", ["红花岗区第五小学", "遵义医科大学附属医院"]),
        ("复旦大学教授在遵义市住房和城乡建设局座谈。", ["复旦大学", "遵义市住房和城乡建设局"]),
        ("教育部印发通知，约旦外交部表示。", ["教育部", "约旦外交部"]),
        ("遵义法院、遵义公司、市教育局、县政府、商业银行、犯罪集团、美国科技公司。", []),
        ("世界正经历百年未有之大变局，统揽全局，中小学开学。", []),
        ("该公司和各学校、医院开展活动。", []),
        ("公司负责人说，学校很好。", []),
    ],
)
def test_organisation_is_named_in_full(sentence: str, names: list[str]) -> None:
    record = enrich_article(article((Role.PARAGRAPH, sentence)), vocabulary())

    assert [each.name for each in record.organisations] == names
    for each in record.organisations:
        assert sentence[each.start : each.end] == each.name
