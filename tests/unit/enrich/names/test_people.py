from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from jianbao.model.record import PersonMention
from tests.unit.enrich.specimens import article, county_names, vocabulary


def people(*paragraphs: str, byline: tuple[str, ...] = ()) -> tuple[PersonMention, ...]:
    blocks = [(Role.PARAGRAPH, paragraph) for paragraph in paragraphs]
    return enrich_article(article(*blocks, byline=byline), vocabulary()).people


def test_a_person_is_found_again_without_what_stood_beside_the_name() -> None:
    found = people("村民徐根富跨进湖荡。", "冬天水冷，徐根富却不怕。")

    assert [(each.name, each.block, each.office) for each in found] == [("徐根富", 0, "村民"), ("徐根富", 1, "")]


def test_a_reporter_is_a_person_of_the_byline() -> None:
    found = people("本报讯（记者 陈义鹏）12月6日，活动启动。", byline=("陈义鹏",))

    assert [(each.name, each.by) for each in found] == [("陈义鹏", "byline")]


def test_family_name_of_a_foreigner_stands_for_the_whole() -> None:
    found = people("协会副主席加林娜·库利科娃说，她记得那一年。", "库利科娃动情地说。")

    assert [(each.name, each.surface) for each in found] == [
        ("加林娜·库利科娃", "加林娜·库利科娃"),
        ("加林娜·库利科娃", "库利科娃"),
    ]


def test_names_beside_a_name_bear_each_other_out() -> None:
    assert [each.name for each in people("孙杨、刘湘、于静瑶各获两冠。")] == ["孙杨", "刘湘", "于静瑶"]


def test_place_within_a_persons_name_is_no_place() -> None:
    record = enrich_article(article((Role.PARAGRAPH, "村民张道真今年六十八岁，张道真说身体硬朗。")), vocabulary())

    assert county_names(record) == []
    assert {person.name for person in record.people} == {"张道真"}
