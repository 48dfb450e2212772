"""`jianbao mark`: write what was inferred into the digest."""

from contextlib import nullcontext
from difflib import unified_diff
from functools import partial
from pathlib import Path

import click

from jianbao.build.archive import Opened, with_archive
from jianbao.build.content.batch import batch_alone, rewrite_file
from jianbao.build.content.files import closed
from jianbao.build.publishing.published import known_addresses
from jianbao.cli.problems import say_waiting, show_problems
from jianbao.index.permanence import kept_ids
from jianbao.model.errors import ChangedError, ContentError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.annotate import mark_text
from jianbao.parse.digest import read_digest


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Only print the difference; exit with 1 where there is one.")
@click.option("--pin", is_flag=True, help="Pin the articles' ids, too: their addresses then stay for ever.")
@click.pass_context
def mark(context: click.Context, files: tuple[Path, ...], *, check: bool, pin: bool) -> None:
    """Write the parser's reading into digests as marks, for a person to correct. Every other byte stays.

    Files with problems, symbolic links and write-protected files are left as they are; the others are marked.
    """
    with nullcontext() if check else batch_alone(context.obj, say_waiting):
        # Read before the archive is: an id belongs to a line of the file as it was then.
        texts = {file: file.read_bytes() for file in {file.resolve(): file for file in files}.values()}
        ids = with_archive(context.obj, partial(_ids, context.obj)) if pin else {}
        problems: list[Problem] = []
        changed = 0
        for file, data in texts.items():
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
            elif refusal := _write(file, data, after.encode("utf-8")):
                problems.append(refusal)
            else:
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


def _write(file: Path, before: bytes, after: bytes) -> Problem | None:
    """Write the marked text; a problem where the file is closed, or another by now."""
    if flaw := closed(file):
        return Problem(file.as_posix(), 0, *flaw)
    try:
        rewrite_file(file, before, after)
    except ChangedError:
        return Problem(file.as_posix(), 0, "somebody else changed the file meanwhile: it stays", "mark it again")
    return None


def _difference(before: str, after: str, name: str) -> list[str]:
    old, new = ([line + "\n" for line in text.split("\n")] for text in (before, after))
    return list(unified_diff(old, new, name, f"{name} (marked)", n=1))
