import pytest

from jianbao.build.init.divisions import find_city
from jianbao.build.init.places import places_yaml
from jianbao.enrich.article import Vocabulary, compile_vocabulary, enrich_article
from jianbao.enrich.vocabulary import read_gazetteer
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, topics


def vocabulary_of(city: str) -> Vocabulary:
    gazetteer, problems = read_gazetteer(places_yaml(find_city(city)), "content/places.yaml")
    assert gazetteer is not None
    assert problems == ()
    return compile_vocabulary(gazetteer, topics())


def surfaces(city: str, text: str) -> list[str]:
    record = enrich_article(article((Role.PARAGRAPH, text)), vocabulary_of(city))
    return [mention.surface for mention in record.mentions]


@pytest.mark.parametrize(
    ("city", "text"),
    [
        ("衡水市", "祝愿大家安平吉祥。"),
        ("阿坝藏族羌族自治州", "城区黑水河段完成治理，黑水不再入河。"),
        ("南昌市", "今年新建了三所学校，新建道路五条。"),
        ("呼伦贝尔市", "鄂温克族群众载歌载舞。"),
        ("赣州市", "兴国之道，在于人才。"),
    ],
)
def test_an_ordinary_word_or_a_people_is_no_county(city: str, text: str) -> None:
    assert surfaces(city, text) == []


@pytest.mark.parametrize(
    ("city", "text", "found"),
    [
        ("衡水市", "安平县丝网产业升级，衡水安平的丝网销往海外。", ["安平县", "安平"]),
        ("衡水市", "饶阳、安平两县联手，安平与武强签约。", ["饶阳", "安平", "安平", "武强"]),
        ("呼伦贝尔市", "鄂温克族自治旗举行那达慕。", ["鄂温克族自治旗"]),
        ("南昌市", "南昌县、新建等地的工厂开工。", ["南昌县", "新建"]),
        ("阿坝藏族羌族自治州", "黑水、汶川和理县下了雪。", ["黑水", "汶川", "理县"]),
    ],
)
def test_beside_its_city_its_unit_or_other_counties_it_is_one(city: str, text: str, found: list[str]) -> None:
    assert surfaces(city, text) == found
