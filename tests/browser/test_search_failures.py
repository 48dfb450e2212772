"""The search page where something is missing: scripts, the network, a file of the index."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.archive import TERM, box, button, documents, expect_count, hits, lay_over, status, submit
from tests.browser.conftest import Opener
from tests.browser.server import serve
from tests.unit.index.search.specimens import folder

FAILED = "索引没有读到，可能是网络中断。"


def test_an_engine_that_does_not_load_is_told_of_and_tried_again(rough: Page) -> None:
    rough.route("**/search/search.js", lambda route: route.abort())
    rough.goto("search/?q=仁怀")
    expect(status(rough)).to_have_text(FAILED)
    expect(box(rough)).to_have_value("仁怀")
    rough.unroute("**/search/search.js")
    button(rough, "重试").focus()
    rough.keyboard.press("Enter")
    expect(status(rough)).to_contain_text("查到")
    expect(status(rough)).to_be_focused()
    expect(button(rough, "重试")).to_be_hidden()


def test_a_script_of_the_page_that_does_not_load_is_told_of(rough: Page) -> None:
    rough.route("**/search.*/page.js", lambda route: route.abort())
    rough.goto("search/?q=仁怀")
    expect(rough.get_by_text("程序没有读到，可能是网络中断")).to_be_visible()
    expect(rough.get_by_role("searchbox", name="检索全文")).to_have_value("仁怀")
    rough.unroute("**/search.*/page.js")
    button(rough, "重新载入").click()
    expect(status(rough)).to_contain_text("查到")


@pytest.mark.parametrize("damage", ["missing", "cut short", "another page"])
def test_a_file_of_the_index_that_fails_keeps_the_hits_and_can_be_asked_for_again(
    rough: Page, site: str, damage: str
) -> None:
    archive = lay_over(rough, site, documents())
    rough.goto(f"search/?q={TERM}")
    expect(hits(rough)).to_have_count(20)
    shown = hits(rough).all_inner_texts()
    for name, whole in archive.files.items():
        if "/rows-" in name:
            archive.damaged[name] = {"missing": None, "cut short": whole[:-9]}.get(damage, b"<!doctype html>")
    rough.get_by_label("排序").select_option("oldest")
    expect(status(rough)).to_have_text(f"{FAILED}下面仍是“{TERM}”的结果。")
    assert hits(rough).all_inner_texts() == shown
    archive.damaged.clear()
    button(rough, "重试").click()
    expect(hits(rough).first).to_have_text("a00")
    expect(button(rough, "重试")).to_be_hidden()


def test_offline_after_the_page_was_loaded(rough: Page, built_site: Path, tmp_path: Path) -> None:
    shutil.copytree(built_site, tmp_path, dirs_exist_ok=True)
    for name, data in folder(documents()).items():
        (tmp_path / "search" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "search" / name).write_bytes(data)
    with serve(tmp_path) as site:
        rough.goto(f"{site}search/?q={TERM}")
        expect(hits(rough)).to_have_count(20)
        rough.context.set_offline(offline=True)
        rough.get_by_label("排序").select_option("oldest")
        expect(status(rough)).to_have_text(f"{FAILED}下面仍是“{TERM}”的结果。")
        expect(hits(rough)).to_have_count(20)
        # Nobody has to press anything once the network is back.
        rough.context.set_offline(offline=False)
        expect(hits(rough).first).to_have_text("a00")


def test_suggestions_that_do_not_load_are_not_missed(rough: Page) -> None:
    rough.route("**/search/suggest.js", lambda route: route.abort())
    rough.goto("search/")
    box(rough).fill("遵義")
    expect(status(rough)).to_contain_text("没有查到")
    box(rough).fill("仁怀")
    expect(status(rough)).to_contain_text("查到")
    submit(rough, "遵义")
    expect(status(rough)).to_contain_text("查到")


def test_an_article_that_cannot_be_had_is_listed_without_a_snippet(rough: Page, site: str) -> None:
    archive = lay_over(rough, site, documents())
    rough.route("**/articles/a07/", lambda route: route.fulfill(status=404, body="not here"))
    assert "articles/a07/" in archive.pages
    rough.goto(f"search/?q=第7号 {TERM}")
    expect_count(rough, 1)
    expect(hits(rough)).to_have_text(["a07"])
    expect(rough.locator("#hits .snippet mark")).to_have_count(0)


def test_without_a_script_the_page_leads_to_the_indexes(open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("search/?q=仁怀")
    expect(page.get_by_text("不用脚本也可以从下面的目录查阅")).to_be_visible()
    for name, path in (("各期", "issues/"), ("主题", "topics/"), ("地方", "counties/"), ("人物", "people/")):
        expect(page.locator("#browse").get_by_role("link", name=name)).to_have_attribute("href", f"../{path}")


def test_from_disk_the_page_says_why_it_does_not_search(open_page: Opener, built_site: Path) -> None:
    page = open_page()
    page.goto((built_site / "search/index.html").as_uri() + "?q=仁怀")
    field = page.get_by_role("searchbox", name="检索全文")
    expect(page.get_by_text("从磁盘直接打开网页时")).to_be_visible()
    expect(field).to_have_value("仁怀")
    field.fill("赤水")
    field.press("Enter")
    page.wait_for_url(re.compile(r"index\.html\?q="))
    expect(field).to_have_value("赤水")
