"""Topics, people and figures keep their floors on labels that the rules were not tuned on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.eval import corpus
from tests.eval.subjects import Scores, measure, table

FLOORS = json.loads(Path(__file__).with_name("floors-subjects.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["test", "held"])
def measured(request: pytest.FixtureRequest) -> tuple[Scores, dict[str, Any]]:
    """The scores on a part of the labels, and its floors."""
    place = corpus.folder()
    assert place is not None
    return measure(place, request.param), FLOORS[request.param]


@pytest.mark.parametrize("name", ["people", "organisations", "reporters", "figures"])
def test_what_is_found_is_right_and_enough_is_found(measured: tuple[Scores, dict[str, Any]], name: str) -> None:
    scores, floors = measured
    tally = getattr(scores, name)
    assert tally.precision >= floors[name]["precision"], table(scores)
    assert tally.recall >= floors[name]["recall"], table(scores)


def test_topic_pages_keep_their_floors(measured: tuple[Scores, dict[str, Any]]) -> None:
    scores, floors = measured
    assert scores.topics_macro_f1 >= floors["topics"]["macro_f1"], table(scores)
    assert scores.sorted_share >= floors["topics"]["coverage"], table(scores)
    assert scores.primary >= floors["topics"]["primary"], table(scores)
