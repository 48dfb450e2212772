import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.importers.damage import wrongly_decoded
from jianbao.importers.encodings import known_encoding, read_text
from jianbao.importers.plain import text_lines
from jianbao.model.errors import SourceError

SIMPLIFIED = "头版\n茶园管护正当时\n入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥，为明年春茶丰产打下基础。\n"
TRADITIONAL = (
    "頭版\n茶園管護正當時\n入冬以來，農技人員走進茶園，指導茶農修枝、施肥，為明年的春茶打下基礎。這個國家會發展。\n"
)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "UTF-8"),
        (SIMPLIFIED, "utf-8-sig", "UTF-8"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (SIMPLIFIED, "utf-16", "UTF-16LE"),
        (SIMPLIFIED, "utf-16-le", "UTF-16LE"),
        (SIMPLIFIED, "utf-16-be", "UTF-16BE"),
        (SIMPLIFIED, "utf-32", "UTF-32LE"),
        (SIMPLIFIED, "utf-32-le", "UTF-32LE"),
        (SIMPLIFIED, "utf-32-be", "UTF-32BE"),
        (TRADITIONAL, "big5", "Big5"),
        (TRADITIONAL, "gb18030", "GB18030"),
        (TRADITIONAL, "utf-8", "UTF-8"),
    ],
)
def test_an_encoding_is_told_by_what_it_decodes_to(text: str, codec: str, name: str) -> None:
    decoded = read_text(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)


def test_characters_of_hong_kong_are_read() -> None:
    text = TRADITIONAL + "深水埗的啲嘢\n"
    assert read_text(text.encode("big5hkscs")).text == text


def test_a_person_may_overrule_what_bytes_look_like() -> None:
    assert read_text("é".encode("latin-1"), "latin-1").text == "é"
    with pytest.raises(SourceError, match=r"as utf-8 \(line 2\)") as caught:
        read_text(b"a\n" + SIMPLIFIED.encode("gb18030"), "utf-8")
    assert caught.value.hint == "it reads as GB18030: leave --encoding out"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03", b"a\x00b\n", bytes(range(128, 256)), b"\xff" * 9, b"\xfe\xff\x5b\x5b\xf5\xfe\xff"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_text(data)


def test_characters_that_were_lost_before_are_told() -> None:
    assert read_text("茶\ufffd园".encode()).notes == ("1 character lost before it came here (U+FFFD)",)
    assert read_text("茶锟斤拷园".encode()).notes == ("1 character lost before it came here (锟斤拷)",)


def test_no_byte_order_mark_stays_in_front_of_a_text() -> None:
    assert read_text("\ufeff\ufeff茶园".encode()).text == "茶园"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_one_line_of_utf_16_is_told_without_a_mark(codec: str) -> None:
    assert read_text(SIMPLIFIED.replace("\n", "").encode(codec)).text == SIMPLIFIED.replace("\n", "")


@pytest.mark.parametrize(
    "text", ["甲\r\n乙\n丙\r丁\r\n", "甲\r乙\r丙\r丁", "甲\r\r\n乙\r\r\n丙\r\r\n丁\n", "甲\r乙\r丙\r丁\n"]
)
def test_lines_end_where_any_system_ends_them(text: str) -> None:
    assert [line.text for line in text_lines(text)] == ["甲", "乙", "丙", "丁"]


@given(st.text())
def test_utf_8_is_never_taken_for_something_else(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    marks = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
    if b"\0" not in data and not data.startswith(marks) and not wrongly_decoded(data.decode("utf-8")):
        assert read_text(data).text == data.decode("utf-8").lstrip("\ufeff")


def test_only_encodings_of_text_are_known() -> None:
    assert [known_encoding(name) for name in ("gbk", "big5", "rot13", "hex", "no-such", "\0")] == [True, True] + [
        False
    ] * 4
