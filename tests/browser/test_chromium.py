"""Looking for a browser, on machines made of a few programs in a folder."""

import os
import platform
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import advice, find, recipes, runs
from tests.programs import REPOSITORY, attempt

CHROMIUM = "#!/bin/sh\necho Chromium 140.0\n"
PACKAGES = "apt-get install --yes --no-install-recommends chromium fonts-noto-cjk"
STUB = "#!/bin/sh\necho 'install the snap' >&2\nexit 1\n"


def program(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def system(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make this machine one that has apt-get and says that it is of this name."""
    program(folder, "apt-get", STUB)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": name})


def test_the_one_that_is_named_comes_first(tmp_path: Path) -> None:
    program(tmp_path, "chromium", CHROMIUM)
    named = program(tmp_path, "my-browser", CHROMIUM)
    assert find({"CHROMIUM": str(named), "PATH": str(tmp_path)}) == named


def test_one_that_is_named_and_does_not_run_is_not_replaced(tmp_path: Path) -> None:
    program(tmp_path, "chromium", CHROMIUM)
    assert find({"CHROMIUM": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None


def test_a_stub_is_passed_over(tmp_path: Path) -> None:
    stub = program(tmp_path, "chromium-browser", STUB)
    chrome = program(tmp_path, "google-chrome", CHROMIUM)
    assert not runs(str(stub))
    assert find({"PATH": str(tmp_path)}) == chrome


def test_on_debian_it_is_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system(tmp_path, monkeypatch, "debian")
    assert [commands[0][0] for commands in recipes(root=True)] == ["apt-get", sys.executable]
    assert advice(root=False) == f"sudo apt-get update --quiet && sudo {PACKAGES}"


def test_on_ubuntu_it_is_playwrights_own_with_its_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system(tmp_path, monkeypatch, "ubuntu")
    assert advice(root=True) == f"{sys.executable} -m playwright install --with-deps chromium"
    assert advice(root=False) == f"{sys.executable} -m playwright install chromium"


def test_elsewhere_it_is_playwrights_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert advice(root=True) == f"{sys.executable} -m playwright install chromium"


def test_what_cannot_be_installed_is_said_with_the_command_that_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "apt-get", STUB)
    program(tmp_path, "sudo", STUB)
    # Playwright itself would go to the network.
    (tmp_path / "playwright.py").write_text("raise SystemExit(1)\n", encoding="utf-8")
    script = REPOSITORY / "tests/browser/chromium.py"

    failed = attempt(sys.executable, script, env={"CHROMIUM": "", "PYTHONPATH": str(tmp_path)})

    assert failed.returncode == 1
    assert (
        failed.stderr.splitlines()[-1]
        == f"The browser tests need Chromium. To install it: {advice(root=os.geteuid() == 0)}"
    )
