import pytest

from jianbao.text.chars import bare, is_han, is_latin, join_lines, trim


@pytest.mark.parametrize("char", ["遵", "〇", "㐂", "𠮷", "豈"])
def test_han_characters_of_every_block_are_han(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", ["。", "A", "3", "ア", "　"])
def test_other_characters_are_not_han(char: str) -> None:
    assert not is_han(char)


def test_latin_letters_include_accents_and_exclude_digits() -> None:
    assert is_latin("é")
    assert not is_latin("5")


def test_bare_takes_every_kind_of_space_out() -> None:
    assert bare("　王\xa0强\u200b \t摄\ufeff\n") == "王强摄"


def test_trim_leaves_the_spaces_inside() -> None:
    assert trim("　　向“新”而行 向“绿”升级 \r") == "向“新”而行 向“绿”升级"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("产业园", "内，"), "产业园内，"),
        (("　　产业园 ", " 内，"), "产业园内，"),
        (("the old", "town"), "the old town"),
        (("in Zunyi.", "The"), "in Zunyi. The"),
        (("投资15", "00余次"), "投资1500余次"),
        (("增长5", "G用户"), "增长5G用户"),
        (("打造生态IP", "。"), "打造生态IP。"),
        (("", "一"), "一"),
        ((), ""),
    ],
)
def test_lines_join_with_a_space_between_latin_words_only(lines: tuple[str, ...], joined: str) -> None:
    assert join_lines(lines) == joined
