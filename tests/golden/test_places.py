"""Every trap that a name of this archive's counties can be, one sentence each."""

from pathlib import Path

import pytest

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, county_names, vocabulary

LINES = Path(__file__).with_name("places.txt").read_text("utf-8").splitlines()
CASES = [line.partition(" →") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "expected"), [(sentence, counties.split()) for sentence, _, counties in CASES])
def test_sentence_names_its_counties(sentence: str, expected: list[str]) -> None:
    record = enrich_article(article((Role.PARAGRAPH, sentence)), vocabulary())

    assert county_names(record) == expected
    for mention in record.mentions:
        assert record.article.blocks[mention.block].text[mention.start : mention.end] == mention.surface
