"""Take the pictures of content/pages/keeping.md from the real screens: `make screenshots`.

A keeper's first days are played in a folder of their own: commands in a terminal, pages in a real Chromium. What is
photographed is what programs said and what the browser showed. Every picture is at most `LARGEST` bytes of WebP.
"""

import base64
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import advice, find

PAGES = Path(__file__).parents[1] / "content" / "pages"
PREFIX = "keeping-"
"""Names of the pictures begin so."""
LARGEST = 60_000
"""Bytes: a page with seven pictures, loaded as the reader comes to them, stays lighter than one photograph."""
_QUALITY = 0.85
_WIDTH = 92
"""Columns of the terminal."""
_VIEW = {"width": 960, "height": 620}
_PATIENCE = 60
"""Seconds for a command."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_TO_WEBP = """async ([data, quality]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""
_TERMINAL = """<!doctype html><meta charset=utf-8><style>
body { margin: 0; background: #fff }
pre { display: inline-block; min-width: 46rem; margin: 0; padding: 1rem 1.25rem; background: #1d1f21; color: #d8d8d2;
  font: 14px/1.6 "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; max-width: 58rem; word-break: break-all }
b { color: #fff } </style><pre>"""

PAGE = """遵义日报 2026年1月5日 星期一 第2版
茶园管护正当时
湄潭县技术员下乡，手把手教修枝

入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥，
为明年春茶丰产打下基础。（周砚）

仁怀酱香走进武汉
本报讯（记者 林小满）1月4日，仁怀酱香白酒推介会在武汉举行，当地客商纷至沓来。
一批酒企与经销商当场签约，金额超过3亿元。

冬修水利忙
1月4日，桐梓县羊磴镇的冬季河道清淤全部完工，两岸三个村的灌溉用水有了保障。
"""
NEXT_PAGE = """---
date: 2026-01-06
page: 1
section: 要闻
---

# 赤水竹编走出大山
上千名群众在家门口就业 {.subtitle}

本报讯（记者 林小满）赤水市依托竹林资源发展竹编产业，上千名群众在家门口实现就业。

# 播州区冬修水利

1月5日，播州区三岔镇的沟渠清淤工程开工，预计春耕前完成。
"""
WITHDRAWN = "gone:\n  - {address: 20260106-01-03, date: 2026-02-01, reason: 应作者要求撤下}\n"


@dataclass(frozen=True, slots=True)
class Studio:
    """Where the pictures are taken."""

    home: Path
    """The keeper's folder."""
    page: Page
    canvas: Page
    """Turns pictures into WebP: no site's rules hold on it."""

    def terminal(self, name: str, command: str, *dialogue: tuple[str, str]) -> None:
        """Photograph a command with what it says; `dialogue` has what is awaited and what is typed then."""
        told = type_command(self.home, command, dialogue)
        self.page.set_content(f"{_TERMINAL}<b>$ {escape(command)}</b>\n{escape(told)}</pre>")
        self._save(name, self.page.locator("pre").screenshot())

    def screen(self, name: str, *, height: int = _VIEW["height"]) -> None:
        """Photograph the page that the browser shows."""
        self.page.set_viewport_size({"width": _VIEW["width"], "height": height})
        self._save(name, self.page.screenshot())

    def _save(self, name: str, png: bytes) -> None:
        webp = base64.b64decode(self.canvas.evaluate(_TO_WEBP, [base64.b64encode(png).decode(), _QUALITY]))
        if len(webp) > LARGEST:
            raise ValueError(f"{name} has {len(webp)} bytes, more than {LARGEST}")
        (PAGES / f"{PREFIX}{name}.webp").write_bytes(webp)
        sys.stdout.write(f"{PREFIX}{name}.webp: {len(webp):,} bytes\n")


def type_command(home: Path, command: str, dialogue: Sequence[tuple[str, str]] = ()) -> str:
    """Run a command in a terminal, type what the dialogue says, and give what the terminal shows. It has to go well."""
    screen, keyboard = pty.openpty()
    told = ""
    waiting = list(dialogue)
    program, *rest = command.split()
    environment = {**os.environ, "COLUMNS": str(_WIDTH), "NO_COLOR": "1"}
    with subprocess.Popen(  # noqa: S603 - our own commands, written here
        [Path(sys.executable).parent / program, *rest],
        cwd=home, env=environment, stdin=keyboard, stdout=keyboard, stderr=keyboard, start_new_session=True,
    ) as process:  # fmt: skip
        os.close(keyboard)
        for piece in _said(screen, time.monotonic() + _PATIENCE):
            told += piece
            if waiting and waiting[0][0] in told.rpartition("\x00")[2]:
                time.sleep(0.2)  # a key that comes before the terminal is set to take it is lost
                os.write(screen, waiting.pop(0)[1].encode())
                told += "\x00"
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            process.kill()
    os.close(screen)
    if process.returncode or waiting:
        raise RuntimeError(f"{command}: {told}")
    return _ESCAPES.sub("", told).replace("\r", "").replace("\x00", "").strip("\n")


def _said(screen: int, end: float) -> Iterator[str]:
    data = b""
    while select.select([screen], [], [], max(end - time.monotonic(), 0))[0]:
        try:
            data += os.read(screen, 65536)
        except OSError:  # so Linux says that whoever wrote is gone
            break
        text = data.decode("utf-8", "ignore")
        if text.encode() == data:
            data = b""
            yield text


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Give the address at which the archive is looked at."""
    command = [str(Path(sys.executable).parent / "jianbao"), "--root", "archive", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603
        if process.stdout is None:
            raise RuntimeError("nothing can be read")
        yield process.stdout.readline().split()[0].replace("localhost", "127.0.0.1")
        process.send_signal(signal.SIGINT)


def take(home: Path, browser: Browser) -> None:
    """Play the story."""
    page = browser.new_page(viewport=_VIEW, locale="zh-CN", color_scheme="light")  # type: ignore[arg-type]
    studio = Studio(home, page, browser.new_page())
    archive = home / "archive"
    (home / "2026-01-05-02.txt").write_bytes(PAGE.encode("gb18030"))
    studio.terminal("init", "jianbao init archive", ("City", "遵义市\n"), ("Newspaper", "\n"), ("Title", "\n"))
    studio.terminal("add", "jianbao --root archive add 2026-01-05-02.txt", ("[Y/n]", "y\n"))
    studio.terminal("check", "jianbao --root archive check")
    studio.terminal("review", "jianbao --root archive review", ("q end", "\r"))
    issues = archive / "content" / "issues" / "2026"
    (issues / "2026-01-06-01.txt").write_text(NEXT_PAGE, encoding="utf-8")
    (archive / "content" / "gone.yaml").write_text(WITHDRAWN, encoding="utf-8")
    with served(home) as address:
        _look(studio, page, address, issues)
    page.close()


def _look(studio: Studio, page: Page, address: str, issues: Path) -> None:
    page.goto(f"{address}issues/2026-01-05/")
    studio.screen("issue")
    page.goto(f"{address}articles/20260106-01-03/")
    studio.screen("gone", height=330)
    page.goto(f"{address}search/?q=仁怀 酱香")
    expect(page.get_by_role("link", name="仁怀酱香走进武汉").first).to_be_visible()
    studio.screen("search")
    text = (issues / "2026-01-06-01.txt").read_text(encoding="utf-8")
    (issues / "2026-01-06-01.txt").write_text(text.replace("2026-01-06", "2026-13-06"), encoding="utf-8")
    expect(page.get_by_text("2026-01-06-01.txt").first).to_be_visible(timeout=_PATIENCE * 1000)
    studio.screen("serve", height=420)


def main() -> int:
    """Take all pictures anew."""
    program = find()
    if program is None:
        sys.stderr.write(f"No Chromium was found. To install it: {advice(root=True)}\n")
        return 1
    options: dict[str, Any] = {"executable_path": program, "args": ["--no-sandbox", "--disable-gpu"]}
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        take(Path(folder), browser)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
