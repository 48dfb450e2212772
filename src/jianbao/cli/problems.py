"""How problems look to a person and to a machine."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

import click

from jianbao.model.problem import Problem, is_error


def show_problems(problems: Sequence[Problem]) -> None:
    """Print all problems to standard error, and how many there are."""
    for problem in problems:
        click.echo(str(problem), err=True)
    errors = sum(map(is_error, problems))
    warnings = len(problems) - errors
    counts = [
        f"{number} {word}{'s' * (number != 1)}" for number, word in ((errors, "error"), (warnings, "warning")) if number
    ]
    if counts:
        click.echo(", ".join(counts), err=True)


def problems_as_json(problems: Iterable[Problem]) -> str:
    """One JSON object a problem, one a line."""
    return "\n".join(json.dumps(asdict(problem), ensure_ascii=False) for problem in problems)
