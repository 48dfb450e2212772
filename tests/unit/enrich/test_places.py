from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, county_names, vocabulary


def test_mention_tells_block_offsets_and_what_it_was_known_by() -> None:
    record = enrich_article(
        article((Role.TITLE, "茶香湄潭"), (Role.PARAGRAPH, "在湄潭县，羊磴的客商与遵义县的老友重逢。")), vocabulary()
    )

    assert [(m.surface, m.block, m.start, m.end, m.by) for m in record.mentions] == [
        ("湄潭", 0, 2, 4, "short"),
        ("湄潭县", 1, 1, 4, "name"),
        ("羊磴", 1, 5, 7, "township"),
        ("遵义县", 1, 11, 14, "former"),
    ]


def test_headline_outranks_number() -> None:
    record = enrich_article(
        article(
            (Role.TITLE, "余庆县来客"),
            (Role.PARAGRAPH, "凤冈县、务川县、凤冈县。"),
            (Role.PARAGRAPH, "凤冈县代表发言。"),
        ),
        vocabulary(),
    )

    assert county_names(record) == ["余庆", "凤冈", "务川"]


def test_equals_stand_in_the_order_of_the_text() -> None:
    record = enrich_article(article((Role.PARAGRAPH, "习水县、赤水市、仁怀市三地联动。")), vocabulary())

    assert county_names(record) == ["习水", "赤水", "仁怀"]


def test_who_wrote_is_not_what_is_written_about() -> None:
    record = enrich_article(
        article(
            (Role.PARAGRAPH, "本报讯（记者 余庆华 正安）活动昨日举行。"),
            (Role.BYLINE, "（仁怀市融媒体中心供稿）"),
            (Role.CREDIT, "（来源：习水发布）"),
            byline=("余庆华", "正安"),
        ),
        vocabulary(),
    )

    assert record.counties == ()
    assert record.mentions == ()


def test_functional_area_is_a_mention_but_no_county() -> None:
    record = enrich_article(article((Role.PARAGRAPH, "新蒲新区与南部新区同时开工。")), vocabulary())

    assert [(m.surface, m.by, m.area, m.county) for m in record.mentions] == [
        ("新蒲新区", "area", "xinpu", "520302"),
        ("南部新区", "area", "nanbu", ""),
    ]
    assert record.counties == ()


def test_shared_township_belongs_to_the_county_that_the_article_names() -> None:
    record = enrich_article(
        article((Role.PARAGRAPH, "湄潭县传来喜讯。"), (Role.PARAGRAPH, "复兴镇的茶园开采。")), vocabulary()
    )

    assert [(m.surface, m.county) for m in record.mentions] == [("湄潭县", "520328"), ("复兴镇", "520328")]


def test_marked_counties_decide() -> None:
    record = enrich_article(article((Role.PARAGRAPH, "仁怀市传来喜讯。"), marked_counties=("520329",)), vocabulary())

    assert county_names(record) == ["余庆"]
    assert [mention.surface for mention in record.mentions] == ["仁怀市"]


def test_mention_at_the_end_of_a_text_ends_with_it() -> None:
    text = "务川县和务川自治县"
    record = enrich_article(article((Role.PARAGRAPH, text)), vocabulary())

    assert [text[m.start : m.end] for m in record.mentions] == [m.surface for m in record.mentions]
    assert all(m.end - m.start == len(m.surface) for m in record.mentions)
