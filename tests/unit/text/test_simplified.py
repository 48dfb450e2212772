from hypothesis import given
from hypothesis import strategies as st

from jianbao.text.simplified import Printed, is_traditional, readings, simplified

TRADITIONAL = "本報訊（記者 徐華蔚）遵義市紅花崗區的縣域產業正在發展。"
SIMPLIFIED = "本报讯（记者 徐华蔚）遵义市红花岗区的县域产业正在发展。"


@given(st.text())
def test_a_reading_is_as_long_as_the_text(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_a_traditional_text_is_read_in_simplified_characters() -> None:
    assert is_traditional(TRADITIONAL)
    assert simplified(TRADITIONAL) == SIMPLIFIED


def test_a_quotation_or_a_name_makes_no_page_traditional() -> None:
    assert not is_traditional(SIMPLIFIED)
    assert not is_traditional("墙上挂着“難得糊塗”四个大字，落款是陳鴻。" + SIMPLIFIED * 3)
    assert not is_traditional("")


def test_what_was_found_is_told_as_printed() -> None:
    printed = Printed.of(TRADITIONAL + "叢　麗報道")

    assert printed.find("徐华蔚") == "徐華蔚"
    assert printed.find("丛丽") == "叢麗"
    assert printed.find("遵义市红花岗区…") == "遵義市紅花崗區…"
    assert printed.find("千瓦") == "千瓦"
    assert printed.find("") == ""


def test_words_have_a_second_reading_only_where_it_is_another() -> None:
    assert readings(["遵義", "仁怀"]) == ("遵義", "遵义", "仁怀")
