"""The targets of guided fuzzing, on a few inputs each; `python -m tests.fuzz.guided` looks for more."""

from importlib import import_module

import pytest

from tests.fuzz import guided

MODULES = {name: import_module(name) for name in guided._STAGES}  # noqa: SLF001 - what it instruments
INPUTS = (
    b"",
    b"\x00",
    b"# \xe9\xa2\x98 {#a-1 .title}\n{.x}\\{.title}",
    b"\x01gone:\n- {address: ../x, date: 2026-02-30}",
    b'\x02{"title": "\\ud800", "text": 1e999}',
    b"\x03PK\x03\x04" + b"\xff" * 64,
    b"\x01<html><h1>a<p>b<!--enpproperty <date>2025-13-40</date>",
    "---\ndate: 2025-12-08\n---\n茶园\n\u2028\u202e\n".encode(),
)


@pytest.mark.parametrize("target", guided.TARGETS)
@pytest.mark.parametrize("data", INPUTS)
def test_a_target_finds_nothing(target: str, data: bytes) -> None:
    guided.TARGETS[target](MODULES)(data)


def test_without_a_target_it_says_what_there_is() -> None:
    assert guided.main([]) == 2
