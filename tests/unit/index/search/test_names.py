"""What names.bin and traditional.bin hold."""

import gzip
import json

import pytest

from jianbao.index.search import names as module
from jianbao.index.search.names import readings, write_names
from jianbao.index.search.suggest import open_names
from jianbao.index.search.traditional import read_variants, write_variants
from jianbao.model.search import NameKind, SearchDocument, SearchName
from tests.unit.index.search.specimens import document, folder

VARIANTS = read_variants(gzip.decompress(write_variants()).decode())


def texts(documents: list[SearchDocument]) -> list[tuple[str, str, int]]:
    return [(name.text, name.kind, name.count) for name in open_names(folder(documents).__getitem__).names]


def test_a_name_counts_once_an_article() -> None:
    tea = SearchName("茶", NameKind.WORD)
    assert texts([document("a", names=[tea, tea]), document("b", names=[tea])]) == [("茶", "word", 2)]


def test_a_name_stands_under_its_first_kind_only() -> None:
    both = [SearchName("教育", NameKind.WORD), SearchName("教育", NameKind.TOPIC, "topics/education/")]
    assert texts([document("a", names=both)]) == [("教育", "topic", 1)]


def test_only_the_most_frequent_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", {NameKind.WORD: 2})
    often, once, never = (SearchName(text, NameKind.WORD) for text in ("常", "偶", "再"))
    place = SearchName("处", NameKind.PLACE)
    documents = [document("a", names=[often, once, place]), document("b", names=[often, once, never])]
    assert texts(documents) == [("处", "place", 1), ("偶", "word", 2), ("常", "word", 2)]


def test_names_that_make_no_line_are_left_out() -> None:
    assert texts([document("a", names=[SearchName(text, NameKind.WORD) for text in (" ", "一\n二", "茶")])]) == [
        ("茶", "word", 1)
    ]


def test_an_archive_without_names_has_the_file_all_the_same() -> None:
    assert json.loads(gzip.decompress(write_names({})))["names"] == ""
    assert texts([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重庆", ("chong", "qing")),
        ("绿茶", ("lv", "cha")),
        ("5g基站a", ("", "", "ji", "zhan", "")),
        ("𠮷·王", ("", "", "wang")),
    ],
)
def test_characters_are_read_in_their_words(text: str, expected: tuple[str, ...]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [
        ("遵義會議", "遵义会议"),
        ("乾淨", "干净"),
        ("乾隆", "乾隆"),
        ("一目瞭然", "一目了然"),
        ("瞭望塔", "瞭望塔"),
        ("著名", "著名"),
        ("頭髮發展", "头发发展"),
        ("反覆", "反复"),
        ("遵义 5G", "遵义 5G"),
        ("", ""),
    ],
)
def test_traditional_characters_become_simplified(traditional: str, simple: str) -> None:
    assert VARIANTS.simplify(traditional) == simple
