from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.enrich.language.quantities import Measure, read_quantities


@pytest.mark.parametrize(
    ("printed", "value", "unit", "measure"),
    [
        ("47.69万千瓦", 476_900, "千瓦", Measure.AMOUNT),
        ("1771余万元", 17_710_000, "元", Measure.AMOUNT),
        ("18.74万亿元", 18_740_000_000_000, "元", Measure.AMOUNT),
        ("1,200吨", 1200, "吨", Measure.AMOUNT),
        ("5000余人次", 5000, "人次", Measure.COUNT),
        ("2万多匹", 20_000, "匹", Measure.COUNT),
        ("20件（组）", 20, "件（组）", Measure.COUNT),
        ("90.1％", 90.1, "%", Measure.SHARE),
        ("1.8个百分点", 1.8, "个百分点", Measure.SHARE),
        ("300千米", 300_000, "米", Measure.AMOUNT),
    ],
)
def test_number_has_value_unit_and_measure(printed: str, value: float, unit: str, measure: Measure) -> None:
    (quantity,) = read_quantities(f"约{printed}。")

    assert (quantity.start, quantity.end) == (1, 1 + len(printed))
    assert (quantity.value, quantity.unit, quantity.measure) == (value, unit, measure)


@pytest.mark.parametrize(
    "text",
    [
        "第3批",
        "12月6日",
        "2025年",
        "8个小时",
        "3个月",
        "G8162次",
        "4×400米",
        "20名列",
        "14亿人民",
        "31栋1单元",
        "±6%",
        "5个工作日",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert read_quantities(text) == ()


@given(st.text("0123456789.,万亿个名元%人次米余多第—年月日", max_size=40))
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    quantities = read_quantities(text)

    assert all(one.end <= other.start for one, other in pairwise(quantities))
    assert all(text[quantity.start].isdigit() for quantity in quantities)
