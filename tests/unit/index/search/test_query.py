"""What a query means."""

import pytest

from jianbao.index.search.fold import WHITE_SPACE, fold
from jianbao.index.search.query import Query, parse


@pytest.mark.parametrize(
    ("text", "terms", "excluded"),
    [
        ("遵义 白酒", ("遵义", "白酒"), ()),
        ("遵义\u3000白酒\x85茶", ("遵义", "白酒", "茶"), ()),
        ("遵义 遵义", ("遵义",), ()),
        ("", (), ()),
        ('"New York" 茶', ("newyork", "茶"), ()),
        ('"一区一策"', ("一区一策",), ()),
        ("“一区一策”", ('"一区一策"',), ()),
        ('"abc', ('"abc',), ()),
        ('"a b"c', ('"a', 'b"c'), ()),
        ('""', ('""',), ()),
        ('a"b c"', ('a"b', 'c"'), ()),
        ("茶 -白酒", ("茶",), ("白酒",)),
        ('茶 -"白 酒"', ("茶",), ("白酒",)),
        ("-5℃", ("-5°c",), ()),
        ("气温 -5℃", ("气温",), ("5°c",)),
        ('气温 "-5℃"', ("气温", "-5°c"), ()),
        ("-茶 -酒", ("-茶", "-酒"), ()),
        ("茶 -", ("茶", "-"), ()),
        ("５Ｇ ½", ("5g", "1⁄2"), ()),
        ("x\0 -\0", ("x\ufffd",), ("\ufffd",)),
    ],
)
def test_query_is_cut_into_terms(text: str, terms: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    assert parse(text) == Query(terms, excluded)


def test_white_space_is_what_python_takes_for_it() -> None:
    assert sorted(WHITE_SPACE) == [char for char in map(chr, range(0x110000)) if char.isspace()]


def test_folding_changes_nothing_but_form() -> None:
    assert fold("“Ｃ９１９”　大飞机 ㎡，é") == '"c919"大飞机m2,é'
