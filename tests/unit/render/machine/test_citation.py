import json
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.render.encoding import one_line
from jianbao.render.machine.citation import bibtex, csl_json, gbt_2015, gbt_2025, ris
from jianbao.render.reference import Reference, abstract, reference
from tests.unit.render.specimens import CONFIG, HOSTILE, all_entries, article, sample

URL = "https://archive.example/repo/articles/20251103-02-01/"


ARCHIVE = sample()
ABOUT = EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE)


def cited(changes: Mapping[str, object] = MappingProxyType({}), identifier: str = "20251103-02-01") -> Reference:
    return replace(reference(ARCHIVE, ARCHIVE.entries[identifier]), **changes)  # type: ignore[arg-type]


def every() -> list[Reference]:
    return [reference(ARCHIVE, entry) for entry in all_entries(ARCHIVE)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"authors": ("丁文详",)}, "丁文详. 能源保供 AI 助力[N]. 遵义日报, 2025-11-03(2)."),
        ({"authors": ("甲", "乙", "丙")}, "甲, 乙, 丙. 能源保供 AI 助力[N]. 遵义日报, 2025-11-03(2)."),
        ({"authors": ("甲", "乙", "丙", "丁")}, "甲, 乙, 丙, 等. 能源保供 AI 助力[N]. 遵义日报, 2025-11-03(2)."),
        ({"authors": (), "page": None}, "能源保供 AI 助力[N]. 遵义日报, 2025-11-03."),
        ({"authors": (), "title_inferred": True}, "[能源保供 AI 助力][N]. 遵义日报, 2025-11-03(2)."),
        ({"authors": (), "date": ABOUT}, "能源保供 AI 助力[N]. 遵义日报, [2025-12](2)."),
        ({"authors": (), "date": EdtfDate(2025)}, "能源保供 AI 助力[N]. 遵义日报, 2025(2)."),
    ],
)  # fmt: skip
def test_gbt_2015_cites_the_printed_paper(changes: dict[str, object], expected: str) -> None:
    assert gbt_2015(cited(changes)) == expected


def test_gbt_2015_cites_the_page_on_the_web_with_the_day_on_which_it_was_seen() -> None:
    expected = f"甲. 能源保供 AI 助力[N/OL]. 遵义日报, 2025-11-03(2)[2026-01-12]. {URL}."
    assert gbt_2015(cited({"authors": ("甲",)}), accessed="2026-01-12") == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"authors": ("甲",)}, f"甲. 能源保供 AI 助力[N/OL]. 遵义日报，2025-11-03（2）. {URL}."),
        ({"authors": tuple("甲乙丙丁")}, f"甲，乙，丙，等. 能源保供 AI 助力[N/OL]. 遵义日报，2025-11-03（2）. {URL}."),
        ({"authors": (), "url": None}, "能源保供 AI 助力[N]. 遵义日报，2025-11-03（2）."),
        ({"authors": (), "page": None, "url": None}, "能源保供 AI 助力[N]. 遵义日报，2025-11-03."),
    ],
)  # fmt: skip
def test_gbt_2025_uses_full_width_marks(changes: dict[str, object], expected: str) -> None:
    assert gbt_2025(cited(changes)) == expected


def test_citations_stand_on_one_line_whatever_the_text() -> None:
    for one in every():
        assert one_line(gbt_2015(one)) == gbt_2015(one)
        assert one_line(gbt_2025(one)) == gbt_2025(one)


def test_ris_reads_back() -> None:
    for one in every():
        text = ris(one)
        assert text.count("\r\n") == text.count("\n") == text.count("\r")
        (record,) = rispy.loads(text)
        assert record["type_of_reference"] == "NEWS"
        assert record["title"] == one.title
        assert record.get("authors", []) == list(one.authors)
        assert record["secondary_title"] == one.newspaper
        assert record["date"].rstrip("/").replace("/", "-") == one.date.base
        assert record["year"] == str(one.date.year)
        assert record.get("start_page") == (None if one.page is None else str(one.page))
        assert record["urls"] == [one.url]
        assert record["keywords"] == list(one.subjects)


def test_ris_says_what_is_not_sure() -> None:
    (record,) = rispy.loads(ris(cited(identifier="202512-02")))
    assert record["notes"] == ["原文无标题，题名据正文拟定", "日期不确定（EDTF 2025-12~）"]


def test_bibtex_reads_back() -> None:
    for one in every():
        entry = parse_string(bibtex(one), "bibtex").entries[one.id]
        assert entry.type == "article"
        assert entry.fields["entrysubtype"] == "newspaper"
        assert untexed(entry.fields["title"]) == one.title
        assert [untexed(str(person)) for person in entry.persons.get("author", [])] == list(one.authors)
        assert entry.fields["journal"] == one.newspaper
        assert entry.fields["date"] == str(one.date)
        assert entry.fields["year"] == str(one.date.year)
        assert entry.fields.get("pages") == (None if one.page is None else str(one.page))
        assert entry.fields["url"] == one.url


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_title_is_one_balanced_bibtex_value(text: str) -> None:
    title = one_line(text)
    entry = parse_string(bibtex(cited({"title": title, "authors": ()})), "bibtex").entries["20251103-02-01"]
    assert untexed(entry.fields["title"]) == title
    assert entry.fields["journal"] == "遵义日报"


def test_csl_json_reads_back() -> None:
    for one in every():
        (item,) = json.loads(csl_json(one))
        assert item["type"] == "article-newspaper"
        assert item["id"] == one.id
        assert item["title"] == one.title
        assert [author["literal"] for author in item.get("author", [])] == list(one.authors)
        assert item["container-title"] == one.newspaper
        assert "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]) == one.date.base
        assert item["issued"].get("circa", False) == (one.date.qualifier is not Qualifier.CERTAIN)
        assert item.get("page") == (None if one.page is None else str(one.page))
        assert item["URL"] == one.url


def test_the_language_of_the_text_is_chinese_whatever_the_interface_speaks() -> None:
    english = sample(replace(CONFIG, language="en"))
    assert reference(english, english.entries["202512-01"]).language == "zh-Hans"


@pytest.mark.parametrize(
    "text", ["短句。", "没有句号", "一" * 99 + "。", "一" * 101, ("二" * 60 + "。") * 4, "“好！”他说。" * 40]
)
def test_an_abstract_is_whole_sentences_or_says_that_it_is_cut(text: str) -> None:
    made = abstract(article(blocks=(replace(article().blocks[1], text=text),)))
    assert len(made) <= 100
    assert made
    assert text.startswith(made.removesuffix("……"))
    assert made == text or made[-1] in "。！…”"


def test_an_article_of_headings_has_no_abstract() -> None:
    assert abstract(article(blocks=article().blocks[:1])) == ""


def test_hostile_texts_reach_the_references() -> None:
    titles = {one.title for one in every()}
    assert {one_line(text) for text in HOSTILE} <= titles


TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{char}": char for char in "%$&#_"},
}


def untexed(text: str) -> str:
    """What TeX sets of a value, which pybtex gives as it stands in the file; braces only group."""
    read = ""
    while text:
        command = next((one for one in TEX if text.startswith(one)), text[0])
        read += TEX.get(command, "" if command in "{}" else command)
        text = text[len(command) :]
    return read
