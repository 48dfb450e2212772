"""`jianbao check`: problems and doubts."""

import click

from jianbao.build.run import open_archive
from jianbao.cli.problems import problems_as_json, show_problems
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Archive

DOUBTFUL = 0.8
"""An article whose weakest boundary is less sure than this is listed (DESIGN: the parser's promise)."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a problem, one a line.")
@click.option("--strict", is_flag=True, help="Doubts count as problems: exit with 1 where there is one.")
@click.pass_context
def check(context: click.Context, *, as_json: bool, strict: bool) -> None:
    """List every problem of the content, and what the parser was not sure of. Nothing is written."""
    try:
        archive, _, warnings = open_archive(context.obj)
    except ContentError as error:
        if not as_json:
            raise
        click.echo(problems_as_json(error.problems))
        context.exit(1)
    found = tuple(sorted([*warnings, *_doubts(archive)]))
    if as_json:
        click.echo(problems_as_json(found))
    else:
        show_problems(found)
        click.echo(f"{len(archive.entries)} articles checked")
    if strict and found:
        context.exit(1)


def _doubts(archive: Archive) -> list[Problem]:
    doubts = []
    for entry in archive.entries.values():
        article = entry.record.article
        line = article.lines[0]
        if article.confidence < DOUBTFUL:
            message = (
                f"it is not sure that an article begins or ends here ({article.confidence:.0%}): {article.title[:30]}"
            )
            hint = "`# ` opens an article, `{.paragraph}` says that a line opens none; `jianbao mark` writes them all"
            doubts.append(Problem(entry.file, line, message, hint, Severity.WARNING))
        if article.title_inferred:
            message = f"the article has no headline; its title was made up from its words: {article.title[:30]}"
            hint = "nothing to do where the page prints none"
            doubts.append(Problem(entry.file, line, message, hint, Severity.WARNING))
    return doubts
