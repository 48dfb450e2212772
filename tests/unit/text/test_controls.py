import pytest

from jianbao.text.controls import controls, visible


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\ufffe"])
def test_what_nobody_sees_is_shown(char: str) -> None:
    assert visible(f"甲{char}乙") == "甲�乙"
    assert list(controls(f"甲{char}乙")) == [(1, f"U+{ord(char):04X}")]


@pytest.mark.parametrize("text", ["甲\t乙\n丙\r丁", "e\u0301", "👩\u200d👧", "甲\u3000乙\xa0丙\u200b", ""])
def test_all_else_stays(text: str) -> None:
    assert visible(text) == text
    assert list(controls(text)) == []
