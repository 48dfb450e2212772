"""`make` says what is missing, in one line that helps."""

import re
from pathlib import Path

import pytest

from tests.programs import REPOSITORY, attempt, run

OLD = "#!/bin/sh\n[ \"$2\" = 'import sys; sys.exit(sys.version_info < (3, 11))' ] && exit 1\n"
BARE = "#!/bin/sh\n[ \"$2\" = 'import ensurepip, venv' ] && exit 1\nexit 0\n"


@pytest.mark.parametrize(
    ("python", "said"),
    [
        pytest.param(None, "There is no ", id="no Python"),
        pytest.param(OLD, "jianbao needs Python 3.11 or newer", id="old Python"),
        pytest.param(BARE, "apt-get install python3-venv", id="Python without venv"),
    ],
)
def test_a_python_that_does_not_do(python: str | None, said: str, tmp_path: Path) -> None:
    program = tmp_path / "python3"
    if python is not None:
        program.write_text(python, encoding="utf-8")
        program.chmod(0o755)

    refused = attempt("make", "site", f"PYTHON={program}", f"VENV={tmp_path / 'venv'}")

    assert refused.returncode != 0
    assert said in refused.stderr
    assert not (tmp_path / "venv").exists()


def test_help_tells_of_every_target() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    told = run("make", "help")
    assert phony
    for target in " ".join(phony).split():
        assert f"make {target} " in told
