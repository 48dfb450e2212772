"""A headline and a sentence for each topic that a local paper writes about most."""

from pathlib import Path

import pytest

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, vocabulary

LINES = Path(__file__).with_name("topics.txt").read_text("utf-8").splitlines()
CASES = [line.partition(" →") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), [(text, topic.split()) for text, _, topic in CASES])
def test_brief_has_its_topic(text: str, expected: list[str]) -> None:
    title, _, paragraph = text.partition(" | ")
    record = enrich_article(article((Role.TITLE, title), (Role.PARAGRAPH, paragraph)), vocabulary())

    assert [match.topic for match in record.topics[:1]] == expected
    for match in record.topics:
        assert all(word in text for word in match.evidence)
        assert 0 < match.score < 1
