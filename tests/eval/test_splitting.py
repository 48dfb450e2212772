"""Splitting keeps its floors on pages of dates that the tagger never saw."""

import json
from pathlib import Path

import pytest

from tests.eval import corpus
from tests.eval.splitting import Figures, measure, table

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["splitting"]


@pytest.fixture(scope="module")
def figures() -> Figures:
    place = corpus.folder()
    assert place is not None
    return measure(place)


@pytest.mark.parametrize("name", FLOORS["f1"])
def test_f1_keeps_its_floor(figures: Figures, name: str) -> None:
    assert figures.f1[name] >= FLOORS["f1"][name], table(figures)


def test_nothing_is_lost(figures: Figures) -> None:
    assert figures.lossless == 1


def test_cuts_keep_their_ceilings(figures: Figures) -> None:
    assert figures.pk <= FLOORS["pk"], table(figures)
    assert figures.window_diff <= FLOORS["window_diff"], table(figures)


def test_confidence_is_honest(figures: Figures) -> None:
    """Openings said to be at least 90 % sure are right as often as they claim, give or take two points."""
    sure = [each for each in figures.openings if each.low >= 0.9]
    count = sum(each.count for each in sure)
    claimed = sum(each.confidence * each.count for each in sure) / count
    assert sum(each.right * each.count for each in sure) / count == pytest.approx(claimed, abs=0.02), table(figures)
