"""The small parts that pages are made of."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.model.digest import Article, Block, Role
from jianbao.model.errors import ContentError
from jianbao.model.theme import Theme
from jianbao.render.assets import asset_files, asset_names
from jianbao.render.edition import Link
from jianbao.render.environment import headline, make_environment, verbatim
from jianbao.render.links import address, root_at, root_from
from jianbao.render.pages.pieces import beginning, pieces
from jianbao.render.pages.texts import page_link
from jianbao.render.reference import issue_number
from jianbao.render.strings import Strings, load_strings
from jianbao.text.controls import visible
from tests.unit.render import sample
from tests.unit.render.browsing import elements, local, parse, text_of

STRINGS = Strings("en", {})
# What HTML can hold: it has no NUL, no other control character, no half of a surrogate pair and no noncharacter.
PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cn", "Cc")) | st.sampled_from("\t\n \u3000“”《》<>&\"'"), max_size=40
)


def heading(markup: str) -> str:
    page = parse(f"<!doctype html><title>-</title><h1>{markup}</h1>".encode())
    return text_of(next(element for element in elements(page) if local(element) == "h1"))


@settings(deadline=None)  # The first headline loads the dictionary.
@given(PRINTABLE)
def test_a_headline_reads_back_exactly(text: str) -> None:
    assert heading(headline(text)) == visible(text)


@given(PRINTABLE)
def test_a_text_reads_back_exactly(text: str) -> None:
    assert heading(verbatim(text)) == visible(text)


@given(st.text(max_size=40))
def test_what_html_forbids_or_nobody_sees_is_shown_as_a_replacement(text: str) -> None:
    shown = heading(verbatim(text.replace("\r", "")))
    assert shown == visible(text.replace("\r", ""))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", shown)


def test_no_expression_of_a_template_prints_an_invisible_mark() -> None:
    environment = make_environment(Theme({"a.html": b"{{ text }} {{ link|anchor('') }} {{ 2 }}"}), STRINGS)
    made = environment.get_template("a.html").render(text="甲\u202e<乙\x1b", link=Link("丙\u2028", "丁/"))

    assert made == "甲�&lt;乙� <a href=丁/>丙�</a> 2"


def test_a_stray_carriage_return_reads_back() -> None:
    page = parse(f"<!doctype html><h1>{verbatim('甲' + chr(13) + '乙')}</h1>".encode(), strict=False)
    assert text_of(page) == "甲\r乙"


def test_a_headline_breaks_at_its_spaces_and_not_within_short_quotations() -> None:
    assert headline("向“新”而行 向《绿》") == ("<b>向<i>“新”</i>而行</b> <b>向<i>《绿》</i></b>")
    assert headline("【一线调研】荷花“开”了") == "<b>【一线调研】</b><b>荷花<i>“开”</i>了</b>"
    assert headline("新征程·非凡").count("<i>程·</i>") == 1
    assert headline("“这一句引语实在太长不能不断开”").startswith("“这一句<wbr>引语")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("让人才成长与产业发展", "让人才成长|与|产业发展"),
        ("全市增长12.6%，达89亿元", "全市增长|12.6%，达|89亿元"),
        ("遵义开展推介", "遵义开展推介"),
        ("AT&T落户", "AT&amp;T落户"),
    ],
)
def test_a_headline_breaks_between_words_and_leaves_no_scrap_of_a_line(text: str, broken: str) -> None:
    assert headline(text) == broken.replace("|", "<wbr>")


@pytest.mark.parametrize(
    ("path", "root"), [("", "./"), ("issues/", "../"), ("topics/energy/renhuai/page/2/", "../../../../../")]
)
def test_the_way_to_the_root(path: str, root: str) -> None:
    assert root_from(path) == root


@pytest.mark.parametrize(
    ("base_url", "root"),
    [(None, "/"), ("https://a.example", "/"), ("https://a.example/r/", "/r/"), ("https://a.example/r", "/r/")],
)
def test_the_root_seen_from_a_missing_page(base_url: str | None, root: str) -> None:
    assert root_at(base_url) == root


def test_an_address_escapes_only_what_would_end_it() -> None:
    assert address("people/徐 华?蔚#%/") == "people/徐%20华%3F蔚%23%25/"


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("guide.md#marks", "../guide/#marks"),
        ("guide.md", "../guide/"),
        ("unknown.md", "unknown.md"),
        ("/topics/", "../topics/"),
        ("//other.example/", "//other.example/"),
        ("https://other.example/a.md", "https://other.example/a.md"),
        ("#here", "#here"),
    ],
)
def test_links_of_a_page_in_markdown(href: str, link: str) -> None:
    assert page_link(href, root="../", paths={"guide": "guide/"}) == link


def test_an_asset_bears_its_content_in_its_name() -> None:
    one, two = Theme({"assets/a.css": b"1", "home.html": b""}), Theme({"assets/a.css": b"2"})
    assert asset_names(one).keys() == {"a.css"}
    assert re.fullmatch(r"assets/a\.[0-9a-f]{8}\.css", asset_names(one)["a.css"])
    assert asset_names(one) != asset_names(two)
    assert [(file.path, file.data) for file in asset_files(one)] == [(asset_names(one)["a.css"], b"1")]


def test_scripts_of_a_folder_share_a_name_that_carries_all_of_their_content() -> None:
    one = Theme({"assets/a/x.js": b"1", "assets/a/y.js": b"2", "assets/a.js": b"3"})
    names = asset_names(one)
    assert re.fullmatch(r"assets/a\.[0-9a-f]{8}/x\.js", names["a/x.js"])
    assert names["a/y.js"] == names["a/x.js"].replace("x.js", "y.js")
    changed = asset_names(Theme({**one.files, "assets/a/y.js": b"4"}))
    assert changed["a/x.js"] != names["a/x.js"]
    assert changed["a.js"] == names["a.js"]
    assert {file.path: file.data for file in asset_files(one)}[names["a/y.js"]] == b"2"


def test_blocks_above_the_text_end_where_the_text_begins() -> None:
    above, below = pieces(sample.record(sample.DRAFTS[0], 1).article)
    assert [piece.role for piece in above] == ["kicker", "title", "subtitle", "byline"]
    assert below[0].text == sample.PARAGRAPH
    assert [piece.headline for piece in above] == [False, True, False, False]


@pytest.mark.parametrize(
    ("length", "lede"),
    [
        (500, sample.PARAGRAPH),
        (30, "清晨六点，河边的晒场已经摆满了竹匾。"),
        (12, "清晨六点，河边的晒场已经……"),
        (8, "清晨六点……"),
        (45, "清晨六点，河边的晒场已经摆满了竹匾。老师傅把篾片一根根理顺，边做边讲：“篾要薄，手要稳……"),
    ],
)
def test_a_lede_ends_with_a_sentence_or_a_clause_if_one_ends_in_time(length: int, lede: str) -> None:
    assert beginning(sample.record(sample.DRAFTS[0], 1).article, length) == lede


def test_an_article_of_headings_has_no_lede() -> None:
    assert beginning(sample.record(sample.DRAFTS[5], 1).article, 80) == ""


@pytest.mark.parametrize(
    ("printed", "number"),
    [("第12345期", "12345"), ("总第8421期", "8421"), ("8421", "8421"), ("A12", "A12"), ("", None), (None, None)],
)
def test_the_number_of_an_issue_is_bare(printed: str | None, number: str | None) -> None:
    assert issue_number(printed) == number


LANGUAGES = ("zh-Hans", "zh-Hant", "en")
NAMED = {"script_day_name": {"name"}, "script_month_name": {"name"}}


def texts(language: str) -> dict[str, str]:
    return dict(load_strings(sample.theme(), language).texts)


def test_all_languages_say_the_same_things() -> None:
    keys = [{key.removesuffix("_one") for key in texts(language)} for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]


def test_all_languages_take_the_same_values() -> None:
    chinese = texts("zh-Hans")
    for key, text in [*texts("en").items(), *texts("zh-Hant").items()]:
        allowed = set(re.findall(r"\{(\w+)\}", chinese[key.removesuffix("_one")]))
        assert set(re.findall(r"\{(\w+)\}", text)) <= allowed | {"title", "city", "count"} | NAMED.get(key, set()), key


def test_every_text_is_used() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in sample.TEMPLATES.rglob("*.[hj]*"))
    modules = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(sample.TEMPLATES).parent / "src/jianbao/render").rglob("*.py")
    )
    prefixes: tuple[str, ...] = (
        "nav_",
        "kind_",
        "month_",
        "weekday_",
        "describe_",
        "title_",
        "data_",
        "script_",
        "tool_",
        "role_",
        "style_",
    )
    prefixes += ("related_", "figures_", "accuracy_")
    unused = [
        key
        for key in texts("zh-Hans")
        if not re.search(rf"\b{key}\b", templates + modules) and not key.startswith(prefixes)
    ]
    assert unused == []


def test_one_is_not_many() -> None:
    strings = Strings("en", {"articles": "{count} articles", "articles_one": "{count} article"})
    assert strings("articles", count=1) == "1 article"
    assert strings("articles", count=2) == "2 articles"


def test_a_text_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        Strings("en", {})("articles")


@pytest.mark.parametrize("file", [b"", b"- a\n- b\n", b"a: [1]\n", b"a: b\na: c\n", b"a: {"])
def test_a_file_that_is_no_list_of_texts_is_a_problem(file: bytes) -> None:
    with pytest.raises(ContentError):
        load_strings(Theme({"strings/en.yaml": file}), "en")


def article_of(*paragraphs: str) -> Article:
    blocks = tuple(Block(Role.PARAGRAPH, text, (line,), 1.0) for line, text in enumerate(paragraphs, 1))
    return replace(sample.archive().records[next(iter(sample.archive().records))].article, blocks=blocks)


VERSE = ("山把路举到云上", "云把雨还给茶园", "一盏灯走下石阶", "和另一盏灯说话")
PROSE = "清晨六点，河边的晒场已经摆满了竹匾，老师傅把篾片一根根理顺，边做边讲。"


@pytest.mark.parametrize(
    ("paragraphs", "lines"),
    [
        (VERSE, 4),
        ((PROSE, *VERSE, "灯都不说话了。", PROSE), 5),
        (VERSE[:3], 0),
        (("“你来了？”", "“来了。”", "“坐。”", "“不坐。”", *VERSE[:2]), 0),
        ((VERSE[0], VERSE[1], PROSE, VERSE[2], VERSE[3]), 0),
    ],
)
def test_lines_of_verse_and_of_lists_are_told_from_prose(paragraphs: tuple[str, ...], lines: int) -> None:
    above, body = pieces(article_of(*paragraphs))
    assert not above
    assert [piece.role for piece in body].count("line") == lines
    assert [piece.text for piece in body] == list(paragraphs)


def test_a_lede_is_more_than_an_announcement() -> None:
    assert (
        beginning(article_of("新华社消息：", "清晨六点，晒场摆满竹匾。", PROSE), 80)
        == "新华社消息：清晨六点，晒场摆满竹匾。"
    )
    assert beginning(article_of("新华社消息："), 80) == "新华社消息："
