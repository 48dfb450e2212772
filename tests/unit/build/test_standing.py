"""Whether there is anything to build is seen at a glance, and nothing that was changed is overlooked."""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.build import standing
from jianbao.build.publishing.manifest import MANIFEST, untouched
from jianbao.build.run import Built, build
from jianbao.build.standing import LEDGER, Standing, glance, lasting, stands
from jianbao.build.storage.store import open_store
from tests.small_archive import SITE, digest, tree, write_archive

TEA = ("茶园秋管正当时", "入冬以来，北溪县农技人员走进茶园，指导茶农修枝、施肥。")
TICK = 0.03
"""Seconds after which a touch shows in the times of a file."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an archive that was built twice: from its ledger on, nothing changes."""
    monkeypatch.setattr(standing, "SETTLED", 20_000_000)
    archive = tmp_path / "archive"
    write_archive(archive)
    (archive / "content" / "issues" / "8.txt").write_text(digest(8, TEA), encoding="utf-8")
    time.sleep(TICK)
    again(archive)
    again(archive)
    time.sleep(TICK)
    return archive


def again(root: Path) -> Built:
    return build(root, root / "_site")


def seen(root: Path, base_url: str | None = None) -> Standing | None:
    with open_store(root, []) as store:
        row = store.standing(str((root / "_site").resolve()))
    return stands(root, root / "_site", glance(root, base_url), row)


def test_a_site_that_stands_is_told_of_as_if_it_had_been_built(root: Path) -> None:
    told = seen(root)
    built = again(root)
    assert told
    assert (told.articles, told.issues, told.base_url) == (1, 1, None)
    assert (built.articles, built.issues, built.published.written) == (1, 1, 0)
    assert built.published.unchanged == len(tree(root / "_site"))
    assert built.published.bytes == sum(map(len, tree(root / "_site").values()))


def rewrite(path: Path) -> None:
    """Change one letter, and put the time back."""
    times = path.stat()
    path.write_bytes(path.read_bytes().replace("秋".encode(), "春".encode()))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "another digest": lambda root: (root / "content" / "issues" / "9.txt").write_text(digest(9, TEA), encoding="utf-8"),
    "a digest less": lambda root: (root / "content" / "issues" / "8.txt").unlink(),
    "another letter": lambda root: rewrite(root / "content" / "issues" / "8.txt"),
    "another name": lambda root: (root / "content" / "issues" / "8.txt").rename(root / "content" / "issues" / "a.txt"),
    "a setting": lambda root: (root / "content" / "site.yaml").write_text(SITE.replace("小", "大"), "utf-8"),
    "a link": lambda root: (root / "content" / "issues" / "b.txt").symlink_to(root / "content" / "issues" / "8.txt"),
    "a template": lambda root: (root / "templates").mkdir(),
    "a page": lambda root: rewrite(root / "_site" / "articles" / "20251208-01" / "index.html"),
    "a page less": lambda root: (root / "_site" / "index.html").unlink(),
    "the manifest": lambda root: (root / "_site" / ".jianbao-files").write_text("", encoding="utf-8"),
    "no ledger": lambda root: (root / LEDGER).unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(root: Path, change: str) -> None:
    assert seen(root)
    CHANGES[change](root)
    time.sleep(TICK)
    assert seen(root) is None
    again(root)
    clean = root.with_name("clean")
    build(root, clean)
    assert tree(root / "_site") == tree(clean)


def test_another_address_is_another_site(root: Path) -> None:
    assert seen(root, "https://archive.example/") is None


def test_what_was_touched_just_now_may_change_again_unseen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / "issues" / "9.txt").write_text(digest(9, TEA), encoding="utf-8")
    monkeypatch.setattr(standing, "SETTLED", 60_000_000_000)
    again(root)
    assert lasting(glance(root, None)) == ""
    assert seen(root) is None


def test_what_was_touched_just_before_a_build_is_looked_at_once_more_after_it(root: Path) -> None:
    path = root / "content" / "issues" / "9.txt"
    path.write_text(digest(9, TEA), encoding="utf-8")
    before = glance(root, None)
    assert [file for file, _, _ in before.recent] == [str(path)]
    again(root)
    time.sleep(TICK)
    assert seen(root)
    assert lasting(before) == before.seen
    path.write_text(digest(9, ("茶园春管正当时", TEA[1])), encoding="utf-8")
    assert lasting(before) == ""


def test_what_was_just_built_is_read_once_more(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    site.mkdir()
    page = b"<!doctype html>"
    text = f"{hashlib.sha256(page).hexdigest()}  index.html\n".encode()
    (site / MANIFEST).write_bytes(text)
    (site / "index.html").write_bytes(page)
    os.utime(site / MANIFEST, ns=(1, 1))
    known = hashlib.sha256(text).hexdigest()
    assert untouched(site, known, (len(page),))
    assert (site / MANIFEST).stat().st_mtime_ns > 1
    (site / "index.html").write_bytes(b"<!DOCTYPE html>")
    assert not untouched(site, known, (len(page),))


def test_a_site_whose_folder_is_gone_is_forgotten(root: Path) -> None:
    build(root, root.with_name("elsewhere"))
    with open_store(root, []) as store:
        assert store.jobs(str(root.with_name("elsewhere")))
    for path in sorted(root.with_name("elsewhere").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    root.with_name("elsewhere").rmdir()
    (root / "content" / "issues" / "9.txt").write_text(digest(9, TEA), encoding="utf-8")
    again(root)
    with open_store(root, []) as store:
        assert store.jobs(str(root.with_name("elsewhere"))) == {}
        assert store.jobs(str(root / "_site"))
