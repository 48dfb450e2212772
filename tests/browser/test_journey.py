"""What a reader does: browse, search, go back, pass an address on; also without a script, and from disk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

TALENT = "遵义：“一县一策”让人才成长与产业发展同频共振"
ENERGY = "向“新”而行 向“绿”升级"
LIQUOR = "“一区一策”精准营销 仁怀开展产区+产品全国推介行动"


def heading(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until the page is the one with this headline."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def browse(page: Page) -> None:
    """Go from the home page to a county, an article of it, its topic, and back to the county by way of the topic."""
    page.goto("")
    heading(page, "遵义剪报")
    page.get_by_role("group", name="各地稿件数，示意图").get_by_role("link", name="仁怀").click()
    heading(page, "仁怀市")
    page.get_by_role("main").get_by_role("link", name=LIQUOR).click()
    heading(page, LIQUOR)
    expect(page.get_by_role("main")).to_contain_text("武汉站推介会是仁怀酱香在华中市场的重要亮相")
    page.get_by_role("complementary").get_by_role("link", name="酱酒").click()
    heading(page, re.compile("酱酒"))
    expect(page.get_by_role("main").get_by_role("link", name=LIQUOR)).to_be_visible()


def test_from_home_to_a_county_an_article_and_its_topic(page: Page) -> None:
    browse(page)


def test_the_same_without_a_script(open_page: Opener) -> None:
    browse(open_page(java_script_enabled=False))


def test_the_next_article_of_the_issue(page: Page) -> None:
    page.goto("articles/202512-01/")
    heading(page, TALENT)
    page.get_by_role("navigation", name="前后稿件").get_by_role("link", name=re.compile("下一篇")).click()
    heading(page, "切实增强区域发展活力 加快建设西部前列现代化城区")
    page.get_by_role("navigation", name="前后稿件").get_by_role("link", name=re.compile("上一篇")).click()
    heading(page, TALENT)


def search(page: Page, query: str) -> None:
    box = page.get_by_role("main").get_by_role("combobox", name="检索全文")
    box.fill(query)
    box.press("Enter")


def expect_hits(page: Page, *titles: str) -> None:
    """Wait until exactly these articles are found, in any order."""
    status = f"查到{len(titles)}篇" if titles else "没有查到"
    expect(page.get_by_role("status")).to_contain_text(status)
    hits = page.get_by_role("main").get_by_role("list").get_by_role("heading")
    expect(hits).to_have_count(len(titles))
    assert sorted(hits.all_inner_texts()) == sorted(titles)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        pytest.param("赤水竹", (TALENT,), id="across words"),
        pytest.param("一区一策", (LIQUOR,), id="in a headline"),
        pytest.param("89亿元", (ENERGY,), id="a figure"),
        pytest.param("段文", (), id="nowhere"),
    ],
)
def test_a_search_finds_exactly_the_articles_that_hold_the_words(
    page: Page, query: str, titles: tuple[str, ...]
) -> None:
    page.goto("search/")
    search(page, query)
    expect_hits(page, *titles)


def test_the_box_on_the_home_page_searches(page: Page) -> None:
    page.goto("")
    page.get_by_role("searchbox", name="检索全文").fill("赤水竹")
    page.get_by_role("button", name="检索").click()
    expect_hits(page, TALENT)


def test_back_from_a_hit_shows_the_hits_again(page: Page) -> None:
    page.goto("search/")
    search(page, "赤水竹")
    expect_hits(page, TALENT)
    page.get_by_role("link", name=TALENT).click()
    heading(page, TALENT)
    page.go_back()
    expect_hits(page, TALENT)
    expect(page.get_by_role("main").get_by_role("combobox", name="检索全文")).to_have_value("赤水竹")


def test_the_address_of_a_search_can_be_passed_on(page: Page, open_page: Opener) -> None:
    page.goto("search/")
    search(page, "一区一策")
    expect_hits(page, LIQUOR)
    other = open_page()
    other.goto(page.url)
    expect_hits(other, LIQUOR)


def test_nothing_is_searched_while_pinyin_is_being_composed(page: Page) -> None:
    """Chinese is typed as pinyin and committed as characters; only the latter are a query, and need no key more."""
    page.goto("search/")
    box = page.get_by_role("main").get_by_role("combobox", name="检索全文")
    box.focus()
    page.evaluate("""() => {
        window.queries = new Set();
        const note = () => window.queries.add(new URLSearchParams(location.search).get("q"));
        const all = {subtree: true, childList: true, characterData: true, attributes: true};
        new MutationObserver(note).observe(document.documentElement, all);
    }""")
    keyboard = page.context.new_cdp_session(page)
    for pinyin in ("chi", "chi shui", "chi shui zhu"):
        end = len(pinyin)
        keyboard.send("Input.imeSetComposition", {"text": pinyin, "selectionStart": end, "selectionEnd": end})
        expect(box).to_have_value(pinyin)
        # Longer than any pause after which a search might start by itself.
        page.wait_for_timeout(500)
    keyboard.send("Input.insertText", {"text": "赤水竹"})
    expect_hits(page, TALENT)
    assert page.evaluate("[...window.queries]") == ["赤水竹"]


def test_from_disk_to_an_article(open_page: Opener, built_site: Path) -> None:
    page = open_page()
    page.goto((built_site / "index.html").as_uri())
    heading(page, "遵义剪报")
    page.get_by_role("main").get_by_role("link", name=LIQUOR).click()
    heading(page, LIQUOR)
    page.get_by_role("link", name="遵义剪报").click()
    heading(page, "遵义剪报")


def test_an_address_that_is_not_there_shows_the_way_home(open_page: Opener, site: str) -> None:
    page = open_page()
    answer = page.goto("404.html")
    assert answer is not None
    page.get_by_role("main").get_by_role("link", name="返回首页").click()
    heading(page, "遵义剪报")
    assert page.url == site
