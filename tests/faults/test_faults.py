"""The old site or the new one, never a mix that stays: at every step, under real signals, on real disks that refuse."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from jianbao.build.preview.serve import server
from tests.faults.every_step import FAULTS
from tests.faults.full_disk import SIZE
from tests.faults.kills import BODY
from tests.faults.sites import put, torn, tree, version
from tests.programs import REPOSITORY, SCRIPTS, attempt, run
from tests.unit.cli.conftest import Run
from tests.unit.cli.conftest import put as add_digest

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it, by TemporaryDirectory


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder, in memory where the system has such a thing: to wait for a disk would show nothing."""
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        yield Path(name)


def python(*arguments: str | Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", *arguments)


def as_root() -> tuple[str, ...] | None:
    """What a command begins with that may mount disks; None where this machine has no such way."""
    ways: list[tuple[str, ...]] = [(), ("sudo", "-n"), ("unshare", "--user", "--map-root-user")]
    for way in ways:
        try:
            if attempt(*way, "unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt").returncode == 0:
                return way
        except FileNotFoundError:
            continue
    return None


ROOT = as_root()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_every_step_leaves_the_old_site_or_a_way_to_the_new(folder: Path, fault: str) -> None:
    assert int(run(*python("tests.faults.every_step", folder / "site", fault))) > 100


def test_killed_at_random_moments(folder: Path) -> None:
    done = run(*python("tests.faults.kills", "10", "2"), env={"TMPDIR": str(folder)})
    assert done.startswith("publishing, 10 killed: ")
    assert "whole builds, 2 killed: " in done


@pytest.mark.parametrize("kind", ["limit", *(["disk"] if ROOT is not None else [])])
def test_a_full_disk(folder: Path, kind: str) -> None:
    command = python("tests.faults.full_disk", folder / "site", kind)
    if kind == "limit":
        assert "File too large" in run(*command)
        return
    (folder / "site").mkdir()
    mount = f'mount -t tmpfs -o size={SIZE} none "$0" && exec "$@"'
    told = run(*(ROOT or ()), "unshare", "--mount", "sh", "-c", mount, folder / "site", *command)
    assert "No space left on device" in told


def test_a_folder_that_may_only_be_read(folder: Path) -> None:
    site = folder / "site"
    put(site, version(1))
    command = python("tests.faults.sites", site, "2")
    if os.geteuid() == 0:
        # Modes do not bind root; a disk that is mounted for reading only does.
        mount = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
        done = attempt("unshare", "--mount", "sh", "-c", mount, site, *command)
    else:
        site.chmod(0o555)
        done = attempt(*command)
        site.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.startswith(f"cannot write into {site}: ")
    assert tree(site) == version(1)


def test_many_builds_at_once_take_turns(folder: Path) -> None:
    site = folder / "site"
    numbers = range(1, 9)
    builds = [
        subprocess.Popen(python("tests.faults.sites", site, str(number), "40"), cwd=REPOSITORY) for number in numbers
    ]
    assert [build.wait() for build in builds] == [0] * len(builds)
    assert tree(site) in [version(number, 40) for number in numbers]


def test_two_builds_of_one_archive_at_once(root: Path, jianbao: Run) -> None:
    for day in range(1, 6):
        add_digest(root, f"2025-12-{day:02}.txt", f"茶园管护正当时\n\n{BODY}\n")
    command: list[str | Path] = [SCRIPTS / "jianbao", "--root", root, "build", "--quiet"]
    builds = [subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") for _ in range(2)]
    told = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], told
    jianbao("build", "--output", root / "alone")
    assert tree(root / "_site") == tree(root / "alone")


class Reader(Thread):
    """Goes from the home page to what it names, over and over; notes whatever a reader should not meet."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.looks = 0
        self.complaints: list[str] = []
        self.is_over = False

    def run(self) -> None:
        while not self.is_over:
            home = self.page("index.html")
            *_, number, asset, newest = home.split(b"\n", 1)[0].decode().split(" ")
            self.follow(newest, number)
            self.follow(asset, number)
            self.page("articles/003/index.html")

    def fetch(self, path: str) -> bytes | None:
        self.looks += 1
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:  # noqa: S310 - our own server
                return bytes(answer.read())
        except urllib.error.HTTPError:
            return None

    def page(self, path: str) -> bytes:
        data = self.fetch(path) or b"nothing"
        begun, ended = data.split(b"\n", 1)[0], data.rsplit(b"\n", 1)[-1]
        if begun.replace(b"<!doctype html> begin", b"end") != ended:
            self.complaints.append(f"{path}: {begun!r} … {ended!r}")
        return data

    def follow(self, path: str, number: str) -> None:
        """What a page names is there, unless the page itself has been replaced since."""
        if self.fetch(path) is None and f" begin {number} ".encode() in self.page("index.html"):
            self.complaints.append(f"{path} of {number} is missing")


def test_a_reader_during_fifty_rebuilds_meets_no_missing_and_no_mixed_page(folder: Path) -> None:
    put(folder / "site", version(0, 40))
    with server(folder / "site", 0) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        reader = Reader(f"http://127.0.0.1:{web.server_address[1]}/")
        reader.start()
        try:
            for number in range(1, 51):
                put(folder / "site", version(number, 40))
        finally:
            reader.is_over = True
            reader.join()
            web.shutdown()
    assert reader.complaints == []
    assert reader.looks > 200
    assert torn(folder / "site", version(50, 40)) == []
