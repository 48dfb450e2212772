"""The archive of this repository, built once by the command line for all tests that read it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.once import once
from tests.programs import REPOSITORY, SCRIPTS, run

# How long an example takes depends on the machine: slowness is measured in tests/bench, never asserted.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

BASE_URL = "https://archive.example/repo/"
"""Where the site is said to be published. No test asks that host: a page that does makes its test fail."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Give a folder of this run that all of its processes see."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def built_site(shared: Path) -> Path:
    """Give the folder of the built site; tests read it and never write."""

    def build(folder: Path) -> None:
        shutil.copytree(REPOSITORY / "content", folder / "content")
        run(SCRIPTS / "jianbao", "--root", folder, "build", "--output", folder / "site", "--base-url", BASE_URL)

    return once(shared / "archive", build) / "site"
