"""Bylines, sources, datelines and kinds keep their floors on articles that a person has read."""

import json
from pathlib import Path

import pytest

from tests.eval import corpus
from tests.eval.fields import Answer, answers, halves, table, tallies

FLOORS = json.loads(Path(__file__).with_name("floors-fields.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def testing() -> list[Answer]:
    """Give the half that no pattern was improved on."""
    place = corpus.folder()
    assert place is not None
    given = answers(place)
    assert len(given) >= 200
    return halves(given)[1]


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_keeps_its_floors(testing: list[Answer], field: str) -> None:
    one = tallies(testing)[field]

    assert one.precision >= FLOORS[field]["precision"], table(testing)
    assert one.recall >= FLOORS[field]["recall"], table(testing)
