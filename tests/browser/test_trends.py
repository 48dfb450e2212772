"""Words of the reader's own are compared as the search counts them; lists lead on from article to article."""

import re

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
