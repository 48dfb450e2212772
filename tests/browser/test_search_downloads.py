"""The list of hits as files, read back by what reads such files."""

import csv
import io
import json
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Page, expect

from tests.browser.archive import TERM, button, expect_count, lay_over
from tests.unit.index.search.specimens import document

LIST = [
    document(
        "a1", TERM, title='=HYPERLINK("https://x")', date="2025-12-08", people=["王一", "李二"], topics=["liquor"]
    ),
    document("a2", TERM, title='两行\r\n，逗号,\t“引号”"', date="2025-12~", counties=["520382"], newspaper="＋晚报"),
    document("a3", TERM, title="年", date="2024", kind="photo"),
]


def download(page: Page, kind: str) -> bytes:
    with page.expect_download() as downloading:
        button(page, kind).click()
    assert downloading.value.suggested_filename == f"遵义剪报 {TERM}.{kind.lower()}"
    return Path(downloading.value.path()).read_bytes()


@pytest.fixture
def listed(page: Page, site: str) -> Page:
    """Give a page that lists the articles, newest first."""
    lay_over(page, site, LIST)
    page.goto(f"search/?q={TERM}&sort=newest&page=1")
    expect_count(page, len(LIST))
    return page


def test_as_a_table(listed: Page, site: str) -> None:
    data = download(listed, "CSV")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == ["a1", "a2", "a3"]
    assert rows[0]["title"] == '\'=HYPERLINK("https://x")'
    assert rows[0]["reporters"] == "王一；李二"
    assert rows[0]["topics"] == "酱酒产业"
    assert rows[0]["url"] == f"{site}articles/a1/"
    assert rows[1]["newspaper"] == "'＋晚报"
    assert rows[1]["counties"] == "仁怀市"
    assert rows[1]["title"] == LIST[1].title
    assert {row["search"] for row in rows} == {listed.evaluate("location.href").replace("&page=1", "")}


def test_for_reference_managers(listed: Page, site: str) -> None:
    entries = rispy.loads(download(listed, "RIS").decode())
    assert [entry["type_of_reference"] for entry in entries] == ["NEWS"] * 3
    assert entries[0]["authors"] == ["王一", "李二"]
    assert [entry["date"] for entry in entries] == ["2025/12/08/", "2025/12//", "2024///"]
    assert entries[0]["urls"] == [f"{site}articles/a1/"]
    assert entries[1]["title"] == '两行 ，逗号, “引号”"'
    assert entries[1]["notes"][0] == "EDTF 2025-12~"
    assert entries[2]["notes"] == [listed.evaluate("location.href").replace("&page=1", "")]


def test_for_programs(listed: Page) -> None:
    value = json.loads(download(listed, "JSON"))
    assert value["search"]["query"] == TERM
    assert value["search"]["sort"] == "newest"
    assert value["search"]["total"] == len(value["articles"]) == len(LIST)
    assert [article["title"] for article in value["articles"]] == [each.title for each in LIST]


def test_all_hits_are_in_it_up_to_a_bound_that_is_told(page: Page, site: str) -> None:
    lay_over(page, site, [document(f"b{number:04}", TERM) for number in range(1003)])
    page.goto(f"search/?q={TERM}&page=2")
    expect(page.locator("#downloads")).to_contain_text("下载前1,000篇")
    value = json.loads(download(page, "JSON"))
    assert value["search"]["total"] == 1003
    assert len({article["id"] for article in value["articles"]}) == 1000
