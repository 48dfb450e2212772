"""The table of figures: readable as it is, sorted by a press on a column's name."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener


@pytest.fixture
def address(built_site: Path) -> str:
    """Give the address of the topic with most figures."""
    largest = max(built_site.glob("topics/*/figures/index.html"), key=lambda file: file.stat().st_size)
    return f"{largest.parent.relative_to(built_site).as_posix()}/"


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"table.figures tbody tr > :nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def basic(page: Page) -> list[float]:
    """Each row's number in the basic unit, as it is printed where it is printed like that."""
    pairs = zip(column(page, 2), column(page, 3), strict=True)
    digits = ["".join(char for char in normal or printed if char.isdigit() or char == ".") for printed, normal in pairs]
    return list(map(float, digits))


def test_numbers_are_sorted_by_what_they_are_and_not_by_how_they_are_printed(page: Page, address: str) -> None:
    page.goto(address)
    as_printed = basic(page)
    heading = page.get_by_role("columnheader", name="折合")

    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert basic(page) == sorted(as_printed) != as_printed

    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert basic(page) == sorted(as_printed, reverse=True)


def test_without_a_script_the_table_stands_and_promises_nothing(open_page: Opener, address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address)

    expect(page.get_by_role("row").nth(1)).to_be_visible()
    assert page.locator("table.figures button").count() == 0
