"""The topics and counties of the Zunyi digest, as a person gave them, through the command line."""

import json

from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from tests.golden.test_digests import EXPECTED, STORED
from tests.programs import REPOSITORY, SCRIPTS, run


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
