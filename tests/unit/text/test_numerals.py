import pytest

from jianbao.text.numerals import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二〇二五", 2025),
        ("一百零三", 103),
        ("二百五十", 250),
        ("两千", 2000),
        ("14", 14),
        ("０２", 2),
    ],
)
def test_number_is_read(text: str, value: int) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "第一", "十十", "十百", "1二", "-1", "1.5", "1234567890"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert read_number(text) is None
