import os
from pathlib import Path

import pytest

from jianbao.build.content.files import read_inside
from jianbao.model.problem import Problem


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an archive beside which lies a folder of somebody else, itself reached through a link."""
    (tmp_path / "disk" / "archive" / "content").mkdir(parents=True)
    (tmp_path / "disk" / "archive" / "content" / "page.txt").write_bytes(b"page")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "secret.txt").write_bytes(b"secret")
    (tmp_path / "archive").symlink_to(tmp_path / "disk" / "archive")
    return tmp_path / "archive"


def told(root: Path, name: str) -> tuple[bytes | None, list[str]]:
    problems = list[Problem]()
    return read_inside(root, root / name, problems), [problem.message for problem in problems]


def test_links_within_the_archive_are_followed_wherever_the_archive_is(root: Path) -> None:
    (root / "content" / "again.txt").symlink_to("page.txt")
    assert told(root, "content/page.txt") == (b"page", [])
    assert told(root, "content/again.txt") == (b"page", [])


@pytest.mark.parametrize(
    "way", ["content/secret.txt", "content/private/secret.txt", "content/../../private/secret.txt"]
)
def test_no_link_and_no_way_up_leads_out(root: Path, way: str) -> None:
    private = root.parent / "private"
    (root / "content" / "secret.txt").symlink_to(private / "secret.txt")
    (root / "content" / "private").symlink_to(private)
    data, messages = told(root, way)
    assert data is None
    assert len(messages) == 1
    assert messages[0] == "the link leads out of the archive" or "No such file" in messages[0]


def test_what_is_no_file_is_not_read(root: Path) -> None:
    os.mkfifo(root / "content" / "pipe.txt")
    (root / "content" / "nowhere.txt").symlink_to("gone.txt")
    assert told(root, "content") == (None, ["this is no ordinary file"])
    assert told(root, "content/pipe.txt") == (None, ["this is no ordinary file"])
    assert told(root, "content/nowhere.txt") == (None, ["the file cannot be read: No such file or directory"])
