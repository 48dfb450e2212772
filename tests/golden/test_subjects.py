"""What the Zunyi digest is about, whom and what it names, as a person read it."""

import json

import pytest

from jianbao.enrich.article import enrich_article
from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from jianbao.model.record import Record
from jianbao.parse.digest import read_digest
from jianbao.parse.tagging import tag
from tests.golden.test_digests import EXPECTED, STORED
from tests.programs import REPOSITORY, SCRIPTS, run
from tests.unit.enrich.specimens import vocabulary

PEOPLE = ["陈平", "曹大明", "冯俊峰", "徐华蔚", "陈义鹏", "秦书尧", "陈颖", "丛奎丽", "向婧"]
FIGURES = """\
节约成本 1771余万元
节约碱液消耗 180余万元
企业 24家
毕业生 366名
毕业生就业率 99%
竹制品年产值 20亿元
培训矿工 5000余人次
年培育复合型茶产业人才 800余名
新增高技能人才 2万人
工种 10余个
选手 285名
新增专利 30余项
仁怀市酱酒产业技能人才队伍 5万人
产品附加值 30%↑
茶叶电商销售额 25%↑
抽水蓄能电站 160万千瓦
光伏发电装机容量 47.69万千瓦
签约项目 49个
到位资金 28.14亿元
走访企业 1500余次
问题 36个
能源领域有效投资 89亿元 (+31.5)
小小红色宣讲员 3名
小小宣讲员 12名
省外（境外）城市 8座
企业 29家
作品 14组
作品 125件
作品 20件（组）
""".splitlines()
ARROWS = {"up": "↑", "down": "↓", "": ""}


def test_each_article_has_the_topic_and_all_the_counties_that_a_person_gave_it() -> None:
    content = REPOSITORY / "content"
    gazetteer, _ = read_gazetteer((content / "places.yaml").read_text("utf-8"), "places.yaml")
    topics, _ = read_topics((content / "topics.yaml").read_text("utf-8"), "topics.yaml")
    assert gazetteer is not None
    assert topics is not None
    topic_names = {topic.id: topic.name for topic in topics.all}
    county_names = {county.code: county.name for county in gazetteer.counties}
    document = json.loads(run(SCRIPTS / "jianbao", "parse", "--format", "json", STORED))

    found = [
        (topic_names[article["topics"][0]], {county_names[code] for code in article["counties"]})
        for article in document["articles"]
    ]
    assert found == [(row["topic"], set(row["counties"])) for row in EXPECTED]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    digest = read_digest(STORED.read_bytes(), STORED.name, tag).digest
    assert digest is not None
    return [enrich_article(article, vocabulary()) for article in digest.articles]


def test_all_nine_people_are_found_and_no_other(records: list[Record]) -> None:
    named = [person.name for record in records for person in record.people]

    assert list(dict.fromkeys(named)) == PEOPLE


def test_figures_are_those_of_the_text(records: list[Record]) -> None:
    found = [
        f"{figure.subject} {figure.printed}{ARROWS[figure.trend]}"
        + ("" if figure.change is None else f" ({figure.change:+g})")
        for record in records
        for figure in record.figures
    ]

    assert found == FIGURES
