from dataclasses import replace

from jianbao.enrich.article import compile_vocabulary, enrich_article
from jianbao.enrich.vocabulary import read_gazetteer
from jianbao.model.digest import Role
from jianbao.model.record import Record
from tests.unit.enrich.specimens import article, topics, vocabulary

TITLE = "仁懷醬酒企業出海"
TEXT = (
    "紅花崗區委副書記、區長馮俊峯表示，仁懷市醬酒企業今年出口額達47.69億元。遵義師範學院參與了調查，"
    "醬酒企業還將在桐梓縣建設基地。"
)


def traditional() -> Record:
    return enrich_article(
        article((Role.TITLE, TITLE), (Role.PARAGRAPH, TEXT), (Role.BYLINE, "記者 徐華蔚"), byline=("徐華蔚",)),
        vocabulary(),
    )


def test_counties_people_and_figures_are_found_and_told_as_printed() -> None:
    record = traditional()

    assert record.counties == ("520382", "520302", "520322")
    assert ("馮俊峯", "副書記、區長", "紅花崗區委") in {
        (one.name, one.office, one.organisation) for one in record.people
    }
    assert "徐華蔚" in {one.name for one in record.people}
    assert [figure.printed for figure in record.figures] == ["47.69億元"]
    assert "仁懷" in {mention.surface for mention in record.mentions}


def test_every_offset_is_that_of_the_printed_text() -> None:
    record = traditional()
    texts = [block.text for block in record.article.blocks]

    assert texts[:2] == [TITLE, TEXT]
    for place in record.mentions:
        assert texts[place.block][place.start : place.end] == place.surface
    for person in record.people:
        assert texts[person.block][person.start : person.end] == person.surface
    for organisation in record.organisations:
        assert texts[organisation.block][organisation.start : organisation.end] == organisation.name
    assert all(any(word in text for text in texts) for word in record.keywords)
    assert all(any(word in text for text in texts) for match in record.topics for word in match.evidence)


def test_a_gazetteer_in_traditional_characters_serves_texts_of_either_script() -> None:
    places = """
city: {code: "520300", name: 遵義市, short: 遵義, slug: zunyi}
counties:
  - {code: "520382", name: 仁懷市, short: 仁懷, slug: renhuai, tile: [0, 0]}
"""
    gazetteer, problems = read_gazetteer(places, "content/places.yaml")
    assert gazetteer is not None
    assert problems == ()
    known = compile_vocabulary(gazetteer, replace(topics()))

    for text in ("近日，記者在仁懷市採訪時看到，這裡的醬酒企業發展很快。", "仁懷市的企业发展很快，记者前来采访。"):
        assert enrich_article(article((Role.PARAGRAPH, text)), known).counties == ("520382",)
