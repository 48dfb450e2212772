"""How problems look to a person and to a machine."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

import click

from jianbao.cli.terminal import shown
from jianbao.model.problem import Problem, is_error

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""What GitHub's workflow commands want written otherwise, so that nothing in a text is taken for a command."""


def show_problems(problems: Sequence[Problem]) -> None:
    """Print all problems to standard error, and how many there are."""
    for problem in problems:
        click.echo(shown(str(problem)), err=True)
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


def problems_as_annotations(problems: Iterable[Problem]) -> str:
    """A workflow command a problem, one a line: GitHub shows each beside the line that it is about."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    place = f"file={problem.file.translate(_PROPERTY)}" + (f",line={problem.line}" if problem.line else "")
    told = f"{problem.message}\n{problem.hint}".rstrip("\n")
    return f"::{problem.severity} {place}::{told.translate(_DATA)}"


def say_waiting() -> None:
    """Say why nothing happens: somebody else writes into the archive."""
    click.echo("another jianbao is writing into this archive: waiting for it", err=True)
