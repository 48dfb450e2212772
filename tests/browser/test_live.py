"""`jianbao serve`: an edit of the content or of a template is in the open page at once, and so are its problems."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE, Watch
from tests.programs import REPOSITORY, SCRIPTS
from tests.unit.cli.conftest import GOOD, put

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive with one digest."""
    folder = tmp_path / "archive"
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=lambda *_: ["issues"])
    put(folder, "2025-12-08.txt", GOOD)
    return folder


@pytest.fixture
def address(archive: Path) -> Iterator[str]:
    """Give the address of its live preview."""
    command: list[str | Path] = [SCRIPTS / "jianbao", "--root", archive, "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[0].replace("localhost", "127.0.0.1")
        process.terminate()


@pytest.fixture
def live(browser: Browser, address: str) -> Iterator[Page]:
    """Give a window on the preview; the test fails if a script did, or the page's policy was broken."""
    watch = Watch(address)
    with browser.new_context(base_url=address) as context:
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        yield context.new_page()
    assert watch.complaints == []


def test_an_edit_shows_at_once_and_so_do_problems_until_they_are_mended(live: Page, archive: Path) -> None:
    live.goto("articles/20251208-01/")
    expect(live.get_by_role("heading", level=1)).to_have_text("茶园管护正当时")
    put(archive, "2025-12-08.txt", GOOD.replace("正当时", "开始了"))
    expect(live.get_by_role("heading", level=1)).to_have_text("茶园管护开始了")

    put(archive, "2025-12-09.txt", "---\ndate: 2025-02-30\n---\n<b>甲</b> {.paragraph}\n")
    alert = live.get_by_role("alert")
    expect(alert).to_contain_text("content/issues/2025-12-09.txt:2")
    expect(live.get_by_role("heading", level=1)).to_have_text("茶园管护开始了")
    live.goto("")
    expect(alert).to_contain_text("2025-02-30")
    put(archive, "2025-12-09.txt", "---\ndate: 2025-12-09\n---\n甲 {.tit<b>le}\n")
    expect(alert).to_contain_text("<b>")
    put(archive, "2025-12-09.txt", GOOD.replace("正当时", "又一天"))
    expect(alert).to_have_count(0)
    expect(live.get_by_role("main")).to_contain_text("茶园管护又一天")


def test_a_template_that_a_site_lays_over_ours_is_watched_too(live: Page, archive: Path) -> None:
    live.goto("about/")
    expect(live.get_by_role("main")).to_be_visible()
    (archive / "templates").mkdir()
    page = (REPOSITORY / "templates" / "text.html").read_text(encoding="utf-8")
    mine = page.replace("{% block main %}", "{% block main %}<p>另有一行</p>")
    (archive / "templates" / "text.html").write_text(mine, encoding="utf-8")
    expect(live.get_by_role("main")).to_contain_text("另有一行")


def test_what_is_published_knows_nothing_of_the_preview(live: Page, archive: Path) -> None:
    live.goto("")
    assert "jianbao-live" in live.content()
    assert [path for path in (archive / "_site").rglob("*.html") if "jianbao-live" in path.read_text("utf-8")] == []
