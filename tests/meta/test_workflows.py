"""The workflows use GitHub's own actions, few permissions, and the same commands as a person."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import REPOSITORY

SKELETON = REPOSITORY / "src/jianbao/build/skeleton/pages.yml"
"""The workflow of new archives."""
WORKFLOWS = [*sorted((REPOSITORY / ".github/workflows").glob("*.yml")), SKELETON]


def steps(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_workflow_may_read_the_repository_and_nothing_else(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_only_official_actions_are_used(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_from_outside_is_written_into_a_command(workflow: Path) -> None:
    assert [step for step in steps(workflow) if "${{" in step.get("run", "")] == []


def test_what_is_published_knows_its_address_and_those_that_it_had() -> None:
    for workflow in (REPOSITORY / ".github/workflows/pages.yml", SKELETON):
        build, check = [step for step in steps(workflow) if "run" in step and "pip install" not in step["run"]]
        for step in (build, check):
            assert step["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
            assert "--published $BASE_URL/" in step["run"].replace('"', "")
        assert "--base-url $BASE_URL/" in build["run"].replace('"', "", 1)
        assert "check --format github" in check["run"]


def test_what_earlier_builds_made_is_kept_for_the_next() -> None:
    for workflow in (REPOSITORY / ".github/workflows/pages.yml", SKELETON):
        (cache,) = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/cache@")]
        assert cache["with"]["path"].split() == [".jianbao", "_site"]
        assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])


def test_dependencies_are_audited() -> None:
    assert {"run": "make audit"} in steps(REPOSITORY / ".github/workflows/audit.yml")
