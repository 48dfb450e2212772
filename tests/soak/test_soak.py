"""A fortnight of `python -m tests.soak`."""

import os
import signal
from pathlib import Path

from tests.small_archive import tree
from tests.soak.endurance import Span, endure
from tests.soak.keeper import Keeper


def test_a_fortnight_of_additions_and_corrections_loses_nothing(tmp_path: Path) -> None:
    spans: list[Span] = []
    keeper = Keeper(tmp_path / "archive", "fourteen")
    assert endure(keeper, 14, spans.append, every=7)
    assert [span.day for span in spans] == [7, 14]
    assert sum(keeper.done.values()) >= 3


def test_a_run_that_is_stopped_goes_on_as_if_it_had_not_been(tmp_path: Path) -> None:
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    assert endure(Keeper(whole, "suite"), 5, lambda _: None)
    assert not endure(Keeper(parted, "suite"), 5, lambda _: os.kill(os.getpid(), signal.SIGTERM), every=2)
    assert endure(Keeper(parted, "other"), 5, lambda _: None)
    assert tree(parted / "content") == tree(whole / "content")
