"""Segments by the calendar."""

from itertools import pairwise

import pytest

from jianbao.index.search import segments as module
from jianbao.index.search.segments import segments
from tests.unit.index.search.specimens import document, folder

DAYS = [f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025) for month in (1, 6, 12) for day in (3, 20)]
ARCHIVE = [
    document(f"{day.replace('-', '')}-{nth:02}", f"遵义日报{day}第{nth}篇", date=day) for day in DAYS for nth in (1, 2)
]


def test_newest_month_is_apart() -> None:
    newest, rest = segments(ARCHIVE)
    assert {item.first_day for item in newest} == {"2025-12-03", "2025-12-20"}
    assert len(rest) == len(ARCHIVE) - len(newest)


def test_newest_day_comes_first_in_reading_order() -> None:
    assert [item.id for item in segments(ARCHIVE)[0]] == ["20251220-01", "20251220-02", "20251203-01", "20251203-02"]


def test_full_years_never_change_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 20)
    years = [{item.first_day[:4] for item in segment} for segment in segments(ARCHIVE)]
    assert years == [{"2025"}, {"2025"}, {"2023", "2024"}]


def test_nothing_gives_no_segment() -> None:
    assert segments([]) == []
    assert set(folder([])) == {
        "directory.bin",
        "names.bin",
        "traditional.bin",
        "search.js",
        "marks.js",
        "snippets.js",
        "suggest.js",
    }


def test_a_new_day_of_the_month_leaves_the_old_segment_alone() -> None:
    before, after = folder(ARCHIVE[:-2]), folder(ARCHIVE)
    kept = [name for name in before if "/" in name and name in after]
    assert kept
    assert all(before[name] == after[name] for name in kept)
    assert {name.split("/")[0] for name in kept} == {name.split("/")[0] for name in before if "/" in name} & {
        name.split("/")[0] for name in after if "/" in name
    }


def test_same_articles_give_the_same_bytes() -> None:
    assert folder(ARCHIVE) == folder(list(ARCHIVE))


def test_every_prefix_of_an_archive_is_complete() -> None:
    for shorter, longer in pairwise(range(2, len(ARCHIVE) + 1, 2)):
        assert (
            sum(map(len, segments(ARCHIVE[:longer]))) - sum(map(len, segments(ARCHIVE[:shorter]))) == longer - shorter
        )
