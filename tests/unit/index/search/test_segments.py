"""Segments by the calendar."""

from itertools import pairwise

import pytest

from jianbao.index.search import segments as module
from jianbao.index.search.segments import segments
from jianbao.model.search import SearchDocument
from tests.unit.index.search.specimens import document, folder

DAYS = [f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025) for month in (1, 6, 12) for day in (3, 20)]
ARCHIVE = [
    document(f"{day.replace('-', '')}-{nth:02}", f"遵义日报{day}第{nth}篇", date=day) for day in DAYS for nth in (1, 2)
]


def days_of(found: list[tuple[SearchDocument, ...]]) -> list[set[str]]:
    return [{item.first_day[:7] for item in segment} for segment in found]


def places(*months: int) -> list[SearchDocument]:
    """So many articles in January 2020 and each of the months after it, the oldest first."""
    days = [f"{2020 + number // 12}-{number % 12 + 1:02}-01" for number in range(len(months))]
    return [
        document(f"{day}-{nth}", "", date=day) for day, count in zip(days, months, strict=True) for nth in range(count)
    ]


def test_newest_month_is_apart() -> None:
    newest, rest = segments(ARCHIVE)
    assert {item.first_day for item in newest} == {"2025-12-03", "2025-12-20"}
    assert len(rest) == len(ARCHIVE) - len(newest)


def test_newest_day_comes_first_in_reading_order() -> None:
    assert [item.id for item in segments(ARCHIVE)[0]] == ["20251220-01", "20251220-02", "20251203-01", "20251203-02"]
    assert [item.id for item in segments(ARCHIVE)[1]][:3] == ["20250620-01", "20250620-02", "20250603-01"]


def test_closed_months_join_what_is_not_much_larger() -> None:
    assert days_of(segments(places(110, 5, 5, 1))) == [{"2020-04"}, {"2020-02", "2020-03"}, {"2020-01"}]
    assert days_of(segments(places(110, 5, 6, 1))) == [{"2020-04"}, {"2020-01", "2020-02", "2020-03"}]


def test_full_segments_never_change_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 20)
    found = days_of(segments(places(12, 9, 4, 9, 9, 1)))
    assert found == [{"2020-06"}, {"2020-03", "2020-04", "2020-05"}, {"2020-01", "2020-02"}]


def test_ends_of_months_rarely_rewrite_much() -> None:
    """Of the second to the fifth year, of months of one size."""
    before: set[tuple[SearchDocument, ...]] = set()
    rewritten = []
    for months in range(12, 61):
        closed = set(segments(places(*[10] * months, 1))[1:])
        assert len(closed) <= 2
        rewritten.append(sum(map(len, closed - before)) / (10 * months))
        before = closed
    assert sum(share > 0.2 for share in rewritten[1:]) <= 16
    assert all(share == 1 or share <= 0.2 for share in rewritten)


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
