"""`jianbao mark`: write what was inferred into the digest."""

import stat
from difflib import unified_diff
from functools import partial
from pathlib import Path

import click

from jianbao.build.archive import Opened, with_archive
from jianbao.build.files import replace_file
from jianbao.build.ledger import known_addresses
from jianbao.cli.problems import show_problems
from jianbao.index.permanence import kept_ids
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import read_digest

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only print the difference; exit with 1 where there is one.")
@click.option("--pin", is_flag=True, help="Pin the articles' ids, too: their addresses then stay for ever.")
@click.pass_context
def mark(context: click.Context, files: tuple[Path, ...], *, check: bool, pin: bool) -> None:
    """Write the parser's reading into digests as marks, for a person to correct. Every other byte stays.

    Files with problems, symbolic links and write-protected files are left as they are; the others are marked.
    """
    problems: list[Problem] = []
    ids = with_archive(context.obj, partial(_ids, context.obj)) if pin else {}
    changed = 0
    for file in files:
        data = file.read_bytes()
        reading = read_digest(data, file.as_posix())
        problems.extend(reading.problems)
        if reading.digest is None or any(map(is_error, reading.problems)):
            continue
        # Bytes in, bytes out: a byte order mark and the line ends of another system are the keeper's and stay.
        before = data.decode("utf-8")
        after = mark_text(before, reading, ids.get(file.resolve(), {}))
        if after == before:
            continue
        changed += 1
        if check:
            click.echo("".join(_difference(before, after, file.as_posix())), nl=False)
        elif refusal := _refusal(file):
            problems.append(refusal)
        else:
            replace_file(file, after.encode("utf-8"))
            click.echo(f"{file}: marked")
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    show_problems(problems)
    if check and changed:
        context.exit(1)


def _ids(root: Path, opened: Opened) -> dict[Path, dict[int, str]]:
    """The ids of all articles, by digest and by the line that each begins on: those that earlier builds published."""
    ids: dict[Path, dict[int, str]] = {}
    kept = kept_ids(opened.archive, known_addresses(root))
    for entry in opened.archive.entries.values():
        ids.setdefault((root / entry.file).resolve(), {})[entry.card.line] = kept[entry.id]
    return ids


def _refusal(file: Path) -> Problem | None:
    """Why a file is not to be written: it is another's, or somebody closed it."""
    if file.is_symlink():
        hint = f"mark that file itself: jianbao mark {file.resolve()}"
        return Problem(file.as_posix(), 0, "this is a symbolic link, and marking would put a file in its place", hint)
    if not file.stat().st_mode & _ANY_WRITE:
        return Problem(file.as_posix(), 0, "the file is write-protected", f"open it for writing: chmod u+w {file}")
    return None


def _difference(before: str, after: str, name: str) -> list[str]:
    old, new = ([line + "\n" for line in text.split("\n")] for text in (before, after))
    return list(unified_diff(old, new, name, f"{name} (marked)", n=1))
