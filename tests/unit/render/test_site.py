"""Every page of a site with hostile, long, empty and untitled articles: well-formed, safe, complete, movable."""

import gzip
import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest

from jianbao.index.site import build_archive
from jianbao.model.digest import Role
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ContentError
from jianbao.model.site import Archive
from jianbao.model.theme import Theme
from jianbao.render.pages.search import script_texts
from jianbao.render.site import render_site
from jianbao.render.strings import load_strings
from jianbao.text.controls import visible
from tests.unit.render import sample
from tests.unit.render.browsing import (
    HOST,
    Site,
    addresses,
    blocks,
    by_class,
    dead_ends,
    elements,
    local,
    read_site,
    text_of,
)

POLICY = re.compile(r"default-src 'self';base-uri 'none';form-action 'self'")


def test_text_read_back_from_a_page_equals_the_record(archive: Archive, site: Site) -> None:
    for entry in archive.entries.values():
        shown = [text_of(element) for element in blocks(site.page(entry.path))]
        assert shown == [visible(block.text) for block in archive.records[entry.id].article.blocks]


def test_every_page_has_one_headline_one_main_and_a_title(site: Site) -> None:
    for name, tree in site.pages.items():
        tags = [local(element) for element in elements(tree)]
        assert (name, tags.count("h1"), tags.count("main"), tags.count("title")) == (name, 1, 1, 1)


def test_a_title_that_was_inferred_says_so_and_is_no_block(archive: Archive, site: Site) -> None:
    entry = next(entry for entry in archive.entries.values() if archive.records[entry.id].article.title_inferred)
    page = site.page(entry.path)
    headline = next(element for element in elements(page) if local(element) == "h1")
    assert text_of(headline) == archive.records[entry.id].article.title
    assert headline not in blocks(page)
    assert "标题为推断" in text_of(page)
    assert "原文未印标题" in text_of(page)


def test_every_address_leads_to_a_file(site: Site) -> None:
    assert dead_ends(site) == set()


def test_nothing_but_links_to_follow_leads_elsewhere(site: Site) -> None:
    foreign = {
        (name, local(element))
        for name, tree in site.pages.items()
        for element, url in addresses(name, tree)
        if not url.startswith(HOST)
    }
    assert {tag for _, tag in foreign} == {"a"}


def test_no_text_becomes_markup_or_template(site: Site) -> None:
    for name, tree in site.pages.items():
        for element in elements(tree):
            assert local(element) != "img", name
            assert not [attribute for attribute in element.attrib if attribute.startswith("on")], name
            if local(element) == "script" and "src" not in element.attrib:
                assert element.attrib["type"] in {"application/json", "application/ld+json"}, name
        assert b"49" not in site.files[name].partition(b"onerror=alert(1)")[2][:40]


def test_every_page_forbids_what_is_not_its_own(site: Site) -> None:
    for name, tree in site.pages.items():
        policies = [e.attrib["content"] for e in elements(tree) if e.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1
        assert POLICY.fullmatch(policies[0]), name


def test_no_style_or_script_stands_in_a_page(site: Site) -> None:
    for tree in site.pages.values():
        assert not [e for e in elements(tree) if local(e) == "style" or "style" in e.attrib]


def test_the_language_is_said_and_the_text_stays_chinese() -> None:
    english = read_site(sample.archive(language="en"), sample.theme())
    page = english.page("articles/20251206-01-01/")
    assert page.attrib["lang"] == "en"
    assert [e.get("lang") for e in by_class(page, "text")] == ["zh-Hans"]
    assert "6 December 2025" in [text_of(e) for e in elements(page) if local(e) == "a"]
    assert "Topics" in text_of(page)


def test_a_language_without_strings_is_a_problem_with_a_hint(archive: Archive) -> None:
    klingon = replace(archive, config=replace(archive.config, language="tlh"))
    with pytest.raises(ContentError) as caught:
        list(render_site(klingon, sample.theme()))
    assert "en, zh-Hans" in caught.value.problems[0].hint


@pytest.mark.parametrize(
    ("name", "template", "line"),
    [
        ("home.html", b"<p>\n{% if %}", 2),
        ("_nav.html", b"{{ x", 1),
        ("home.html", b"{{ nothing }}", 0),
        ("home.html", b'{% extends "none.html" %}', 0),
    ],
)
def test_a_broken_template_is_a_problem_with_its_place(archive: Archive, name: str, template: bytes, line: int) -> None:
    theme = sample.theme()
    with pytest.raises(ContentError) as caught:
        list(render_site(archive, Theme({**theme.files, name: template})))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"templates/{name}", line)


def test_the_search_page_names_what_its_scripts_show(site: Site) -> None:
    block = next(e for e in elements(site.page("search/")) if e.get("id") == "names")
    told = json.loads(text_of(block))
    assert ["990181", "南竹市"] in told["names"]["county"]
    assert ["talent", "人才"] in told["names"]["topic"]
    assert ["photo", "图片新闻"] in told["names"]["kind"]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_text_of_the_search_scripts_is_there_and_no_other(language: str) -> None:
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in sorted((sample.TEMPLATES / "assets/search").glob("*.js"))
    )
    said = {text for call in re.findall(r"\bsay\((.+)", scripts) for text in re.findall(r'"([a-z_]+)"', call)}
    # Texts whose key is put together, or is the name of a filter.
    said |= {"day_name", "month_name", "year_name", "topic", "county", "kind", "newspaper", "reporter"}
    said |= {f"also_{kind}" for kind in ("traditional", "pinyin", "former")}
    said |= {f"suggest_{kind}" for kind in ("word", "place", "person", "topic", "reporter", "title")}
    texts = script_texts(load_strings(sample.theme(), language))
    assert said & texts.keys() == {key.removesuffix("_one") for key in texts}
    assert set(re.findall(r'\bsay\("(\w+)"', scripts)) <= texts.keys()


def test_the_same_archive_gives_the_same_bytes(archive: Archive) -> None:
    assert list(render_site(archive, sample.theme())) == list(render_site(sample.archive(), sample.theme()))


def test_no_two_files_have_one_name(archive: Archive) -> None:
    names = [file.path.casefold() for file in render_site(archive, sample.theme())]
    assert len(names) == len(set(names))


def test_the_404_page_works_at_any_depth() -> None:
    for base_url, root in (("https://archive.example/repo/", "/repo/"), (None, "/")):
        made = read_site(sample.archive(base_url=base_url), sample.theme())
        found = {url for _, url in addresses("404.html", made.pages["404.html"]) if "#" not in url}
        assert urljoin(HOST, f"{root}search/") in found
        assert {url for url in found if url.startswith(HOST) and not url.startswith(urljoin(HOST, root))} == set()


def test_an_archive_without_articles_has_all_its_sections(archive: Archive) -> None:
    groups = "people officeholders organisations seldom_named seldom_organisations topic_groups county_groups"
    nothing: dict[str, Any] = dict.fromkeys(("newest", "issues", "unsorted", *groups.split()), ())
    bare = replace(archive, entries={}, **nothing)
    made = read_site(bare, sample.theme())
    for path in ("", "issues/", "people/"):
        assert "暂无稿件" in text_of(made.page(path))


def test_an_article_page_is_lean(archive: Archive, site: Site) -> None:
    """Ten thousand articles multiply what stands beside their text."""
    entry = archive.entries["20251206-01-02"]
    beside = len(site.files[f"{entry.path}index.html"]) - sum(
        len(b.text.encode()) for b in archive.records[entry.id].article.blocks
    )
    assert beside < 5000


def test_the_style_is_light(site: Site) -> None:
    style = next(data for name, data in site.files.items() if name.endswith(".css"))
    assert len(gzip.compress(style)) < 6 * 1024
    assert b"url(" not in style
    assert b"@import" not in style


def test_what_is_shown_as_what(site: Site) -> None:
    page = site.page("articles/20251206-01-01/")
    for role in (Role.KICKER, Role.SUBTITLE, Role.BYLINE, Role.CAPTION, Role.CREDIT):
        assert len(by_class(page, role)) == 1
    assert [text_of(element) for element in blocks(page) if local(element) == "h2"] == ["课堂进车间"]


def test_an_article_says_where_and_when_it_stood(site: Site) -> None:
    dated = text_of(next(site.page("articles/20251206-01-01/").iterfind(".//article/header/div")))
    assert dated.split() == ["新州日报", "2025年12月6日", "第1版", "要闻"]
    undated = text_of(next(site.page("articles/202510-01/").iterfind(".//article/header/div")))
    assert undated.split() == ["新州日报", "约2025年10月", "（日期未印于原文，按内容推定）"]


def test_the_slip_names_evidence_source_and_jump(site: Site) -> None:
    slip = text_of(next(site.page("articles/20251206-01-02/").iter("aside")))
    assert "抽水蓄能 光伏" in slip
    assert "上接第1版" in slip
    assert "[N]. 新州日报，2025-12-06（1）." in slip
    links = [url for _, url in addresses("articles/20251206-01-02/", site.page("articles/20251206-01-02/"))]
    assert urljoin(HOST, "issues/2025-12-06/digest-01/#L21") in links


def test_pieces_of_a_story_lead_to_each_other() -> None:
    lead = sample.Draft(((Role.TITLE, "以改革促发展 以实干开新局"), (Role.PARAGRAPH, "水库开工。")))
    day = EdtfDate(2025, 12, 8)
    sources = (
        sample.source("1.txt", (lead,), day, page=1),
        sample.source("4.txt", (replace(lead, continued_from=1),), day, page=4),
    )
    made, _ = build_archive(replace(sample.content(), sources=sources))
    site = read_site(made, sample.theme())
    first, second = (by_class(site.page(f"articles/20251208-0{page}-01/"), "places")[0] for page in (1, 4))

    assert [link.get("href") for link in first.iter("a")] == ["../../articles/20251208-04-01/"]
    assert [link.get("href") for link in second.iter("a")] == ["../../articles/20251208-01-01/"]
    assert "本稿分2处刊出" in text_of(first)
    pieces = [text_of(item).split() for item in first.iter("li")]
    assert pieces == [["第1版", "本页所载部分"], ["第4版", "以改革促发展", "以实干开新局"]]


def test_a_piece_whose_story_is_not_held_says_so(site: Site) -> None:
    page = site.page("articles/20251206-01-02/")

    assert not by_class(page, "places")
    assert "上接第1版 本库未收录该部分" in text_of(next(page.iter("aside")))
