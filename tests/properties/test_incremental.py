"""However a site was reached, step by step or at once, its bytes are the same."""

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jianbao.build import standing
from jianbao.build.run import build
from jianbao.build.standing import LEDGER
from jianbao.build.storage.store import FOLDER, NAME
from tests.small_archive import PLACES, SITE, TOPICS, digest, tree, write_archive

TITLES = ("茶园秋管正当时", "东关区新学校开学", "北溪县茶农增收", "教师节里话教师", "一封来信")
PARAGRAPHS = (
    "（记者 林小满）入冬以来，北溪县农技人员走进茶园，指导茶农修枝、施肥。",
    "东关区的教师走进学校，给孩子们上了一堂课。",
    "天气转冷，大家注意保暖。",
    "北溪县茶业局局长李建国说，全县茶园面积2.5万亩，茶叶产值同比增长31.5%。",
    "（通讯员 周砚）茶农说，今年的茶园比去年多出两成。（上接第一版）",
)
SETTLED = 20_000_000
"""Nanoseconds after which a touch shows here; file systems that tell times by seconds are not tested."""
articles = st.lists(st.tuples(st.sampled_from(TITLES), st.sampled_from(PARAGRAPHS)), min_size=1, max_size=7)
days = st.integers(1, 4)
files = st.sampled_from(("a.txt", "b.md", "2025/c.txt"))


class Editing(RuleBasedStateMachine):
    """An archive that people work on, and its site, built again after each change."""

    def __init__(self) -> None:
        super().__init__()
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(standing, "SETTLED", SETTLED)
        self._folder = TemporaryDirectory()
        self.root = Path(self._folder.name) / "archive"
        self.published: set[str] = set()

    @initialize(day=days, told=articles, recorded=st.booleans())
    def begin(self, day: int, told: list[tuple[str, str]], *, recorded: bool) -> None:
        write_archive(self.root)
        if not recorded:
            (self.root / LEDGER).unlink()
        self.put("begin.txt", digest(day, *told))

    def put(self, name: str, text: str) -> None:
        path = self.root / "content" / "issues" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def digests(self) -> list[Path]:
        return sorted(path for path in (self.root / "content" / "issues").rglob("*") if path.is_file())

    @rule(name=files, day=days, told=articles)
    def write(self, name: str, day: int, told: list[tuple[str, str]]) -> None:
        self.put(name, digest(day, *told))

    @rule(which=st.integers(0, 3))
    def remove(self, which: int) -> None:
        found = self.digests()
        if found:
            found[which % len(found)].unlink()

    @rule(which=st.integers(0, 3), number=st.integers(0, 9))
    def rename(self, which: int, number: int) -> None:
        found = self.digests()
        target = self.root / "content" / "issues" / f"renamed-{number}.txt"
        if found and not target.exists():
            found[which % len(found)].rename(target)

    @rule(word=st.sampled_from(("茶园", "一封", "天气")))
    def change_topics(self, word: str) -> None:
        (self.root / "content" / "topics.yaml").write_text(TOPICS.replace("茶园", word), encoding="utf-8")

    @rule(name=st.sampled_from(("东关区", "东门区")))
    def change_places(self, name: str) -> None:
        (self.root / "content" / "places.yaml").write_text(PLACES.replace("东关区", name), encoding="utf-8")

    @rule(size=st.integers(5, 7), title=st.sampled_from(("小档案", "大档案")))
    def change_settings(self, size: int, title: str) -> None:
        text = SITE.replace("page_size: 5", f"page_size: {size}").replace("小档案", title)
        (self.root / "content" / "site.yaml").write_text(text, encoding="utf-8")

    @rule(name=st.sampled_from(("not_found.html", "_colophon.html", "_parts.html")), word=st.sampled_from("甲乙"))
    def change_template(self, name: str, word: str) -> None:
        templates = self.root / "templates"
        templates.mkdir(exist_ok=True)
        packaged = Path(__file__).parents[2] / "templates" / name
        (templates / name).write_text(packaged.read_text("utf-8") + word, encoding="utf-8")

    @rule(number=st.integers(1, 4), moved=st.sampled_from(("", ", moved: topics/tea/")))
    def withdraw(self, number: int, moved: str) -> None:
        entries = [f"- {{address: 2025120{number}-02, date: 2026, reason: 作者要求{moved}}}"]
        entries += ["- {address: topics/old-tea/, date: 2026, reason: 改名, moved: topics/tea/}"]
        (self.root / "content" / "gone.yaml").write_text("gone:\n" + "\n".join(entries) + "\n", encoding="utf-8")

    @rule()
    def lose_the_store(self) -> None:
        (self.root / FOLDER / NAME).unlink(missing_ok=True)

    @rule()
    def lose_all_but_the_content(self) -> None:
        for name in (FOLDER, "_site"):
            shutil.rmtree(self.root / name, ignore_errors=True)

    @rule()
    def join_two_branches(self) -> None:
        record = self.root / LEDGER
        if record.is_file():
            lines = record.read_text("utf-8").splitlines()
            joined = ["<<<<<<< ours", *lines[::2], "=======", *reversed(lines), ">>>>>>> theirs", ""]
            record.write_text("\n".join(joined), encoding="utf-8")

    @rule(which=st.integers(0, 400))
    def spoil_a_page(self, which: int) -> None:
        pages = sorted((self.root / "_site").rglob("*.html"))
        if pages:
            pages[which % len(pages)].write_text("spoilt", encoding="utf-8")

    @invariant()
    def the_site_is_that_of_a_clean_build(self) -> None:
        if not self.root.exists():
            return
        build(self.root, self.root / "_site")
        # Once what was edited has settled, the second of two builds sees that there is nothing to do.
        time.sleep(2 * SETTLED / 1e9)
        for _ in range(2):
            assert build(self.root, self.root / "_site").published.written == 0
        clean = self.root.with_name("clean")
        shutil.rmtree(clean, ignore_errors=True)
        for name in ("content", "templates"):
            if (self.root / name).exists():
                shutil.copytree(self.root / name, clean / name)
        build(clean, clean / "_site")
        ours, fresh = tree(self.root / "_site"), tree(clean / "_site")
        if (self.root / LEDGER).exists():
            addresses = {path for path in ours if path.startswith(("articles/", "issues/")) and path.count("/") == 2}
            self.published |= addresses
            assert self.published <= ours.keys()
        assert {path for path in ours.keys() | fresh.keys() if ours.get(path) != fresh.get(path)} == set()

    def teardown(self) -> None:
        self._patch.undo()
        self._folder.cleanup()


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=3, stateful_step_count=6, deadline=None)
