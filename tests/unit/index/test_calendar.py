"""Days without an issue, and pages that were added twice."""

import datetime as dt

from jianbao.index.calendar import missing_days

FIRST = dt.date(2026, 1, 5)
"""A Monday."""


def days(*numbers: int) -> list[dt.date]:
    return [FIRST + dt.timedelta(days=number) for number in numbers]


def test_a_daily_misses_each_day() -> None:
    there = days(*(number for number in range(30) if number not in {7, 8, 20}))
    assert list(missing_days(there)) == [tuple(days(7, 8)), tuple(days(20))]


def test_a_paper_of_workdays_misses_no_weekend_but_what_lies_around_it() -> None:
    there = days(*(number for number in range(40) if number % 7 < 5 and number not in {11, 14}))
    assert list(missing_days(there)) == [tuple(days(11, 14))]


def test_a_weekly_misses_its_own_day_only() -> None:
    assert list(missing_days(days(*(7 * number for number in range(20) if number != 3)))) == [tuple(days(21))]


def test_single_issues_miss_nothing() -> None:
    assert not list(missing_days(days(*range(0, 300, 19))))
    assert not list(missing_days(days(0, 1, 5)))
    assert not list(missing_days([]))


def test_days_on_which_no_paper_appeared_are_not_missed() -> None:
    there = days(*(number for number in range(30) if number not in {7, 8, 20}))
    (first, last), (other,) = days(7, 8), days(20)
    assert not list(missing_days(there, [(first, last), (other, other)]))
    assert list(missing_days(there, [(last, other)])) == [(first,)]
