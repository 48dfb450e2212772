"""Topics, people and figures keep their floors on labels that the rules were not tuned on."""

import json
from pathlib import Path

import pytest

from tests.eval import corpus
from tests.eval.subjects import Scores, measure, table

FLOORS = json.loads(Path(__file__).with_name("floors-subjects.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores() -> Scores:
    place = corpus.folder()
    assert place is not None
    return measure(place, "test")


@pytest.mark.parametrize("name", ["people", "organisations", "reporters", "figures"])
def test_what_is_found_is_right_and_enough_is_found(scores: Scores, name: str) -> None:
    tally = getattr(scores, name)
    assert tally.precision >= FLOORS[name]["precision"], table(scores)
    assert tally.recall >= FLOORS[name]["recall"], table(scores)


def test_topic_pages_keep_their_floors(scores: Scores) -> None:
    assert scores.topics_macro_f1 >= FLOORS["topics"]["macro_f1"], table(scores)
    assert scores.sorted_share >= FLOORS["topics"]["coverage"], table(scores)
    assert scores.primary >= FLOORS["topics"]["primary"], table(scores)
