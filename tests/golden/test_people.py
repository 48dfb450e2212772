"""Persons that a text names, with their offices, and every trap that a word can be."""

from pathlib import Path

import pytest

from jianbao.enrich.article import enrich_article
from jianbao.model.digest import Role
from tests.unit.enrich.specimens import article, vocabulary

LINES = Path(__file__).with_name("people.txt").read_text("utf-8").splitlines()
CASES = [line.partition(" →") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "expected"), [(sentence, people.split()) for sentence, _, people in CASES])
def test_sentence_names_its_people(sentence: str, expected: list[str]) -> None:
    record = enrich_article(article((Role.PARAGRAPH, sentence)), vocabulary())

    named = {person.name: person for person in reversed(record.people)}
    assert sorted(named) == sorted(each.partition("=")[0] for each in expected)
    for name, sign, office in (each.partition("=") for each in expected):
        if sign:
            assert f"{named[name].organisation}|{named[name].office}" == office
    for person in record.people:
        assert record.article.blocks[person.block].text[person.start : person.end] == person.surface
