"""What is released is whole: the wheel of the source distribution builds the archive without the repository."""

import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from tests.conftest import BASE_URL
from tests.environments import from_wheel, programs
from tests.once import once
from tests.programs import REPOSITORY, run, tracked_files

ALONE = {"PYTHONPATH": ""}
"""Whoever runs the tests may have told Python where the sources are; the wheel must do without."""


@pytest.fixture(scope="module")
def dist(shared: Path) -> Path:
    """Give a folder with a source distribution and the wheel that was built from it, not from the repository."""

    def build(folder: Path) -> None:
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, REPOSITORY)

    return once(shared / "dist", build)


@pytest.fixture(scope="module")
def installed(dist: Path, shared: Path) -> Path:
    """Give the folder of the programs of an environment with the wheel in it."""
    wheel = next(dist.glob("*.whl"))
    return programs(once(shared / "installed", lambda folder: from_wheel(folder, wheel)))


def test_the_wheel_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "jianbao", "--version", cwd=tmp_path, env=ALONE).startswith("jianbao, version ")


def test_the_wheel_runs_without_the_repository(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import jianbao; print(jianbao.__file__)", cwd=tmp_path, env=ALONE).strip()
    assert Path(where).is_relative_to(installed.parent)
    assert run(installed / "jianbao", "--help", cwd=tmp_path, env=ALONE)


def test_the_wheel_builds_the_same_site(installed: Path, built_site: Path, tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    run(installed / "jianbao", "build", "--base-url", BASE_URL, cwd=tmp_path, env=ALONE)
    assert files(tmp_path / "_site") == files(built_site)


def test_the_wheel_makes_an_archive_and_adds_to_it(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "2026-01-05-02.txt"
    page.write_bytes("茶园管护正当时\n\n入冬以来，技术员走进茶园，人民的生活有了新发展。\n".encode("gb18030"))
    run(installed / "jianbao", "init", "archive", "--city", "安顺市", cwd=tmp_path, env=ALONE)
    run(installed / "jianbao", "--root", "archive", "add", page, cwd=tmp_path, env=ALONE)
    run(installed / "jianbao", "--root", "archive", "check", "--strict", cwd=tmp_path, env=ALONE)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_source_distribution_holds_what_a_checkout_holds(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert set(tracked_files()) - held == set()
