import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jianbao.build.content.batch import Seen, finish_batch, finish_interrupted, rewrite_file, write_batch
from jianbao.model.errors import ChangedError, PublishError
from tests.unit.cli.conftest import tree

FILES = {"content/issues/2025/a.txt": b"a", "content/issues/2025/b.txt": b"b", "content/originals/b/b.docx": b"o"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "issues").mkdir(parents=True)
    (tmp_path / "content" / "issues" / "old.txt").write_bytes(b"old")
    return tmp_path


def test_all_files_are_written_and_the_replaced_are_gone(root: Path) -> None:
    write_batch(root, FILES, ["content/issues/old.txt"])
    assert tree(root) == FILES


def test_where_one_cannot_be_written_none_is(root: Path) -> None:
    before = tree(root)
    (root / "content" / "issues" / "file").write_bytes(b"")
    with pytest.raises(PublishError, match="cannot be written"):
        write_batch(root, {**FILES, "content/issues/file/c.txt": b"c"}, ["content/issues/old.txt"])
    assert tree(root) == {**before, "content/issues/file": b""}


def test_a_batch_that_was_interrupted_is_finished_later(root: Path) -> None:
    (root / ".jianbao").mkdir()
    (root / "content" / "issues" / ".a.txt.new").write_bytes(b"a")
    renamed = [
        ["content/issues/.a.txt.new", "content/issues/a.txt"],
        ["content/issues/.gone.new", "content/issues/b.txt"],
    ]
    journal = {"renamed": renamed, "removed": ["content/issues/old.txt"]}
    (root / ".jianbao" / "adding.json").write_text(json.dumps(journal), encoding="utf-8")
    assert finish_batch(root)
    assert tree(root) == {"content/issues/a.txt": b"a"}
    assert not finish_batch(root)


@pytest.mark.parametrize(
    "name", ["../out.txt", "content/../../out.txt", "content/issues/link/out.txt", "elsewhere.txt"]
)
def test_nothing_is_written_outside(root: Path, name: str) -> None:
    outside = root.parent / f"{root.name}-outside"
    outside.mkdir()
    (root / "content" / "issues" / "link").symlink_to(outside)
    before = tree(root)
    with pytest.raises(PublishError, match="outside of the archive"):
        write_batch(root, {**FILES, name: b"x"})
    assert tree(root) == before
    assert tree(outside) == {}


def test_a_journal_of_somebody_else_leads_nowhere(root: Path) -> None:
    (root / ".jianbao").mkdir()
    (root.parent / "victim.txt").write_bytes(b"v")
    journal = {"renamed": [["../victim.txt", "content/issues/a.txt"]], "removed": ["../victim.txt"]}
    (root / ".jianbao" / "adding.json").write_text(json.dumps(journal), encoding="utf-8")
    with pytest.raises(PublishError):
        finish_batch(root)
    assert (root.parent / "victim.txt").read_bytes() == b"v"


@pytest.mark.parametrize("seen", [{"content/issues/old.txt": b"before"}, {"content/issues/old.txt": None}, {"b": b""}])
def test_what_somebody_else_changed_meanwhile_is_not_overwritten(root: Path, seen: Seen) -> None:
    before = tree(root)
    with pytest.raises(ChangedError):
        write_batch(root, {"content/issues/old.txt": b"new", **FILES}, [], seen)
    assert tree(root) == before | {".jianbao/adding.new": tree(root)[".jianbao/adding.new"]}
    assert not finish_batch(root)
    write_batch(root, {"content/issues/old.txt": b"new"}, [], {"content/issues/old.txt": b"old"})
    assert tree(root)["content/issues/old.txt"] == b"new"


def test_links_in_the_place_of_files_that_are_written_aside_lead_nowhere(root: Path) -> None:
    victim = root.parent / "victim.txt"
    victim.write_bytes(b"v")
    (root / ".jianbao").mkdir()
    for name in ("content/issues/.jianbao-0.new", ".jianbao/adding.new"):
        (root / name).symlink_to(victim)
    write_batch(root, {"content/issues/old.txt": b"new"})
    assert victim.read_bytes() == b"v"
    assert tree(root) == {"content/issues/old.txt": b"new"}


def test_permissions_of_a_file_stay(root: Path) -> None:
    path = root / "content" / "issues" / "old.txt"
    path.chmod(0o640)
    write_batch(root, {"content/issues/old.txt": b"new"})
    rewrite_file(path, b"new", b"newer")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o640, b"newer")
    with pytest.raises(ChangedError):
        rewrite_file(path, b"new", b"newest")
    assert tree(root) == {"content/issues/old.txt": b"newer"}


def test_many_who_write_one_file_at_once_never_mix(root: Path) -> None:
    path, size = root / "content" / "issues" / "old.txt", 200_000
    wanted = [bytes([letter]) * size for letter in b"abcdefgh"]

    def write(data: bytes) -> bool:
        try:
            rewrite_file(path, b"old", data)
        except ChangedError:
            return False
        return True

    with ThreadPoolExecutor(len(wanted)) as pool:
        assert any(pool.map(write, wanted))
    assert path.read_bytes() in wanted
    assert len(tree(root)) == 1


def test_whoever_comes_next_finishes(root: Path) -> None:
    write_batch(root, FILES)
    (root / "content" / "issues" / ".jianbao-0.new").write_bytes(b"a2")
    journal = {"renamed": [["content/issues/.jianbao-0.new", "content/issues/2025/a.txt"]], "removed": []}
    (root / ".jianbao" / "adding.json").write_text(json.dumps(journal), encoding="utf-8")
    finish_interrupted(root)
    finish_interrupted(root)
    assert (root / "content" / "issues" / "2025" / "a.txt").read_bytes() == b"a2"
