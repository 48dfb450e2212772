"""How problems look to a person and to a machine."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

import click

from jianbao.cli.terminal import shown_in_line
from jianbao.model.problem import Problem, is_error

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
"""What GitHub's workflow commands want written otherwise, so that nothing in a text is taken for a command."""


def show_problems(problems: Sequence[Problem]) -> None:
    """Print all problems to standard error, and how many there are."""
    for problem in problems:
        click.echo(_in_lines(problem), err=True)
    errors = sum(map(is_error, problems))
    warnings = len(problems) - errors
    counts = [
        f"{number} {word}{'s' * (number != 1)}" for number, word in ((errors, "error"), (warnings, "warning")) if number
    ]
    if counts:
        click.echo(", ".join(counts), err=True)


def _in_lines(problem: Problem) -> str:
    """The problem on a line of its own, and its hint on another, whatever names and texts it tells of."""
    file, message, hint = map(shown_in_line, (problem.file, problem.message, problem.hint))
    return str(replace(problem, file=file, message=message, hint=hint))


def problems_as_json(problems: Iterable[Problem]) -> str:
    """One JSON object a problem, one a line."""
    return "\n".join(json.dumps(asdict(problem), ensure_ascii=False) for problem in problems)


def problems_as_annotations(problems: Iterable[Problem]) -> str:
    """A workflow command a problem, one a line: GitHub shows each beside the line that it is about."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    # Ends of lines in a name are told in GitHub's own writing, so that it finds the file; for others it has none.
    file = "".join(char if char in "\r\n" else shown_in_line(char) for char in problem.file)
    place = f"file={file.translate(_PROPERTY)}" + (f",line={problem.line}" if problem.line else "")
    told = "\n".join(map(shown_in_line, (problem.message, problem.hint))).rstrip("\n")
    return f"::{problem.severity} {place}::{told.translate(_DATA)}"


def say_waiting() -> None:
    """Say why nothing happens: somebody else writes into the archive."""
    click.echo("another jianbao is writing into this archive: waiting for it", err=True)
