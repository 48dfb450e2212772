"""Front page, issues, calendar, topics, counties, reporters: what they show of the sample."""

from dataclasses import replace

from jianbao.index.site import build_archive
from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Archive
from jianbao.render.edition import make_edition
from jianbao.render.head import Head
from jianbao.render.pages.home import home_view
from jianbao.render.pages.issue import years
from jianbao.render.strings import load_strings
from tests.unit.render import sample
from tests.unit.render.browsing import Site, by_class, elements, local, read_site, text_of


def words(text: str) -> list[str]:
    return text.split()


def test_the_front_page_leads_with_the_first_story_of_the_newest_issue(site: Site) -> None:
    home = site.page("")
    lead = by_class(home, "lead")[0]
    assert text_of(next(e for e in elements(lead) if local(e) == "h3")) == sample.DRAFTS[0].lines[1][1]
    stories = by_class(by_class(home, "columns")[0], "story")
    assert len(stories) == len(sample.DRAFTS) - 1
    assert words(text_of(by_class(home, "folio")[0])) == ["新州日报", "2025年12月6日", "第8421期", "第1版", "共6篇"]


def test_a_continuation_never_leads(archive: Archive) -> None:
    turned = sample.content()
    drafts = (sample.DRAFTS[1], sample.DRAFTS[2], sample.DRAFTS[0])
    newest = sample.source("content/issues/2026/a.txt", drafts, EdtfDate(2026, 1, 2))
    made, problems = build_archive(replace(turned, sources=(*turned.sources, newest)))
    assert not problems
    edition = make_edition(made, load_strings(sample.theme(), "zh-Hans"))
    front = home_view(edition, Head("")).front
    assert front is not None
    assert front.lead.path == made.entries["20260102-03"].path
    assert archive.issues[0].key == "2025-12-06"


def test_an_issue_is_shown_page_by_page(site: Site) -> None:
    issue = site.page("issues/2025-12-06/")
    assert [words(text_of(e)) for e in by_class(issue, "folio")] == [["第1版", "要闻", "6篇", "原文逐行"]]
    assert len(by_class(issue, "story")) == len(sample.DRAFTS)
    turn = by_class(issue, "turn")[0]
    assert words(text_of(turn)) == ["上一期", "2025年11月8日", "新州日报"]


def test_the_calendar_shows_gaps_and_sets_vague_dates_apart(archive: Archive) -> None:
    edition = make_edition(archive, load_strings(sample.theme(), "zh-Hans"))
    issues = [issue for issue in archive.issues if issue.newspaper == "新州日报"]
    (year,) = years(issues, edition)
    assert [month.number for month in year.months] == [12, 11]
    november = year.months[1]
    assert [day.number for day in november.days if day.path] == [3, 4, 8]
    assert (len(november.days), november.lead, november.issues) == (30, 5, 3)
    assert [(link.text, link.count) for link in year.undated] == [("约2025年10月", 1)]


def test_the_calendar_of_a_paper_has_no_holes(archive: Archive) -> None:
    edition = make_edition(archive, load_strings(sample.theme(), "zh-Hans"))
    newest = [issue for issue in archive.issues if issue.newspaper == "新州日报"]
    oldest = replace(newest[0], date=EdtfDate(2023, 2, 27))
    found = years([*newest, oldest], edition)
    assert [(year.number, year.issues) for year in found] == [(2025, 5), (2024, 0), (2023, 1)]
    assert [[month.number for month in year.months] for year in found] == [
        list(range(12, 0, -1)), [], list(range(12, 1, -1)),
    ]  # fmt: skip


def test_a_year_without_issues_is_said_to_be_one() -> None:
    older = sample.source("content/issues/2022/a.txt", sample.DRAFTS[:1], EdtfDate(2022, 1, 2))
    content = sample.content()
    archive, problems = build_archive(replace(content, sources=(*content.sources, older)))
    assert not problems
    calendar = read_site(archive, sample.theme()).page("issues/")
    gap = next(year for year in by_class(calendar, "year") if "2023年" in text_of(year))
    assert [text_of(note).strip() for note in by_class(gap, "note")] == ["这一年没有收录。"]


def test_the_front_page_names_a_page_only_if_it_holds_the_whole_issue() -> None:
    content = sample.content()
    pages = tuple(
        sample.source(f"content/issues/2026/{page}.txt", sample.DRAFTS[:1], EdtfDate(2026, 1, 2), page=page)
        for page in (4, 5)
    )
    made, _ = build_archive(replace(content, sources=(*content.sources, *pages)))
    site = read_site(made, sample.theme())
    assert words(text_of(by_class(site.page(""), "folio")[0])) == ["新州日报", "2026年1月2日", "共2篇"]
    folios = by_class(site.page("issues/2026-01-02/"), "folio")
    assert [folio.get("id") for folio in folios] == ["p4", "p5"]


def test_each_paper_has_its_calendar(site: Site) -> None:
    calendar = site.page("issues/")
    assert [text_of(e) for e in by_class(calendar, "paper")] == ["新州日报", "新州晚报"]
    assert [year.get("id") for year in by_class(calendar, "year")] == ["y2025", "y2024"]


def test_lists_turn_pages_from_the_newest_to_the_oldest(site: Site) -> None:
    newest = by_class(site.page("counties/dongguan/"), "pager")[0]
    assert [a.get("rel") for a in elements(newest) if local(a) == "a"] == ["next", None]
    oldest = by_class(site.page("counties/dongguan/page/1/"), "pager")[0]
    assert [a.get("rel") for a in elements(oldest) if local(a) == "a"] == [None, "prev"]
    assert "第1页" in text_of(oldest)


def test_only_the_newest_page_of_a_list_shows_the_profile(site: Site) -> None:
    assert "曾用名" in text_of(site.page("counties/dongguan/"))
    assert "曾用名" not in text_of(site.page("counties/dongguan/page/1/"))


def test_a_county_without_articles_is_on_the_map_and_has_a_page(site: Site) -> None:
    assert "暂无稿件" in text_of(site.page("counties/yunling/"))
    tile = next(e for e in elements(site.page("counties/")) if e.get("aria-label", "").endswith(" 0篇"))
    assert tile.get("class") == "s0"
    assert "counties/yunling/" in tile.attrib["href"]


def test_a_tile_is_called_what_stands_in_it(site: Site) -> None:
    tiles = [e for e in elements(by_class(site.page("counties/"), "tiles")[0]) if local(e) == "a"]
    assert [e.attrib["aria-label"] for e in tiles] == [f"{text_of(e)}篇" for e in tiles]
    assert len(tiles) == len(sample.GAZETTEER.counties)


def test_every_county_is_in_the_table_beside_the_map(site: Site) -> None:
    rows = [e for e in elements(site.page("counties/")) if local(e) == "tr"]
    assert [text_of(next(iter(row))) for row in rows[1:]] == [county.name for county in sample.GAZETTEER.counties]


def test_the_map_of_a_topic_leads_to_the_topic_in_each_county(site: Site) -> None:
    tiles = by_class(site.page("topics/culture/"), "tiles")[0]
    links = [e for e in elements(tiles) if local(e) == "a"]
    assert {e.get("href") for e in links} >= {"../../topics/culture/dongguan/", "../../topics/culture/beixi/"}
    assert len(links) == 3


def test_topics_are_a_tree_with_what_was_not_sorted_below(site: Site) -> None:
    page = site.page("topics/")
    tree = by_class(page, "tree")[0]
    assert words(text_of(tree))[:4] == ["文化艺术", "7", "非物质文化遗产", "0"]
    assert "宁缺毋滥" in text_of(page)


def test_a_topic_in_a_county_leads_to_its_neighbours(site: Site) -> None:
    strips = [words(text_of(e)) for e in by_class(site.page("topics/talent/dongguan/"), "strip")]
    assert strips[0][0] == "东关区的其他主题"
    assert strips[1] == ["“人才”的其他地方", "南竹市", "5"]


def test_a_reporter_has_a_page_with_all_articles(archive: Archive, site: Site) -> None:
    group = next(person for person in archive.people if person.name == "周砚")
    shown = sum(len([e for e in elements(site.page(page.path)) if local(e) == "h3"]) for page in group.pages)
    assert shown == len(group.entries)


def test_pages_of_the_archive_are_markdown_made_harmless(site: Site) -> None:
    about = site.page("about/")
    main = next(e for e in elements(about) if local(e) == "main")
    links = {text_of(e): e.get("href") for e in elements(main) if local(e) == "a"}
    assert links == {
        "指南": "../guide/#a",
        "主题": "../topics/",
        "站外": "https://example.org/?a=1&b=2",
    }
    assert "图" in text_of(main)
    assert not [e for e in elements(main) if local(e) == "img"], "no other host is asked for a picture"
    assert [text_of(e) for e in elements(main) if local(e) in {"h1", "h2"}] == ["关于", "又一节"]
    assert "<script>alert(1)</script>" in text_of(main)
