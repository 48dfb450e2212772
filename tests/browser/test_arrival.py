"""An article that a reader reaches from a search: what was searched for stands out, the first of it in view."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

ARTICLE = "articles/202512-01/"
MARKED = "() => [...(CSS.highlights.get('query') ?? [])].map(String)"
IN_VIEW = """() => {
    const [first] = CSS.highlights.get("query"), { top, bottom } = first.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}"""


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("赤水竹", {"赤水竹"}),
        ('"赤水竹" -无此词', {"赤水竹"}),
        ("赤水 竹", {"赤水竹", "赤水", "竹"}),
        ("无此词", set()),
    ],
)
def test_matches_are_marked_as_the_list_of_hits_marks_them(page: Page, query: str, marked: set[str]) -> None:
    page.goto(f"{ARTICLE}?q={query}")
    if marked:
        page.wait_for_function("CSS.highlights.has('query')")
    found = set(page.evaluate(MARKED))
    assert found <= marked
    assert bool(found) == bool(marked)
    expect(page.get_by_role("searchbox", name="检索全文")).to_have_value(query)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_first_match_is_brought_into_view(open_page: Opener, motion: str) -> None:
    page = open_page(viewport={"width": 390, "height": 500}, reduced_motion=motion)
    page.goto(f"{ARTICLE}?q=赤水竹")
    page.wait_for_function(IN_VIEW)
    assert page.evaluate("scrollY") > 0


def test_whoever_is_sent_to_a_place_of_the_page_stays_there(open_page: Opener) -> None:
    page = open_page(viewport={"width": 390, "height": 500}, reduced_motion="reduce")
    page.goto(f"{ARTICLE}?q=赤水竹#main")
    page.wait_for_function("CSS.highlights.has('query')")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert not page.evaluate(IN_VIEW)
