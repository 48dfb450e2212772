import pytest

from jianbao.importers.encodings import read_text
from jianbao.model.errors import SourceError
from tests.unit.importers.test_encodings import SIMPLIFIED, TRADITIONAL

GBK = SIMPLIFIED.encode("gb18030")


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (GBK[:-2], 3, "reads as GB18030 but for one place on line 3"),
        (GBK + b"\xff\n", 4, "reads as GB18030 but for one place on line 4"),
        (GBK + b"\x805\n" + GBK + b"\xff", 4, "reads as GB18030 but for 2 places, the first on line 4"),
        (SIMPLIFIED.encode()[:-2], 3, "reads as UTF-8 but for one place on line 3"),
        (SIMPLIFIED.encode()[:60] + b"\xff" + SIMPLIFIED.encode()[60:], 3, "reads as UTF-8 but for one place"),
        (TRADITIONAL.encode("big5") + b"\xff\n", 4, "reads as Big5 but for one place on line 4"),
        (SIMPLIFIED.encode() + GBK, 4, "mixes encodings: line 1 reads as UTF-8, line 4 as GB18030"),
        (GBK + b"ascii\n" + SIMPLIFIED.encode(), 5, "mixes encodings: line 1 reads as GB18030, line 5 as UTF-8"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(data: bytes, line: int, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_text(data)
    assert caught.value.reason.startswith(reason)
    assert caught.value.line == line
    assert caught.value.hint


@pytest.mark.parametrize(
    ("real", "taken"),
    [
        ("utf-8", "iso-8859-1"),
        ("gb18030", "iso-8859-1"),
        ("utf-8", "gb18030"),
        ("gb18030", "cp1252"),
        ("utf-8", "cp1252"),
    ],
)
def test_a_text_that_was_decoded_wrongly_before_is_refused_with_the_way_back(real: str, taken: str) -> None:
    spoilt = SIMPLIFIED.encode(real).decode(taken, "replace")
    with pytest.raises(SourceError, match="was decoded wrongly before it came here") as caught:
        read_text(spoilt.encode())
    assert f"{real} taken for " in caught.value.reason
    assert "iconv -f utf-8 -t " in caught.value.hint
    assert read_text(spoilt.encode(), "utf-8").text == spoilt  # a person knows better


@pytest.mark.parametrize(
    "text",
    [
        "é à ü ö ñ ç ß ø å æ é à ü",
        "龘靐齉爩鱻麤龗灪龖厵",
        "今日は良い天気です。日本の新聞記事",
        "Привет мир газета новости",
    ],
)
def test_what_is_no_common_chinese_is_left_as_it_is(text: str) -> None:
    assert read_text(text.encode()).text == text
