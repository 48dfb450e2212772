import pytest

from jianbao.parse.fields.surnames import is_name


@pytest.mark.parametrize("text", ["徐华蔚", "王强", "欧阳洁", "司马光明", "阿卜杜拉·买买提", "莽九晨"])
def test_a_name_begins_with_a_surname_or_has_dots(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["见示意图", "下同", "新论", "王", "国际观察", "王强摄影报道", ""])
def test_other_words_are_no_names(text: str) -> None:
    assert not is_name(text)
