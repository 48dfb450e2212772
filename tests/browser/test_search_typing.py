"""What happens while somebody types: input methods, suggestions, other ways to write a query, keys."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from jianbao.model.search import NameKind, SearchName
from tests.browser.archive import TERM, box, expect_count, hits, lay_over, searched, status, submit
from tests.browser.conftest import Opener
from tests.unit.index.search.specimens import document

pytestmark = pytest.mark.usefixtures("archive")

NOTE_QUERIES = """() => {
    window.queries = [];
    for (const name of ["pushState", "replaceState"]) {
        const change = history[name].bind(history);
        history[name] = (state, unused, address) => {
            window.queries.push(new URL(address, location).searchParams.get("q"));
            change(state, unused, address);
        };
    }
}"""


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="提示").get_by_role("option")


def composer(page: Page) -> Any:  # noqa: ANN401 - Playwright's CDPSession, which it does not export
    box(page).focus()
    return page.context.new_cdp_session(page)


def test_an_input_method_searches_once_when_its_characters_stand(page: Page) -> None:
    page.goto("search/")
    keyboard = composer(page)
    page.evaluate(NOTE_QUERIES)
    for pinyin in ("b", "bai", "bai jiu"):
        end = len(pinyin)
        keyboard.send("Input.imeSetComposition", {"text": pinyin, "selectionStart": end, "selectionEnd": end})
        expect(box(page)).to_have_value(pinyin)
    keyboard.send("Input.insertText", {"text": TERM})
    expect_count(page, 48)
    assert page.evaluate("window.queries") == [TERM]


@pytest.mark.parametrize("order", ["input first", "end first"])
def test_browsers_that_tell_of_a_commit_in_another_order(page: Page, order: str) -> None:
    page.goto("search/")
    expect(box(page)).to_be_visible()
    page.evaluate(NOTE_QUERIES)
    box(page).evaluate(
        """(field, [order, text]) => {
            const input = (isComposing) => field.dispatchEvent(new InputEvent("input", { isComposing, bubbles: true }));
            const composition = (type) => field.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
            composition("compositionstart");
            field.value = "bai";
            input(true);
            field.value = text;
            if (order === "input first") input(true);
            composition("compositionend");
            if (order === "end first") input(false);
        }""",
        [order, TERM],
    )
    expect_count(page, 48)
    assert set(page.evaluate("window.queries")) == {TERM}


def test_keys_of_an_input_method_do_not_choose_suggestions(page: Page) -> None:
    page.goto("search/")
    box(page).fill("仁怀")
    expect(options(page).first).to_be_visible()
    keyboard = composer(page)
    keyboard.send("Input.imeSetComposition", {"text": "jiu", "selectionStart": 3, "selectionEnd": 3})
    for key in ("ArrowDown", "Enter"):
        box(page).evaluate(
            """(field, key) => {
                field.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true }));
            }""",
            key,
        )
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_what_is_only_typed_makes_one_entry(page: Page) -> None:
    page.goto("search/")
    expect(box(page)).to_be_visible()
    before = page.evaluate("history.length")
    for query in ("仁", "仁怀", "仁怀白"):
        box(page).fill(query)
        expect(page).to_have_title(re.compile(f"^{query} · "))
    assert page.evaluate("history.length") == before + 1


def test_only_the_newest_words_are_answered(page: Page) -> None:
    """Of what is typed while an answer is on its way, the last counts; the answers to the rest are never seen."""
    page.goto("search/")
    expect(box(page)).to_be_visible()
    page.evaluate("""() => {
        window.seen = new Set();
        const note = () => window.seen.add(document.getElementById("status").textContent);
        new MutationObserver(note).observe(document.getElementById("status"), { childList: true, characterData: true });
        const field = document.getElementById("search").elements.q;
        for (const text of ["仁怀", "无此词", "第7号"]) {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
    }""")
    expect(status(page)).to_have_text("查到1篇")
    assert page.evaluate("[...window.seen].filter((text) => text !== '正在检索……')") == ["查到1篇"]


def test_suggestions_by_keyboard(page: Page) -> None:
    page.goto("search/")
    box(page).press_sequentially("仁")
    expect(options(page).first).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    box(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box(page).press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    box(page).press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("仁")
    expect(box(page)).to_be_focused()


def test_a_suggestion_completes_what_is_typed(page: Page) -> None:
    page.goto("search/")
    box(page).fill("第7号 renhuai")
    expect(page.get_by_role("group", name="地方")).to_contain_text("仁怀")
    options(page).filter(has_text=re.compile("^仁怀 ")).click()
    expect(box(page)).to_have_value("第7号 仁怀")
    expect(options(page)).to_have_count(0)
    expect(status(page)).to_have_text("查到1篇")


@pytest.mark.parametrize(
    ("typed", "shown", "searched_for"),
    [
        ("遵义县", "遵义县 → 播州 2篇", "播州"),
        ("乌江", "乌江镇（播州） 1篇", "乌江镇"),
        ("龙坑", "播州 2篇", "播州"),
    ],
)
def test_former_names_are_renamed_and_other_names_stay(
    open_page: Opener, site: str, typed: str, shown: str, searched_for: str
) -> None:
    page = open_page()
    place = SearchName("播州", NameKind.PLACE, former=("遵义县",), aliases=("乌江镇", "龙坑镇"))
    lay_over(page, site, [document("a", "播州的乌江镇", names=[place]), document("b", "播州", names=[place])])
    page.goto("search/")
    box(page).fill(typed)
    expect(page.get_by_role("group", name="地方").get_by_role("option")).to_have_text([shown])
    page.get_by_role("group", name="地方").get_by_role("option").click()
    expect(box(page)).to_have_value(searched_for)
    expect(page.locator("#hits h2").first).to_be_visible()


def test_a_reporter_has_a_page(page: Page) -> None:
    page.goto("search/")
    box(page).fill("王")
    expect(page.get_by_role("group", name="记者页")).to_contain_text("王一 48篇")
    page.route("**/people/wangyi/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    box(page).press("ArrowDown")
    box(page).press("Enter")
    page.wait_for_url("**/people/wangyi/")


def test_headlines_are_suggested_and_lead_to_their_articles(page: Page, open_page: Opener) -> None:
    del page
    own = open_page()
    own.goto("search/")
    box(own).fill("一区一策")
    headline = options(own).filter(has_text="精准营销")
    expect(own.get_by_role("group", name="标题")).to_contain_text("一区一策")
    headline.first.click()
    expect(own.get_by_role("heading", level=1)).to_contain_text("一区一策")
    assert searched(own) == "q=一区一策"


def test_no_suggestions_stay_after_the_words_were_submitted(page: Page) -> None:
    page.goto("search/")
    box(page).press_sequentially("仁怀")
    expect(options(page).first).to_be_visible()
    box(page).press("Enter")
    expect(options(page)).to_have_count(0)
    expect_count(page, 48)
    assert searched(page) == "q=仁怀"


@pytest.mark.parametrize("typed", ["仁懷", "renhuai"])
def test_another_way_to_write_is_searched_where_the_words_find_nothing(page: Page, typed: str) -> None:
    page.goto("search/")
    submit(page, typed)
    expect(status(page)).to_contain_text(f"没有查到“{typed}”，改查“仁怀")
    assert searched(page) == f"q={typed}"
    expect(page.locator("#hits h2").first).to_be_visible()


def test_another_way_to_write_is_only_offered_where_the_words_find_something(open_page: Opener, site: str) -> None:
    page = open_page()
    lay_over(page, site, [document("a", "遵義"), document("b", "遵义"), document("c", "遵义")])
    page.goto("search/?q=遵義")
    expect(status(page)).to_have_text("查到1篇")
    expect(hits(page)).to_have_text(["a"])
    expect(page.locator("#also")).to_have_text("也可检索：遵义（简体，2篇）")
    page.locator("#also").get_by_role("link", name="遵义").click()
    expect(status(page)).to_have_text("查到2篇")
    expect(box(page)).to_have_value("遵义")


def test_a_slash_leads_to_the_field(page: Page) -> None:
    page.goto(f"search/?q={TERM}")
    expect_count(page, 48)
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value(TERM)
    box(page).press("End")
    page.keyboard.press("/")
    expect(box(page)).to_have_value(f"{TERM}/")


def test_a_search_by_keyboard_alone(page: Page) -> None:
    page.goto("search/")
    expect(box(page)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(TERM)
    page.keyboard.press("Enter")
    expect_count(page, 48)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#hits') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    assert searched(page) == f"q={TERM}"
