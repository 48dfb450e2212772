"""The search page: history, limits and their counts, histogram, pages of hits, what helps where nothing is found."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.archive import (
    TERM,
    YEARS,
    Archive,
    bars,
    box,
    button,
    chips,
    expect_count,
    facet,
    hits,
    lay_over,
    searched,
    status,
    submit,
)
from tests.browser.conftest import Opener
from tests.unit.index.search.specimens import document

ALL = len(YEARS) * 12


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


def test_limits_order_and_pages_are_walked_back_to(page: Page, archive: Archive) -> None:
    page.goto("search/")
    submit(page, TERM)
    facet(page, "体裁").filter(has_text="图片新闻").click()
    expect_count(page, 5)
    page.get_by_label("排序").select_option("oldest")
    expect(hits(page).first).to_have_text("a00")
    page.go_back()
    expect(hits(page).first).to_have_text("a04")
    page.go_back()
    expect_count(page, len(archive.pages))
    page.get_by_role("link", name="下一页").click()
    expect(status(page)).to_contain_text("第2页，共3页")
    page.go_back()
    expect(status(page)).to_contain_text("第1页，共3页")


def test_an_address_shows_the_same_search_to_others(open_page: Opener, archive: Archive) -> None:
    address = f"search/?q={TERM}&from=2022-01&kind=news&newspaper=遵义日报&reporter=王一&sort=oldest&page=2"
    page = open_page()
    page.route(archive.own, archive.answer)
    page.goto(address)
    expect(status(page)).to_have_text("查到36篇，第2页，共2页")
    expect(hits(page).first).to_have_text("a32")
    expect(chips(page)).to_have_text(["体裁 消息", "报纸 遵义日报", "记者 王一", "日期 自2022年1月起", "取消全部限制"])
    expect(page.get_by_label("排序")).to_have_value("oldest")


@pytest.mark.usefixtures("archive")
def test_facets_count_what_each_choice_would_leave(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect(facet(page, "报纸")).to_have_text(["遵义日报 41", "遵义晚报 7"])
    expect(facet(page, "地方")).to_have_text(["红花岗区 24", "仁怀市 24"])
    facet(page, "报纸").filter(has_text="遵义晚报").click()
    expect_count(page, 7)
    expect(facet(page, "报纸")).to_have_text(["遵义日报 41", "遵义晚报 7"])
    expect(facet(page, "体裁")).to_have_text(["图片新闻 5", "消息 2"])


@pytest.mark.usefixtures("archive")
def test_what_is_chosen_stands_in_sight_and_can_be_taken_off(page: Page) -> None:
    page.goto(f"search/?q={TERM}&topic=t04&county=520302")
    expect_count(page, 1)
    expect(chips(page)).to_have_text(["主题 t04", "地方 红花岗区", "取消全部限制"])
    expect(facet(page, "主题").filter(has_text="t04")).to_have_attribute("aria-pressed", "true")
    button(page, "取消限制：主题 t04").click()
    expect_count(page, ALL // 2)
    button(page, "取消限制：地方 红花岗区").click()
    expect_count(page, ALL)
    expect(chips(page)).to_have_count(0)


@pytest.mark.usefixtures("archive")
def test_a_reporter_of_a_hit_limits_the_search_to_what_he_wrote(page: Page) -> None:
    page.goto(f"search/?q={TERM}&kind=photo")
    expect_count(page, 5)
    page.locator("#hits").get_by_role("link", name="王一").first.click()
    expect(chips(page)).to_have_text(["体裁 图片新闻", "记者 王一", "取消全部限制"])
    expect_count(page, 5)


@pytest.mark.usefixtures("archive")
def test_a_long_facet_is_unfolded(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect(facet(page, "主题")).to_have_count(9)
    button(page, "全部45项").click()
    expect(facet(page, "主题")).to_have_count(46)
    expect(button(page, "收起")).to_be_focused()


@pytest.mark.usefixtures("archive")
def test_the_focus_stays_with_what_was_pressed(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    button(page, re.compile("^t03 ")).focus()
    page.keyboard.press("Enter")
    expect_count(page, 4)
    expect(button(page, re.compile("^t03 "))).to_be_focused()
    button(page, "取消限制：主题 t03").focus()
    page.keyboard.press("Enter")
    expect_count(page, ALL)
    expect(status(page)).to_be_focused()


@pytest.mark.usefixtures("archive")
def test_the_histogram_leads_from_years_to_months_and_back(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect(bars(page)).to_have_text([str(year) for year in YEARS])
    assert counts(page) == ["12"] * len(YEARS)
    page.get_by_role("button", name="2023年，12篇").click()
    expect_count(page, 12)
    assert searched(page) == f"q={TERM}&from=2023-01&to=2023-12"
    expect(bars(page)).to_have_count(12)
    page.get_by_role("button", name="2023年4月，1篇").click()
    expect(status(page)).to_have_text("查到1篇")
    expect(page.get_by_role("button", name="2023年4月，1篇")).to_have_attribute("aria-pressed", "true")
    button(page, "‹ 2023年全年").click()
    expect_count(page, 12)
    button(page, "‹ 全部年份").click()
    expect_count(page, ALL)
    expect(bars(page)).to_have_count(len(YEARS))


@pytest.mark.usefixtures("archive")
def test_the_histogram_by_keyboard(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    page.get_by_role("button", name="2021年，12篇").focus()
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="2023年，12篇")).to_be_focused()
    page.keyboard.press("Enter")
    expect_count(page, 12)
    assert page.locator("#histogram [role=toolbar] [tabindex='0']").count() == 1


def counts(page: Page) -> list[str]:
    """The numbers above the bars, which the style prints."""
    shown: list[str] = (
        bars(page)
        .locator(".column")
        .evaluate_all(
            "(columns) => columns.map((column) => getComputedStyle(column, '::before').content.match(/[0-9]+/)[0])"
        )
    )
    return shown


def test_many_years_stand_in_runs_and_a_year_without_month_is_told_of(page: Page, site: str) -> None:
    dates = [*(f"{year}-05" for year in range(1950, 2025)), "2024", "2024-07"]
    lay_over(page, site, [document(f"b{number}", TERM, date=date) for number, date in enumerate(dates)])
    page.goto(f"search/?q={TERM}")
    expect(bars(page)).to_have_count(15)
    page.get_by_role("button", name="2020年1月至2024年12月，7篇").click()
    expect(bars(page)).to_have_text(["2020", "2021", "2022", "2023", "2024"])
    assert counts(page) == ["1", "1", "1", "1", "3"]
    page.get_by_role("button", name="2024年，3篇").click()
    expect(page.locator("#histogram figcaption")).to_contain_text("另有1篇月份不详")


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
    expect_count(page, count)
    chips(page).get_by_text(name, exact=True).click()
    expect_count(page, ALL)
    expect(chips(page)).to_have_count(0)


def test_pages_of_hits_load_only_their_own(page: Page, archive: Archive) -> None:
    page.goto(f"search/?q={TERM}")
    expect(status(page)).to_have_text("查到48篇，第1页，共3页")
    expect(page.locator("#hits .snippet mark")).to_have_text([TERM] * 20)
    seen = hits(page).all_inner_texts()
    page.get_by_role("link", name="3", exact=True).click()
    expect(status(page)).to_have_text("查到48篇，第3页，共3页")
    expect(status(page)).to_be_focused()
    expect(page.locator("#hits .snippet mark")).to_have_text([TERM] * 8)
    assert searched(page) == f"q={TERM}&page=3"
    assert sorted(archive.asked) == sorted(f"articles/{name}/" for name in seen + hits(page).all_inner_texts())


@pytest.mark.usefixtures("archive")
def test_a_page_beyond_the_last_is_the_last(page: Page) -> None:
    page.goto(f"search/?q={TERM}&page=100000")
    expect(status(page)).to_have_text("查到48篇，第3页，共3页")
    assert searched(page) == f"q={TERM}&page=3"


@pytest.mark.usefixtures("archive")
def test_limits_without_words_list_what_lies_within(page: Page) -> None:
    page.goto("search/?newspaper=遵义晚报")
    expect(status(page)).to_have_text("查到7篇")
    button(page, "取消限制：报纸 遵义晚报").click()
    expect(page.get_by_role("heading", name="不检索，按目录查阅")).to_be_visible()


@pytest.mark.usefixtures("archive")
def test_where_limits_leave_nothing_the_way_out_says_what_it_finds(page: Page) -> None:
    page.goto("search/?q=无此词")
    expect(page.locator("#hits")).to_have_text("请核对用字，或减少字词。")
    page.goto(f"search/?q={TERM}&county=520381")
    expect(status(page)).to_contain_text("没有查到")
    page.get_by_role("link", name="取消全部限制，可查到48篇").click()
    expect_count(page, ALL)


def test_the_way_out_of_limits_is_there_for_words_written_otherwise(open_page: Opener, site: str) -> None:
    page = open_page()
    lay_over(page, site, [document("a", "遵义", date="2023-05-01"), document("b", "遵义", date="2024-05-01")])
    page.goto("search/?q=遵義&from=2030")
    expect(status(page)).to_have_text("没有查到“遵義”。")
    page.get_by_role("link", name="取消全部限制，可查到2篇").click()
    expect(status(page)).to_have_text("没有查到“遵義”，改查“遵义”：查到2篇")


@pytest.mark.usefixtures("archive")
def test_a_date_that_is_none_does_not_limit(page: Page) -> None:
    page.goto(f"search/?q={TERM}&from=2024-99&to=2024-12-32")
    expect_count(page, ALL)


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
    expect(status(page)).to_contain_text("没有查到")
    page.locator("#hits").get_by_role("link", name=offered, exact=True).click()
    expect_count(page, count)
    expect(box(page)).to_have_value(offered)
    page.go_back()
    expect(box(page)).to_have_value(typed)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("query", ["他说“无此词”吗", "“无此词”吗", "“无此词", "“ ”", "无－此", "无此词"])
def test_signs_within_a_term_are_text(page: Page, query: str) -> None:
    page.goto(f"search/?q={query}")
    expect(status(page)).to_contain_text("没有查到")
    expect(page.locator("#hits").get_by_role("link")).to_have_count(0)
