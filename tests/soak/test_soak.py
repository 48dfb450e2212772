"""A fortnight of `python -m tests.soak`."""

from pathlib import Path

from tests.soak.endurance import Span, endure


def test_a_fortnight_of_additions_and_corrections_loses_nothing(tmp_path: Path) -> None:
    spans: list[Span] = []
    keeper = endure(tmp_path / "archive", 14, "suite", spans.append, every=7)
    assert len(spans) == 2
    assert sum(keeper.done.values()) >= 3
