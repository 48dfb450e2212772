"""A person's first hour: from the wheel in an empty environment to a published archive.

`pytest -s tests/browser/test_first_hour.py` prints what that person sees.
"""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, expect

from tests.environments import from_wheel, programs
from tests.programs import REPOSITORY, run
from tests.small_archive import tree
from tests.unit.importers.specimens import make_docx, make_pdf
from tests.unit.importers.test_html import FOUNDER

IDENTITY = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
ALONE = {"PYTHONPATH": "", **dict.fromkeys(IDENTITY, "keeper@archive.example")}
BASE_URL = "https://archive.example/zunyi/"
PAUSE = 0.3
"""Seconds between two keys."""
SHOWN = 700
"""Characters of what a command says that are printed."""
TEXT = """遵义日报 2026年1月5日 星期一 第2版
茶园管护正当时
湄潭县技术员下乡，手把手教修枝

入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥，
为明年春茶丰产打下基础。（周砚）

仁怀酱香走进武汉
本报讯（记者 林小满）1月4日，仁怀酱香白酒推介会在武汉举行，当地客商纷至沓来。
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits before an empty folder."""

    home: Path
    programs: Path

    def says(self, *command: str) -> str:
        """Type a command and read what comes; it has to go well."""
        program = str(self.programs / command[0]) if command[0] in {"jianbao", "python"} else command[0]
        told = run(program, *command[1:], cwd=self.home, env=ALONE)
        self.reads(" ".join(command), told)
        return told

    def agrees(self, times: int, *command: str) -> str:
        """Type a command that asks at a terminal, agree so many times, and end it."""
        own, others = pty.openpty()
        told: list[str] = []
        with subprocess.Popen(
            [self.programs / command[0], *command[1:]],
            cwd=self.home, env={**os.environ, **ALONE}, stdin=others, stdout=subprocess.PIPE, encoding="utf-8",
        ) as process:  # fmt: skip
            assert process.stdout is not None
            reader = Thread(target=told.extend, args=(process.stdout,))
            reader.start()
            while process.poll() is None:
                # A key that comes before a question is asked is lost: it could not be meant as the answer.
                asked = sum("q end" in line for line in told)
                os.write(own, b"" if not asked else b"\r" if asked <= times else b"q")
                time.sleep(PAUSE)
            reader.join()
        os.close(own)
        os.close(others)
        assert process.returncode == 0, told
        self.reads(f"{' '.join(command)}   (Enter, Enter, q)", "".join(told))
        return "".join(told)

    @contextmanager
    def serves(self, archive: str) -> Iterator[str]:
        """Look at the archive on this machine; gives the address."""
        command = [str(self.programs / "jianbao"), "--root", archive, "serve", "--port", "0"]
        with subprocess.Popen(
            command, cwd=self.home, env={**os.environ, **ALONE}, stdout=subprocess.PIPE, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            self.reads(f"jianbao --root {archive} serve", said)
            try:
                yield said.split()[0].replace("localhost", "127.0.0.1")  # the browser asks no resolver
            finally:
                process.send_signal(signal.SIGINT)
        assert process.returncode == 0

    def reads(self, typed: str, told: str) -> None:
        """Show what a command said."""
        shown = told.strip()[:SHOWN]
        sys.stdout.write(f"\n$ {typed}\n{shown}\n" if shown else f"\n$ {typed}\n")

    def corrects(self, file: str, before: str, after: str) -> None:
        """Change a text in an editor."""
        path = self.home / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        self.reads(f"(editor) {file}: {before} → {after}", "")


def pages(inbox: Path) -> None:
    """Write what the person has: a page in each format."""
    inbox.mkdir()
    (inbox / "2026-01-05-02.txt").write_bytes(TEXT.encode("gb18030"))
    word = ("Heading 1", "冬修水利忙"), ("Normal", "　　1月5日，播州区三岔镇的沟渠清淤工程开工，预计春耕前完成。")
    (inbox / "2026-01-06-01.docx").write_bytes(make_docx(*word))
    (inbox / "2026-01-07_content.htm").write_bytes(FOUNDER.encode("gb18030").replace(b"2025-12-08", b"2026-01-07"))
    column = ("赤水竹编走出大山", 50, 740, 24), ("　　赤水市依托竹林资源发展竹编产业，", 50, 700, 10)
    rest = [("上千名群众在家门口实现就业。", 50, 685, 10), ("www.zynews.example", 50, 40, 8)]
    (inbox / "2026-01-08-03.pdf").write_bytes(make_pdf([*column, *rest]))


@contextmanager
def installed(folder: Path) -> Iterator[Person]:
    """Give a person in an empty folder, with nothing but the wheel of this repository."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder / "dist", REPOSITORY)
    from_wheel(folder / "venv", next((folder / "dist").glob("*.whl")))
    (folder / "home").mkdir()
    yield Person(folder / "home", programs(folder / "venv"))


def test_from_the_wheel_to_a_published_archive(tmp_path: Path, browser: Browser) -> None:
    with installed(tmp_path) as person:
        pages(person.home / "inbox")
        person.says("jianbao", "init", "archive", "--city", "遵义市")
        told = person.says("jianbao", "--root", "archive", "add", "--yes", "inbox")
        assert "4 digests written" in told
        assert "(text, GB18030;" in told
        reviewed = person.agrees(2, "jianbao", "--root", "archive", "review", "--below", "1")
        assert re.search(r"\b[2-9] of \d+ answered", reviewed)
        issues = "archive/content/issues/2026"
        person.corrects(f"{issues}/2026-01-08-03.txt", "走出大山", "走向世界")
        person.corrects("archive/content/topics.yaml", "name: 酱酒产业", "name: 酱香白酒")
        person.says("jianbao", "--root", "archive", "check")
        person.says("jianbao", "--root", "archive", "build")
        with person.serves("archive") as address:
            look(browser, address)
        publish(person, tmp_path)


def look(browser: Browser, address: str) -> None:
    """Read the archive as its readers do."""
    page = browser.new_page()
    page.goto(address)
    expect(page.get_by_text("赤水竹编走向世界").first).to_be_visible()
    page.goto(f"{address}topics/")
    expect(page.get_by_text("酱香白酒").first).to_be_visible()
    page.goto(f"{address}search/?q=走向世界")
    expect(page.get_by_role("link", name="赤水竹编走向世界").first).to_be_visible()
    page.close()


def publish(person: Person, folder: Path) -> None:
    """Push to a bare repository, and let another machine build what it finds there, as the host does."""
    archive = person.home / "archive"
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", folder / "origin.git")
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "--message=The archive"),
        ("remote", "add", "origin", str(folder / "origin.git")),
        ("push", "--quiet", "--set-upstream", "origin", "main"),
    ):
        person.says("git", "-C", "archive", *command)
    run("git", "clone", "--quiet", folder / "origin.git", folder / "host")
    assert not (folder / "host" / "_site").exists()
    run(person.programs / "jianbao", "build", "--base-url", BASE_URL, cwd=folder / "host", env=ALONE)
    person.says("jianbao", "--root", "archive", "build", "--base-url", BASE_URL)
    assert tree(folder / "host" / "_site") == tree(archive / "_site")
