"""The pages of digests: every line of an article with its number, what it was read as, and how sure that is."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from jianbao.index.identify import source_of
from jianbao.index.site import build_archive
from jianbao.model.digest import Block, Digest, IssueFields, Role
from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Archive
from jianbao.render.pages.digest import BRIEF, FULL, SMALL, manner, percent, report_url, shortened, spoken_lines
from jianbao.text.controls import visible
from tests.unit.render import sample
from tests.unit.render.browsing import Site, by_class, elements, local, read_site, text_of
from tests.unit.render.specimens import article, record

LONG = "赤水市竹制品年产值突破20亿元，比上年增长一成。竹农增收，竹林增绿，一片新景象。"


def made(*pages: int | None, **config: object) -> Site:
    """A site of digests of one issue, one a page (版), each of one article."""
    blocks = (
        Block(Role.TITLE, "赤水竹产业链延长", (3,)),
        Block(Role.PARAGRAPH, LONG, (5, 6), 0.876),
        Block(Role.CREDIT, "（来源：《工人日报》）", (8,), 0.9999),
    )
    one = article(blocks=blocks, confidence=0.7)
    sources = tuple(
        source_of(
            Digest(f"content/{name}.txt", "ab" * 32, IssueFields(date=EdtfDate(2025, 12, 8), page=page), (one,), ()),
            (record(one),),
        )
        for name, page in zip("abcd", pages, strict=False)
    )
    archive, _ = build_archive(replace(sample.content(**config), sources=sources))
    return read_site(archive, sample.theme())


@pytest.fixture(scope="module")
def plain() -> Site:
    return made(2)


def rows(site: Site, path: str) -> list[str]:
    return [
        text_of(element).strip()
        for element in elements(site.page(path))
        if local(element) == "li" and "value" in element.attrib
    ]


def test_every_line_of_an_article_stands_there_with_its_number_and_role(plain: Site) -> None:
    assert rows(plain, "issues/2025-12-08/digest-02/") == [
        "标题 赤水竹产业链延长",
        f"{LONG} 第5–6行合为一段 87%",
        "来源 （来源：《工人日报》） 99%",
    ]
    page = plain.page("issues/2025-12-08/digest-02/")
    numbers = [(e.attrib["value"], e.attrib["id"]) for e in elements(page) if "value" in e.attrib]
    assert numbers == [("3", "L3"), ("5", "L5"), ("8", "L8")]
    assert "ab" * 32 in text_of(page)
    assert "此篇起讫的把握 70%" in text_of(page)


def test_the_article_and_the_issue_lead_there(plain: Site) -> None:
    slip = next(plain.page("articles/20251208-02-01/").iter("aside"))
    links = {link.get("href"): text_of(link) for link in slip.iter("a")}
    assert links["../../issues/2025-12-08/digest-02/#L3"] == "第3—8行"
    assert [link.get("href") for link in by_class(plain.page("issues/2025-12-08/"), "digests")[0].iter("a")] == [
        "../../issues/2025-12-08/digest-02/"
    ]


def test_search_engines_are_asked_to_pass_it_over(plain: Site) -> None:
    page = plain.page("issues/2025-12-08/digest-02/")
    robots = [e.get("content") for e in elements(page) if e.get("name") == "robots"]
    assert robots == ["noindex"]
    assert b"digest-02" not in plain.files["sitemap.xml"]


def test_every_block_of_hostile_text_stands_there_as_it_is(archive: Archive, site: Site) -> None:
    page = text_of(site.page("issues/2025-12-06/digest-01/"))
    for entry in archive.entries.values():
        if entry.issue == "2025-12-06":
            assert all(visible(block.text) in page for block in archive.records[entry.id].article.blocks)


def test_an_inferred_title_says_so(site: Site) -> None:
    (line,) = by_class(site.page("issues/2025-12-06/digest-01/"), "made")
    assert text_of(line).split() == ["标题为推断", "画展在老粮仓举行"]


def test_each_digest_has_a_page_of_its_own() -> None:
    site = made(2, 2, None)
    assert sorted(name for name in site.pages if "digest" in name) == [
        "issues/2025-12-08/digest-02-2/index.html",
        "issues/2025-12-08/digest-02/index.html",
        "issues/2025-12-08/digest/index.html",
    ]


def test_long_lines_are_shown_by_both_ends_where_that_is_asked_for() -> None:
    site = made(2, digests="brief")
    assert "赤水市竹制品年产值突……一片新景象。 第5–6行合为一段 87%" in rows(site, "issues/2025-12-08/digest-02/")
    assert "长行只示首尾" in text_of(site.page("issues/2025-12-08/digest-02/"))


def test_none_are_made_where_none_are_wanted() -> None:
    site = made(2, digests="none")
    assert not [name for name in site.pages if "digest" in name]
    assert "https://example.org/xinzhou/blob/HEAD/content/a.txt?plain=1#L3-L8" in [
        link.get("href") for link in site.page("articles/20251208-02-01/").iter("a")
    ]


def test_a_large_archive_shows_them_briefly(archive: Archive) -> None:
    assert manner(archive) == FULL
    assert manner(replace(archive, newest=archive.newest * SMALL)) == BRIEF


def test_short_texts_and_headlines_stay_whole() -> None:
    assert shortened(Block(Role.PARAGRAPH, "甲" * 18, (1,))) == "甲" * 18
    assert shortened(Block(Role.TITLE, "甲" * 60, (1,))) == "甲" * 60
    assert len(shortened(Block(Role.PARAGRAPH, "甲" * 19, (1,)))) == 18


@pytest.mark.parametrize(("confidence", "expected"), [(1.0, None), (0.9999, 99), (0.5, 50), (0.0, 0)])
def test_a_probability_is_never_rounded_up_to_certainty(confidence: float, expected: int | None) -> None:
    assert percent(confidence) == expected


@pytest.mark.parametrize(("lines", "expected"), [((3, 4), "3–4"), ((3, 5), "3, 5"), ((3, 4, 6), "3, 4, 6")])
def test_lines_are_said_as_they_stand(lines: tuple[int, ...], expected: str) -> None:
    assert spoken_lines(lines) == expected


def test_a_report_names_the_digest() -> None:
    address = report_url("https://github.com/owner/archive/", "差错：a&b.txt", "a&b.txt\n")
    assert address is not None
    parts = urlsplit(address)
    assert (parts.path, parse_qs(parts.query)) == (
        "/owner/archive/issues/new",
        {"title": ["差错：a&b.txt"], "body": ["a&b.txt\n"]},
    )
    assert report_url(None, "", "") is None
    assert report_url("git@example.org:x", "", "") is None
