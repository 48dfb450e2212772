import pytest

from jianbao.text.decode import Undecodable, decode, split_lines

TEXT = "遵义：一县一策\n学习贯彻党的二十届四中全会精神，奋力走出高质量发展新路。\n"
TRADITIONAL = "遵義：一縣一策\n學習貫徹黨的二十屆四中全會精神，這是一條新聞。\n"


def test_utf8_is_text_and_its_byte_order_mark_goes() -> None:
    assert decode(TEXT.encode("utf-8-sig")) == TEXT


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("gb18030"), "GB18030"),
        (TRADITIONAL.encode("big5"), "BIG5"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16LE"),
        (TEXT.encode("utf-16-be"), "UTF-16BE"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-32-le"), "UTF-32LE"),
        (TEXT.encode("utf-32-be"), "UTF-32BE"),
        (b"\xff\xfa\n\x80", None),
    ],
)
def test_other_encodings_are_told(data: bytes, encoding: str | None) -> None:
    found = decode(data)

    assert isinstance(found, Undecodable)
    assert found.encoding == encoding
    assert found.line == 1


def test_line_of_the_first_bad_byte_is_told() -> None:
    found = decode("一\n二\n".encode() + b"\xc3\x28\n")

    assert isinstance(found, Undecodable)
    assert found.line == 3


def test_nul_is_no_text() -> None:
    found = decode(b"a\nb\0c")

    assert isinstance(found, Undecodable)
    assert (found.line, found.encoding) == (2, None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一\r\n二\r\n", ["一", "二"]),
        ("一\n\n二", ["一", "", "二"]),
        ("一\u2028二\u0085三\f四\n", ["一\u2028二\u0085三\f四"]),
        ("一\r二\n", ["一\r二"]),
        ("", []),
        ("\n", [""]),
    ],
)
def test_lines_are_cut_at_line_feeds_only(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines
