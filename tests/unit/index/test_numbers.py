"""Articles that were published keep their numbers, whatever comes and goes on their page."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.index.numbers import by_page, numbered
from jianbao.model.card import Card
from jianbao.model.digest import Kind
from jianbao.model.gone import Recorded

PAGE = {f"p-0{number}": Recorded(title) for number, title in enumerate("甲乙丙丁", 1)}


def card(title: str, pinned: str | None = None) -> Card:
    return Card(pinned, 1, Kind.NEWS, title, False, None, None, (), None, None, 1.0, (), ())  # noqa: FBT003


def ids(titles: str, record: Mapping[str, Recorded] = PAGE, fixed: Sequence[str] = ()) -> str:
    """The numbers of articles with these titles, each of one character."""
    found = numbered([card(title) for title in titles], lambda number: f"p-{number:02}", fixed, record)
    assert len(set(found)) == len(titles)
    return " ".join(identifier.removeprefix("p-0") for identifier in found)


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        ("甲乙丙丁", "1 2 3 4"),
        ("丁丙乙甲", "4 3 2 1"),  # another order
        ("新甲乙丙丁", "5 1 2 3 4"),  # one comes in first
        ("甲乙新丙丁", "1 2 5 3 4"),
        ("甲乙丙丁新", "1 2 3 4 5"),
        ("乙丙丁", "2 3 4"),  # one goes
        ("甲丁", "1 4"),
        ("甲改丙丁", "1 2 3 4"),  # a headline is mended
        ("甲丙新丁", "1 3 5 4"),  # one goes, another comes elsewhere
        ("新甲乙另丙丁", "5 1 2 6 3 4"),
        ("甲甲乙丙丁", "1 5 2 3 4"),  # two of one headline, of which one was there
        ("新新甲乙丙丁", "5 6 1 2 3 4"),
        ("", ""),
    ],
)
def test_who_was_published_keeps_its_number(titles: str, numbers: str) -> None:
    assert ids(titles) == numbers


def test_without_a_record_the_place_on_the_page_counts_and_taken_numbers_are_passed_over() -> None:
    assert ids("甲乙丙", {}) == "1 2 3"
    assert ids("甲乙丙", {}, ("p-02",)) == "1 3 4"


def test_a_number_that_was_an_articles_is_nobody_elses_and_its_own_when_it_comes_back() -> None:
    record = {**PAGE, "p-02": Recorded("乙", gone=True)}
    assert ids("甲新丙丁", record) == "1 5 3 4"
    assert ids("甲乙丙丁", record) == "1 2 3 4"
    assert ids("甲新丙丁", record, ("p-05",)) == "1 6 3 4"


def test_pinned_articles_are_left_as_they_are() -> None:
    cards = [card("甲", "p-03"), card("丙"), card("乙")]
    assert numbered(cards, lambda number: f"p-{number:02}", {"p-03"}, PAGE) == ("p-03", "p-05", "p-02")


def test_ids_that_are_no_numbers_stay_those_of_their_articles() -> None:
    assert ids("甲乙", {"p-x": Recorded("乙"), "p-²": Recorded("丙")}) == "1 p-x"
    assert by_page({"p-01": Recorded("甲"), "q-01": Recorded("乙")}).keys() == {"p", "q"}


pages = st.lists(st.text("甲乙丙丁戊", max_size=7), min_size=1, max_size=6)


@given(pages, st.sets(st.sampled_from(["p-01", "p-02", "p-04", "p-06"])))
def test_what_was_published_is_the_same_again_and_no_number_serves_two(versions: list[str], fixed: set[str]) -> None:
    """One version of a page after the other is published; each is built twice."""
    record: dict[str, Recorded] = {}
    for titles in versions:
        cards = [card(title) for title in titles]
        before = dict(record)
        given_ids = numbered(cards, lambda number: f"p-{number:02}", fixed, record)
        assert len(set(given_ids)) == len(cards)
        assert fixed.isdisjoint(given_ids)
        for identifier, title in zip(given_ids, titles, strict=True):
            if identifier in before and before[identifier].gone:
                assert before[identifier].title == title
        record = {key: Recorded(one.title, gone=True) for key, one in before.items() if key not in given_ids}
        record |= {key: Recorded(title) for key, title in zip(given_ids, titles, strict=True)}
        assert numbered(cards, lambda number: f"p-{number:02}", fixed, record) == given_ids
