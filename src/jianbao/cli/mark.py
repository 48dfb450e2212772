"""`jianbao mark`: write what was inferred into the digest."""

from difflib import unified_diff
from pathlib import Path

import click

from jianbao.build.files import replace_file
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import read_digest


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only print the difference; exit with 1 where there is one.")
@click.pass_context
def mark(context: click.Context, files: tuple[Path, ...], *, check: bool) -> None:
    """Write the parser's reading into digests as marks, for a person to correct. Every other byte stays.

    Files with problems are left as they are; the others are marked.
    """
    problems: list[Problem] = []
    changed = 0
    for file in files:
        data = file.read_bytes()
        reading = read_digest(data, file.as_posix())
        problems.extend(reading.problems)
        if reading.digest is None or any(map(is_error, reading.problems)):
            continue
        # Bytes in, bytes out: a byte order mark and the line ends of another system are the keeper's and stay.
        before = data.decode("utf-8")
        after = mark_text(before, reading)
        if after == before:
            continue
        changed += 1
        if check:
            click.echo("".join(_difference(before, after, file.as_posix())), nl=False)
        else:
            replace_file(file, after.encode("utf-8"))
            click.echo(f"{file}: marked")
    if problems:
        raise ContentError(tuple(problems))
    if check and changed:
        context.exit(1)


def _difference(before: str, after: str, name: str) -> list[str]:
    old, new = ([line + "\n" for line in text.split("\n")] for text in (before, after))
    return list(unified_diff(old, new, name, f"{name} (marked)", n=1))
