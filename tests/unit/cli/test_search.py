"""`jianbao search`: options, other ways to write a query, and queries that look like options."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.index.search.specimens import folder
from tests.unit.index.search.vectors import ARCHIVE


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, data in folder(ARCHIVE).items():
        target = tmp_path / "site/search" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return tmp_path / "site"


@pytest.fixture
def search(jianbao: Run, site: Path) -> Run:
    """Give `jianbao search` on that site."""
    return lambda *arguments: jianbao("search", "--site", site, *arguments)


def test_filters_limits_and_order(search: Run) -> None:
    everything = json.loads(search("", "--json", "--sort", "oldest").stdout)
    ids = [hit["id"] for hit in everything["hits"]]
    assert everything["total"] == len(ids) == len(ARCHIVE)
    page = json.loads(search("", "--json", "--sort", "oldest", "--offset", "1", "--limit", "2").stdout)
    assert [hit["id"] for hit in page["hits"]] == ids[1:3]
    for option, value, found in (
        ("--kind", "news", len(ARCHIVE)),
        ("--kind", "photo", 0),
        ("--newspaper", "遵义日报", len(ARCHIVE)),
        ("--topic", "liquor", 0),
        ("--county", "520382", 0),
        ("--reporter", "王一", 0),
        ("--from", "2025-12-09", 0),
        ("--to", "2025-12-08", len(ARCHIVE)),
    ):
        assert search("", option, value).stdout.startswith(f"{found} found"), option


def test_another_way_to_write_it_is_searched_where_the_query_finds_nothing(search: Run) -> None:
    said = search("遵义县").stdout.splitlines()
    assert said[:2] == ["nothing is written that way; searched instead for: 播州区", "1 found"]
    answer = json.loads(search("renhuai jiangxiang", "--json").stdout)
    assert answer["applied"]["query"] == "仁怀 酱香"
    assert answer["total"] == 2


def test_another_way_to_write_it_is_only_named_where_the_query_finds_something(search: Run) -> None:
    answer = json.loads(search("重庆 -仁怀县", "--json").stdout)
    assert answer["applied"] is None
    assert answer["total"] == 2
    assert [other["query"] for other in answer["alternatives"]] == ["重庆 -仁怀市"]
    assert search("重庆 -仁怀县").stdout.endswith("also found: 重庆 -仁怀市\n")


def test_limits_that_leave_nothing_are_no_reason_to_search_for_something_else(search: Run) -> None:
    answer = json.loads(search("播州区", "--kind", "photo", "--json").stdout)
    assert (answer["total"], answer["applied"]) == (0, None)
    answer = json.loads(search("renhuai", "--kind", "photo", "--json").stdout)
    assert (answer["total"], answer["applied"], answer["alternatives"]) == (0, None, [])


def test_a_query_that_looks_like_an_option_is_told_how_to_be_asked(search: Run) -> None:
    done = search("-遵义")
    assert done.returncode == 2
    assert "jianbao search -- -" in done.stderr
    assert search("--", "-遵义").stdout.startswith("0 found")


@pytest.mark.parametrize("date", ["12月", "2024-13", "2024-00-01", "2024-01-32", "2023-02-29", "0000-01", "２０２４"])
def test_a_date_that_is_none_is_refused(search: Run, date: str) -> None:
    done = search("茶", "--from", date)
    assert done.returncode == 2
    assert "YYYY-MM-DD" in done.stderr


def test_an_index_that_is_not_whole_is_told_of(search: Run, site: Path) -> None:
    for path in site.glob("search/*/grams-*.bin"):
        path.write_bytes(path.read_bytes()[:-1])
    done = search("重庆")
    assert done.returncode == 2
    assert "build the site again" in done.stderr


def test_a_topic_or_county_that_the_site_does_not_have_is_refused_with_the_one_that_may_be_meant(
    search: Run, site: Path
) -> None:
    (site / "data").mkdir()
    for name, rows in (
        ("places", [{"code": "520382", "name": "仁怀市"}]),
        ("topics", [{"id": "liquor", "name": "酱酒"}]),
    ):
        (site / "data" / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    for option, value, hint in (
        ("--county", "999999", "data/places.json in the site lists them"),
        ("--county", "仁怀", "did you mean 520382?"),
        ("--topic", "liqour", "did you mean liquor?"),
    ):
        done = search("茶", option, value)
        assert done.returncode == 2
        assert hint in done.stderr
    assert search("茶", "--county", "520382", "--topic", "liquor").returncode == 0
