import pytest
from pypinyin import lazy_pinyin

from jianbao.text.pinyin import initial, reading_key

SEVERAL_READINGS = set("辟泊长匙脯蛤槛咯傀茄炔伺厦畜吁轧辗椎")
"""Characters that GB 2312 files under another of their readings than the dictionary gives first."""
SURNAMES = set("区仇解单曾查翟盖瞿缪牟覃朴乐么员")


def first_level() -> list[str]:
    codes = ((high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return [char for code in codes if (char := bytes(code).decode("gb2312", "ignore"))]


def test_common_characters_begin_as_the_dictionary_says() -> None:
    wrong = {char for char in first_level() if initial(char) != lazy_pinyin(char)[0][0].upper()}

    assert wrong - SURNAMES == SEVERAL_READINGS


@pytest.mark.parametrize(
    ("name", "letter"),
    [("曾国藩", "Z"), ("单田芳", "S"), ("解缙", "X"), ("仇和", "Q"), ("闫妮", "Y"), ("冼星海", "X"), ("alice", "A")],
)
def test_surnames_begin_as_they_are_read(name: str, letter: str) -> None:
    assert initial(name) == letter


@pytest.mark.parametrize("name", ["", "1号", "龘某", "·", "\ud800"])
def test_what_has_no_sound_stands_apart(name: str) -> None:
    assert initial(name) == "#"


def test_names_stand_in_the_order_of_pinyin() -> None:
    assert sorted(["赵一", "王二", "陈大", "陈安", "曾三", "张四"], key=reading_key) == [
        "陈安", "陈大", "王二", "曾三", "张四", "赵一",
    ]  # fmt: skip
