import json
from pathlib import Path

import pytest

from jianbao.build.add.batch import finish_batch, write_batch
from jianbao.model.errors import PublishError
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
