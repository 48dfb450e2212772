"""What is suggested while one types, and other ways to write a query."""

from collections.abc import Sequence

import pytest

from jianbao.index.search.read import open_index
from jianbao.index.search.suggest import open_names
from tests.unit.index.search.specimens import folder
from tests.unit.index.search.vectors import ARCHIVE, OTHERS, SUGGESTED

FILES = folder(ARCHIVE)
HELPER = open_names(FILES.__getitem__)
INDEX = open_index(FILES.__getitem__)


@pytest.mark.parametrize(("typed", "expected"), SUGGESTED)
def test_names_that_begin_as_what_is_typed(typed: str, expected: Sequence[str]) -> None:
    marks = {"from": "<", "of": "of"}
    shown = [
        " ".join([each["text"], *(f"{mark} {each[name]}" for name, mark in marks.items() if name in each)])  # type: ignore[literal-required]
        for each in HELPER.suggest(typed)
    ]
    assert shown == expected


@pytest.mark.parametrize(("query", "expected"), OTHERS)
def test_other_ways_to_write_a_query(query: str, expected: Sequence[tuple[str, str, str, str]]) -> None:
    others = HELPER.alternatives(query, INDEX.count)
    assert [(each["query"], each["kind"], each["from"], each["to"]) for each in others] == expected


def test_a_suggestion_says_what_it_is() -> None:
    assert HELPER.suggest("酒 -ren") == [
        {"text": "仁怀", "query": "酒 -仁怀", "kind": "place", "count": 2, "url": "counties/renhuai/"}
    ]
    assert HELPER.suggest("重庆") == [{"text": "重庆", "query": "重庆", "kind": "word", "count": 2}]


def test_another_name_completes_to_itself() -> None:
    (suggestion,) = HELPER.suggest("酒 乌江")
    assert suggestion == {
        "text": "乌江镇",
        "query": "酒 乌江镇",
        "kind": "place",
        "count": 1,
        "url": "counties/bozhou/",
        "of": "播州",
    }


def test_no_more_than_asked_for() -> None:
    assert [each["text"] for each in HELPER.suggest("jiang", 1)] == ["酱香"]
