"""The search page by keyboard and mouse: history, failures, focus, limits, and the signs of an input method."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from jianbao.model.search import SearchDocument
from tests.browser.conftest import PATIENCE, Opener
from tests.unit.index.search.specimens import document, folder

expect.set_options(timeout=PATIENCE)

YEARS = range(2021, 2025)
TERM = "白酒"


def documents() -> list[SearchDocument]:
    """Articles of every month of some years, each on a topic of its own but the first few."""
    months = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]
    return [
        document(
            f"a{number:02}",
            f"仁怀{TERM}第{number}号",
            date=f"{month}-05",
            topics=[f"t{max(number, 3):02}"],
            counties=["520382"],
        )
        for number, month in enumerate(months)
    ]


class Archive:
    """Answers for the index and the articles of another archive, and writes down which articles were asked for."""

    def __init__(self, site: str, documents: Sequence[SearchDocument]) -> None:
        self.site = site
        self.files = folder(documents)
        self.pages = {
            each.path: f"<main>{''.join(f'<p data-block>{text}</p>' for _, text in each.blocks)}</main>"
            for each in documents
        }
        self.asked: list[str] = []

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(self.site)
        if path in self.pages:
            self.asked.append(path)
            route.fulfill(body=self.pages[path], content_type="text/html; charset=utf-8")
        elif path.startswith("search/") and path.endswith((".bin", ".json")):
            route.fulfill(body=self.files[path.removeprefix("search/")], content_type="application/octet-stream")
        else:
            route.continue_()


@pytest.fixture
def archive(page: Page, site: str) -> Archive:
    """Give the archive that `page` searches in."""
    archive = Archive(site, documents())
    page.route(f"{site}**", archive.answer)
    return archive


@pytest.fixture
def cut_off(browser: Browser, site: str) -> Iterator[Page]:
    """Give a page that cannot load the search module; nobody minds what its console says."""
    page = browser.new_page(base_url=site)
    page.route("**/search/search.js", lambda route: route.abort())
    yield page
    page.close()


def box(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("searchbox")


def hits(page: Page) -> Locator:
    return page.locator("#hits").get_by_role("heading")


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name)


def submit(page: Page, query: str) -> None:
    box(page).fill(query)
    box(page).press("Enter")
    expect(page).to_have_title(re.compile(f"^{query} · "))


def searched(page: Page) -> str:
    return unquote(page.url.partition("?")[2])


def expect_search(page: Page, query: str) -> None:
    """Wait until the page shows this search, or none."""
    expect(box(page)).to_have_value(query)
    expect(page).to_have_title(re.compile(f"^{query} · " if query else "^(?!.* · .* · )"))
    expect(page.locator("#results")).to_be_visible(visible=bool(query))
    assert searched(page) == (f"q={query}" if query else "")


@pytest.mark.parametrize("hesitates", [False, True])
def test_back_walks_through_the_searches_that_were_submitted(page: Page, *, hesitates: bool) -> None:
    page.goto("search/")
    for query in ("仁怀", "赤水"):
        if hesitates:
            box(page).fill(query[:1])
            expect(page).to_have_title(re.compile(f"^{query[:1]} · "))
            box(page).fill(query)
            expect(page).to_have_title(re.compile(f"^{query} · "))
        submit(page, query)
    for step, query in (("back", "仁怀"), ("back", ""), ("forward", "仁怀"), ("forward", "赤水")):
        page.go_back() if step == "back" else page.go_forward()
        expect_search(page, query)


def test_what_is_only_typed_makes_one_entry(page: Page) -> None:
    page.goto("search/")
    before = page.evaluate("history.length")
    for query in ("仁", "仁怀", "仁怀酒"):
        box(page).fill(query)
        expect(page).to_have_title(re.compile(f"^{query} · "))
    assert page.evaluate("history.length") == before + 1


def test_limits_and_order_are_walked_back_to(page: Page, archive: Archive) -> None:
    page.goto("search/")
    submit(page, TERM)
    button(page, re.compile("^t03 ")).click()
    expect(page.get_by_role("status")).to_have_text("查到4篇")
    page.get_by_label("排序").select_option("oldest")
    expect(hits(page).first).to_have_text("a00")
    page.go_back()
    expect(hits(page).first).to_have_text("a03")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text(f"查到{len(archive.pages)}篇")


def test_a_module_that_does_not_load_is_told_of_and_tried_again(cut_off: Page) -> None:
    cut_off.goto("search/?q=仁怀")
    expect(cut_off.get_by_role("status")).to_have_text("索引没有读到，可能是网络中断。")
    expect(box(cut_off)).to_have_value("仁怀")
    cut_off.unroute("**/search/search.js")
    button(cut_off, "重试").focus()
    cut_off.keyboard.press("Enter")
    expect(cut_off.get_by_role("status")).to_contain_text("查到")
    expect(cut_off.get_by_role("status")).to_be_focused()
    expect(button(cut_off, "重试")).to_be_hidden()


def test_from_disk_the_page_says_why_it_does_not_search(open_page: Opener, built_site: Path) -> None:
    page = open_page()
    page.goto((built_site / "search/index.html").as_uri() + "?q=仁怀")
    expect(page.get_by_text("从磁盘直接打开网页时")).to_be_visible()
    expect(box(page)).to_have_value("仁怀")
    box(page).fill("赤水")
    box(page).press("Enter")
    page.wait_for_url(re.compile(r"index\.html\?q="))
    expect(box(page)).to_have_value("赤水")


@pytest.mark.usefixtures("archive")
def test_the_focus_stays_with_what_was_pressed(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    button(page, re.compile("^t03 ")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("查到4篇")
    expect(button(page, re.compile("^t03 "))).to_be_focused()
    expect(button(page, re.compile("^t03 "))).to_have_attribute("aria-pressed", "true")
    button(page, "取消全部限制").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("查到48篇")
    expect(page.get_by_role("status")).to_be_focused()


def test_more_goes_on_with_the_first_new_hit_and_loads_only_new_ones(page: Page, archive: Archive) -> None:
    page.goto(f"search/?q={TERM}")
    expect(page.get_by_role("status")).to_have_text("查到48篇，列出前20篇")
    for shown in (40, 48):
        first_new = hits(page).count()
        button(page, "更多结果").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(f"查到48篇，列出前{shown}篇")
        expect(hits(page)).to_have_count(shown)
        expect(hits(page).nth(first_new).get_by_role("link")).to_be_focused()
    expect(button(page, "更多结果")).to_be_hidden()
    assert sorted(archive.asked) == sorted(archive.pages)
    assert len(set(hits(page).all_inner_texts())) == 48


def test_an_address_gets_no_more_hits_than_a_page_can_bear(page: Page, site: str) -> None:
    archive = Archive(site, [document(f"b{number:03}", TERM) for number in range(230)])
    page.route(f"{site}**", archive.answer)
    page.goto(f"search/?q={TERM}&n=100000")
    expect(page.get_by_role("status")).to_have_text("查到230篇，列出前200篇")
    assert len(archive.asked) == 200


@pytest.mark.usefixtures("archive")
def test_a_chosen_limit_stays_in_sight_and_can_be_taken_off(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect(page.get_by_role("group", name="主题").get_by_role("button")).to_have_count(15)
    expect(button(page, re.compile("^t04 "))).to_have_count(0)
    page.goto(f"search/?q={TERM}&topic=t04")
    expect(page.get_by_role("status")).to_have_text("查到1篇")
    button(page, re.compile("^t04 ")).click()
    expect(page.get_by_role("status")).to_contain_text("查到48篇")


@pytest.mark.usefixtures("archive")
def test_a_year_leads_to_its_months(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect(page.get_by_role("group", name="年份").get_by_role("button")).to_have_count(len(YEARS))
    expect(page.get_by_role("group", name="月份")).to_have_count(0)
    button(page, re.compile("^2023年 ")).click()
    expect(page.get_by_role("status")).to_have_text("查到12篇")
    expect(page.get_by_role("group", name="月份").get_by_role("button")).to_have_count(12)
    button(page, re.compile("^2023年4月 ")).click()
    expect(page.get_by_role("status")).to_have_text("查到1篇")
    expect(button(page, re.compile("^2023年4月 "))).to_have_attribute("aria-pressed", "true")


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("dates", "name", "count"),
    [
        ("from=2022-03&to=2022-04", "2022年3月至2022年4月", 2),
        ("from=2024-11-02", "自2024年11月2日起", 2),
        ("to=2021", "至2021年止", 12),
    ],
)
def test_dates_of_an_address_can_be_taken_off(page: Page, dates: str, name: str, count: int) -> None:
    page.goto(f"search/?q={TERM}&{dates}")
    expect(page.get_by_role("status")).to_have_text(f"查到{count}篇")
    page.get_by_role("group", name="日期").get_by_role("button", name=name).click()
    expect(page.get_by_role("status")).to_contain_text("查到48篇")
    expect(page.get_by_role("group", name="日期")).to_have_count(0)


@pytest.mark.usefixtures("archive")
def test_only_a_limited_search_is_told_to_take_limits_off(page: Page) -> None:
    page.goto("search/?q=无此词")
    expect(page.locator("#hits")).to_have_text("请核对用字，或减少字词。")
    page.goto("search/?q=无此词&county=520382")
    expect(page.locator("#hits")).to_contain_text("取消范围限制")
    expect(button(page, "取消全部限制")).to_be_visible()


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "offered", "count"),
    [
        (f"“仁怀 {TERM}第7号”", f'"仁怀 {TERM}第7号"', 1),
        (f"{TERM} －第7号", f"{TERM} -第7号", 47),
        (f"{TERM} −“第 7号”", f'{TERM} -"第 7号"', 47),
    ],
)
def test_signs_of_an_input_method_are_offered_as_those_of_search(
    page: Page, typed: str, offered: str, count: int
) -> None:
    page.goto("search/")
    submit(page, typed)
    expect(page.get_by_role("status")).to_contain_text("没有查到")
    page.locator("#hits").get_by_role("link", name=offered, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(f"查到{count}篇")
    expect(box(page)).to_have_value(offered)
    page.go_back()
    expect(box(page)).to_have_value(typed)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", ["他说“无此词”吗", "无－此", "无此词"])
def test_signs_within_a_term_are_text(page: Page, query: str) -> None:
    page.goto(f"search/?q={query}")
    expect(page.get_by_role("status")).to_contain_text("没有查到")
    expect(page.locator("#hits").get_by_role("link")).to_have_count(0)
