"""The page on accuracy says of splitting what the model card of the tagger says."""

import json

import pytest

from tests.eval.accuracy import MODEL_CARD, WRITTEN, bootstrap, splitting
from tests.eval.wilson import interval


def test_pages_are_split_as_well_as_the_page_says() -> None:
    written = json.loads(WRITTEN.read_text(encoding="utf-8"))["splitting"]

    assert written == splitting(MODEL_CARD.read_text(encoding="utf-8")), "run `python -m tests.eval.accuracy`"


def test_a_card_without_figures_is_refused() -> None:
    with pytest.raises(ValueError, match="no figures"):
        splitting("# The line tagger")


def test_wilson_gives_the_interval_of_the_text_books() -> None:
    bounds = interval(0.8, 10)
    assert bounds is not None
    assert bounds == pytest.approx((0.490, 0.943), abs=0.001)
    assert interval(0.5, 0) is None


def test_a_bootstrap_of_equal_values_is_sure() -> None:
    assert bootstrap([0.5, 0.5, 0.5]) == (0.5, 0.5)
