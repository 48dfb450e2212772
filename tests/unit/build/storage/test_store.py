"""The store saves work and can be lost, spoilt or taken from us: the site is the same, and the next build right."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.build.run import Built, build
from jianbao.build.storage.store import FOLDER, FORMAT, NAME, open_store
from tests.small_archive import digest, tree, write_archive

ARTICLE = ("茶园秋管正当时", "（记者 林小满）入冬以来，北溪县农技人员走进茶园，指导茶农修枝、施肥。")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an archive of one article, built."""
    write_archive(tmp_path / "archive")
    (tmp_path / "archive" / "content" / "issues" / "a.txt").write_text(digest(8, ARTICLE), encoding="utf-8")
    again(tmp_path / "archive")
    return tmp_path / "archive"


def again(root: Path) -> Built:
    return build(root, root / "_site")


def store_of(root: Path) -> Path:
    return root / FOLDER / NAME


def truncate(store: Path) -> None:
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def flip_header(store: Path) -> None:
    data = bytearray(store.read_bytes())
    data[:100] = bytes(byte ^ 0xFF for byte in data[:100])
    store.write_bytes(data)


def flip_rows(store: Path) -> None:
    """What SQLite itself does not notice: another text in a row."""
    with sqlite3.connect(store) as rows:
        rows.execute("UPDATE text SET records = CAST(substr(records, 1, 40) || X'21' || substr(records, 42) AS BLOB)")
        rows.execute("UPDATE source SET sheet = CAST(substr(sheet, 1, 40) || X'21' || substr(sheet, 42) AS BLOB)")
    rows.close()


def from_the_future(store: Path) -> None:
    with sqlite3.connect(store) as rows:
        rows.execute(f"PRAGMA user_version = {FORMAT + 1}")
        rows.execute("ALTER TABLE source RENAME TO sources_of_tomorrow")
    rows.close()


def no_database(store: Path) -> None:
    store.write_text("这不是数据库。" * 1000, encoding="utf-8")


@pytest.mark.parametrize("spoil", [truncate, flip_header, flip_rows, from_the_future, no_database])
def test_a_store_that_is_spoilt_is_made_anew_with_a_message(root: Path, spoil: Callable[[Path], None]) -> None:
    before = tree(root / "_site")
    spoil(store_of(root))
    # Something to do for the texts, too, so that every part of the store is asked for.
    (root / "_site" / "articles" / "20251208-01" / "index.html").unlink()
    built = again(root)
    assert [problem.file for problem in built.warnings] == [f"{FOLDER}/{NAME}"]
    assert "nothing is lost" in built.warnings[0].hint
    assert tree(root / "_site") == before
    assert again(root).warnings == ()


def test_a_store_that_is_deleted_costs_work_and_nothing_else(root: Path) -> None:
    before = tree(root / "_site")
    store_of(root).unlink()
    built = again(root)
    assert (built.warnings, built.published.written) == ((), 0)
    assert tree(root / "_site") == before


def test_a_store_that_another_process_writes_to_is_done_without(root: Path) -> None:
    other = sqlite3.connect(store_of(root))
    other.execute("BEGIN EXCLUSIVE")
    try:
        built = again(root)
    finally:
        other.rollback()
        other.close()
    assert "locked" in built.warnings[0].message
    assert built.published.written == 0


def test_a_folder_that_takes_no_store_is_done_without(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder would be")
    problems: list[object] = []
    with open_store(tmp_path, problems) as store:  # type: ignore[arg-type]
        store.save_source("stamp", b"[]", b"[]")
        assert store.sources() == {"stamp": b"[]"}
    assert len(problems) == 1


def test_what_no_digest_stands_for_any_more_is_forgotten(root: Path) -> None:
    (root / "content" / "issues" / "a.txt").write_text(digest(9, ARTICLE), encoding="utf-8")
    again(root)
    with sqlite3.connect(store_of(root)) as rows:
        assert rows.execute("SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM text)").fetchone() == (1, 1)
        assert rows.execute("SELECT count(*) FROM job WHERE name = 'issue 2025-12-08'").fetchone() == (0,)
    rows.close()
