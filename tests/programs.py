"""Running programs as a person would, and showing all that they said when they fail."""

import os
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
"""Where the environment that runs the tests keeps its programs."""


def run(*command: str | Path, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None) -> str:
    """Run a command and give its standard output; AssertionError with both outputs where it fails."""
    done = attempt(*command, cwd=cwd, env=env)
    told = f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, told
    return done.stdout


def attempt(
    *command: str | Path, cwd: Path = REPOSITORY, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command that may fail; `env` adds to the environment of the tests."""
    return subprocess.run(
        command, capture_output=True, check=False, cwd=cwd, encoding="utf-8", env={**os.environ, **(env or {})}
    )


def tracked_files() -> list[str]:
    """Files of the repository as git would have them: not what `.gitignore` names, not what was deleted."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return sorted({name for name in listed if name and (REPOSITORY / name).is_file()})
