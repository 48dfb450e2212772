"""No page type has a fault that axe-core finds, in light and in dark, on a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.archive import TERM, box, documents, lay_over, status
from tests.browser.conftest import Opener
from tests.browser.named import build_named
from tests.browser.server import serve

PAGES = {
    "home": "index.html",
    "issues": "issues/index.html",
    "issue": "issues/*/index.html",
    "article": "articles/*-02/index.html",
    "digest": "issues/*/digest*/index.html",
    "untitled article": "articles/*-06/index.html",
    "topics": "topics/index.html",
    "topic": "topics/*/index.html",
    "topic below another": "topics/liquor/index.html",
    "topic in a county": "topics/*/renhuai/index.html",
    "map": "counties/index.html",
    "county": "counties/renhuai/index.html",
    "articles that only name a county": "counties/*/named/index.html",
    "figures": "figures/index.html",
    "figures of a county": "counties/*/figures/index.html",
    "keywords": "keywords/index.html",
    "trends": "trends/index.html",
    "corrections": "corrections/index.html",
    "accuracy": "about/accuracy/index.html",
    "people": "people/index.html",
    "person": "people/*/index.html",
    "search": "search/index.html",
    "data": "data/index.html",
    "about": "about/index.html",
    "guide": "guide/index.html",
    "reference": "reference/index.html",
    "programming": "api/index.html",
    "not found": "404.html",
}
WIDTHS = (1280, 390)
# Axe runs target size (WCAG 2.2) only where it is asked for; so it does what it tries out, whether a name says what is
# seen.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_fault(kind: str, open_page: Opener, built_site: Path) -> None:
    first = min(built_site.glob(PAGES[kind]))
    page = open_page(reduced_motion="reduce")
    page.goto(first.relative_to(built_site).as_posix().removesuffix("index.html"))
    expect_no_fault(page)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give the address and the folder of a site with pages of whom and what its articles name."""
    folder = build_named(tmp_path_factory.mktemp("named"))
    with serve(folder) as address:
        yield address, folder


@pytest.mark.parametrize("kind", ["people/", "people/named/*/", "people/organisations/*/"])
def test_a_page_of_a_name_has_no_fault(kind: str, rough: Page, named: tuple[str, Path]) -> None:
    address, folder = named
    rough.emulate_media(reduced_motion="reduce")
    rough.goto(f"{address}{min(folder.glob(kind)).relative_to(folder).as_posix()}/")
    expect(rough.get_by_role("heading", level=1)).to_be_visible()
    expect_no_fault(rough)


def test_a_page_of_hits_has_no_fault(open_page: Opener) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto("search/?q=遵义")
    expect(page.get_by_role("status")).to_contain_text("查到")
    expect_no_fault(page)


def test_limits_histogram_and_suggestions_have_no_fault(open_page: Opener, site: str) -> None:
    page = open_page(reduced_motion="reduce")
    lay_over(page, site, documents())
    page.goto(f"search/?q={TERM}&kind=news&from=2022-01&to=2024-12&page=2")
    expect(status(page)).to_have_text("查到36篇，第2页，共2页")
    page.get_by_text("检索语法").click()
    page.locator("#narrow").evaluate("(details) => { details.open = true; }")
    expect_no_fault(page)
    box(page).fill("仁怀")
    box(page).press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    assert Axe().run(page, options=RULES).violations_count == 0


def expect_no_fault(page: Page) -> None:
    """Look at the page in each scheme and width; nothing may stick out to the side either."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES)
            assert found.violations_count == 0, f"{scheme}, {width} px:\n{found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_name_that_does_not_say_what_is_seen_would_be_found(page: Page) -> None:
    page.set_content("<html lang=en><title>A</title><main><h1>A</h1><button aria-label=Shut>Open</button></main>")
    with pytest.raises(AssertionError, match="label-content-name-mismatch"):
        expect_no_fault(page)


def test_a_fault_would_be_found(open_page: Opener) -> None:
    page = open_page()
    page.set_content("<title>Pale</title><main><h1 style='color: #ccc; background: #fff'>Hardly to be read</h1></main>")
    with pytest.raises(AssertionError, match="color-contrast"):
        expect_no_fault(page)
