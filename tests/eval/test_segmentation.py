import pytest

from tests.eval.segmentation import Cuts, pk, reliability, window_diff

YES, NO = True, False


def test_a_page_cut_right_has_no_error() -> None:
    page = Cuts((YES, NO, NO, NO, YES, NO, NO, NO), (YES, NO, NO, NO, YES, NO, NO, NO))
    assert pk([page]) == window_diff([page]) == 0


def test_the_window_is_half_a_mean_article() -> None:
    assert Cuts((YES, NO, NO, NO, NO, NO, YES, NO, NO, NO, NO, NO), (YES,) + (NO,) * 11).window == 3


def test_a_cut_that_was_missed_counts_in_every_window_over_it() -> None:
    page = Cuts((YES, NO, NO, NO, YES, NO, NO, NO), (YES, NO, NO, NO, NO, NO, NO, NO))
    assert pk([page]) == window_diff([page]) == pytest.approx(2 / 6)


def test_a_near_miss_costs_less_than_a_miss() -> None:
    gold = (YES, NO, NO, NO, NO, YES, NO, NO, NO, NO)
    near = Cuts(gold, (YES, NO, NO, NO, NO, NO, YES, NO, NO, NO))
    far = Cuts(gold, (YES, NO, NO, NO, NO, NO, NO, NO, NO, NO))
    assert window_diff([near]) <= window_diff([far])
    assert pk([near]) < 1


def test_reliability_groups_answers_by_what_they_claim() -> None:
    table = reliability([(0.92, True), (0.94, False), (0.999, True)])
    assert [(each.low, each.count, each.right) for each in table] == [(0.9, 2, 0.5), (0.99, 1, 1.0)]
