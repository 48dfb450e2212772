"""The import ladder holds, and it would notice if it did not."""

import shutil
from pathlib import Path

from tests.programs import REPOSITORY, SCRIPTS, attempt, run

LINT = (SCRIPTS / "lint-imports", "--no-cache", "--no-logo")


def test_imports_go_down_the_ladder() -> None:
    assert "0 broken" in run(*LINT)


def test_a_step_up_the_ladder_is_refused(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "src", tmp_path / "src")
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    stray = tmp_path / "src/jianbao/model/stray.py"
    stray.write_text('"""Climbs."""\n\nimport jianbao.render.stray\n', encoding="utf-8")
    (tmp_path / "src/jianbao/render/stray.py").write_text('"""Is climbed to."""\n', encoding="utf-8")

    refused = attempt(*LINT, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "src")})

    assert refused.returncode == 1
    assert "jianbao.model.stray -> jianbao.render.stray" in refused.stdout
