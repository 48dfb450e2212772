"""Locked releases: complete, consistent, and silent about where they came from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.programs import REPOSITORY

FOLDER = REPOSITORY / ".ci"
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")
ADDRESS = re.compile(r"https?:|file:|://|--(?:extra-|default-)?index|--find-links|--trusted|@ |^/|\s/", re.MULTILINE)


def pins(name: str) -> dict[tuple[str, str], str]:
    """Release by package and condition."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = [Requirement(line.removesuffix("\\").strip()) for line in text.splitlines() if re.match(r"\w", line)]
    return {(canonicalize_name(pin.name), str(pin.marker)): str(pin.specifier) for pin in found}


def asked(project: dict[str, list[str]], *names: str) -> set[str]:
    return {canonicalize_name(Requirement(text).name) for name in names for text in project[name]}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_path(name: str) -> None:
    assert ADDRESS.findall((FOLDER / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_release_is_pinned_with_hashes(name: str) -> None:
    blocks = re.findall(r"^(\S+) .*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", _text(name), re.MULTILINE)
    assert len(blocks) == len(pins(name))
    assert all("==" in pin for pin, _ in blocks)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = asked(project, "dependencies")
    everything = runtime | asked(project["optional-dependencies"], *project["optional-dependencies"])
    assert runtime <= {package for package, _ in pins("requirements.txt")}
    assert everything <= {package for package, _ in pins("requirements-dev.txt")}


def test_the_locks_agree() -> None:
    everything = {package: release for (package, _), release in sorted(pins("requirements-dev.txt").items())}
    for name in ("requirements-build.txt", "requirements.txt"):
        for (package, _), release in sorted(pins(name).items()):
            assert package in everything
            assert release in {pin for (other, _), pin in pins("requirements-dev.txt").items() if other == package}


def _text(name: str) -> str:
    return Path(FOLDER, name).read_text(encoding="utf-8")
