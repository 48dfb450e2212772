"""Every command that the README shows is run, in a copy of the repository and in the order of the text."""

import re
import shutil
from pathlib import Path

import pytest

from tests.environments import from_source
from tests.programs import REPOSITORY, run, tracked_files

READMES = ("README.md", "README.zh-CN.md")
PROVEN_ELSEWHERE = {
    "make test": "it runs this test",
    ".venv/bin/jianbao serve": "it runs until it is stopped; tests/unit/cli starts it, asks it and stops it",
}
"""Commands that no test runs from here, and why."""
IDENTITY = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
READER = dict.fromkeys(IDENTITY, "reader@archive.example")
"""For commits, which need a name."""


def blocks(name: str) -> list[str]:
    """The shell commands of a README, block by block."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def uncommented(block: str) -> list[str]:
    """The lines of a block without the comments at their ends, which are in the reader's language."""
    return [re.sub(r"\s+# .*", "", line) for line in block.splitlines()]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a clone with an environment and an origin that can be pushed to, as a reader of the README has it."""
    clone, origin = tmp_path / "clone", tmp_path / "origin.git"
    for name in tracked_files():
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, clone / name)
    from_source(clone / ".venv", clone / "src")
    for stamp in ("bin/pip", ".runtime", ".dev"):
        (clone / ".venv" / stamp).touch()
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", origin)
    run("git", "init", "--quiet", "--initial-branch=main", cwd=clone)
    run("git", "add", "--all", cwd=clone)
    run("git", "commit", "--quiet", "--message=The archive", cwd=clone, env=READER)
    run("git", "remote", "add", "origin", origin, cwd=clone)
    run("git", "push", "--quiet", "--set-upstream", "origin", "main", cwd=clone)
    return clone


def test_the_commands_of_the_readme_work(checkout: Path) -> None:
    for block in blocks("README.md"):
        lines = [line for line in uncommented(block) if line not in PROVEN_ELSEWHERE]
        run("bash", "-eu", "-c", "\n".join(lines), cwd=checkout, env=READER)


def test_the_two_readmes_show_the_same_commands() -> None:
    english, chinese = ([uncommented(block) for block in blocks(name)] for name in READMES)
    assert english
    assert english == chinese


def test_the_readme_names_the_two_commands() -> None:
    lines = {line for block in blocks("README.md") for line in uncommented(block)}
    assert {"make site", "make test"} <= lines


@pytest.mark.parametrize("name", READMES)
def test_what_a_readme_links_to_exists(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)|src=\"([^\"]+)\"", text)
    local = [target for pair in links for target in pair if target and "://" not in target]
    assert [target for target in local if not (REPOSITORY / target).exists()] == []
