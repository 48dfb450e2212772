"""Words of the reader's own are compared as the search counts them; lists lead on from article to article."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener


def test_words_are_compared_and_lead_to_the_search(page: Page) -> None:
    page.goto("trends/")
    page.get_by_role("textbox", name=re.compile("以空格分开")).fill("仁怀 赤水 仁怀")
    page.get_by_role("button", name="比较").click()
    legend = page.locator("#chart .legend a")
    expect(legend).to_have_text(["仁怀", "赤水"])
    expect(page.get_by_role("img", name=re.compile("折线图"))).to_be_visible()
    counted = page.locator("#chart .legend span").first.inner_text()
    legend.first.click()
    found = re.search(r"\d+篇", counted)
    assert found
    expect(page.get_by_role("status")).to_contain_text(found[0])


def test_what_is_not_compared_is_told_and_searched_for_nowhere(page: Page) -> None:
    asked = "仁怀 赤水 遵义 桐梓 习水 湄潭 余庆"
    page.goto(f"trends/?q={asked}")
    expect(page.locator("#chart .legend a")).to_have_count(5)
    expect(page.get_by_role("status")).to_contain_text("未列入：湄潭、余庆")
    expect(page.get_by_role("textbox", name=re.compile("以空格分开"))).to_have_value(asked)
    expect(page.get_by_role("searchbox", name="检索全文")).to_have_value("")


def test_from_disk_the_page_says_what_it_cannot_do(open_page: Opener, built_site: Path) -> None:
    page = open_page(base_url=None)
    page.goto((built_site / "trends" / "index.html").as_uri())
    expect(page.get_by_text("不能比较词语")).to_be_visible()
    expect(page.get_by_text("不能检索")).to_have_count(0)


def test_headlines_of_lists_break_between_words(page: Page) -> None:
    page.goto("counties/renhuai/")
    titles = page.locator("main .index h3 a.cut")
    expect(titles.first).to_be_visible()
    assert page.locator("main .index h3 wbr").count()
    assert titles.all_inner_texts() == page.locator("main .index h3 a").all_inner_texts()


def test_without_a_script_the_page_still_tells(open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("trends/")
    expect(page.get_by_role("heading", name="词语趋势")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_who_comes_from_a_list_can_go_on_along_it(page: Page) -> None:
    page.goto("counties/renhuai/")
    titles = page.locator("main .index h3 a")
    first, second = titles.nth(0).inner_text(), titles.nth(1).inner_text()
    titles.nth(0).click()
    way = page.get_by_role("navigation", name="在“仁怀市”的稿件中")
    way.get_by_role("link", name=second).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(second)
    expect(way.get_by_role("link", name=first)).to_be_visible()
