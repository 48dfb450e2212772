"""`jianbao parse`: what is in a digest."""

import json
from pathlib import Path

import click

from jianbao.build.content.load import load_vocabulary
from jianbao.build.content.reading import with_subjects
from jianbao.cli.problems import show_problems
from jianbao.cli.terminal import shown
from jianbao.enrich.article import compile_vocabulary
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem, is_error
from jianbao.parse.digest import read_digest
from jianbao.parse.records import to_json, to_text


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(["json", "text"]), default="text", help="For a person, or JSON lines."
)
@click.pass_obj
def parse(root: Path, files: tuple[Path, ...], style: str) -> None:
    """Show what is in digests: articles, their blocks and furniture. JSON is one document a file, one a line.

    Topics and counties are told where the root holds content/places.yaml and content/topics.yaml.

    A file that cannot be read prints nothing in text, and `null` in JSON, so that answers stay in step with files.
    """
    problems: list[Problem] = []
    known = load_vocabulary(root)
    vocabulary = compile_vocabulary(*known) if known else None
    for file in files:
        reading = read_digest(file.read_bytes(), file.as_posix())
        problems.extend(reading.problems)
        digest = with_subjects(reading.digest, vocabulary) if reading.digest and vocabulary else reading.digest
        if style == "json":
            click.echo(json.dumps(to_json(digest) if digest else None, ensure_ascii=False))
        elif digest:
            click.echo(shown(to_text(digest)))
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    show_problems(problems)
