"""A small archive that each test may spoil, and the command line run on it as a person would."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.cli.main import main
from tests.programs import REPOSITORY, SCRIPTS, attempt

Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = "茶园管护正当时\n\n入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥。\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give an archive with one good digest of 8 December 2025, not yet built."""
    folder = tmp_path / "archive"
    for name in ("site.yaml", "topics.yaml", "places.yaml"):
        (folder / "content").mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / "content" / name, folder / "content" / name)
    put(folder, "2025-12-08.txt", GOOD)
    return folder


@pytest.fixture
def jianbao(root: Path) -> Run:
    """Give the command line on that archive."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return attempt(SCRIPTS / "jianbao", "--root", root, *arguments)

    return run


def in_process(root: Path) -> Callable[..., Result]:
    """The command line on an archive without a process of its own: standard input is no terminal."""

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])

    return run


def put(root: Path, name: str, content: str | bytes) -> Path:
    """Write a digest into the archive."""
    path = root / "content" / "issues" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
