"""`jianbao check`: problems and doubts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from jianbao.build.archive import Opened, with_archive
from jianbao.build.publishing.ledger import forget as forget_all_but
from jianbao.build.publishing.ledger import joined, permanence_problems
from jianbao.build.publishing.published import built_before, read_published
from jianbao.cli.problems import problems_as_annotations, problems_as_json, show_problems
from jianbao.index.calendar import calendar_problems
from jianbao.model.digest import Article, Block, Role
from jianbao.model.errors import ContentError
from jianbao.model.gone import Ledger
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Archive
from jianbao.parse.marks import read_mark
from jianbao.parse.slips import Slip, find_slips, line_of
from jianbao.text.decode import Undecodable, decode, split_lines

DOUBTFUL = 0.8
"""An article whose weakest boundary is less sure than this is listed (DESIGN: the parser's promise)."""

_FORMS = {"json": problems_as_json, "github": problems_as_annotations}
"""Forms for programs."""
_HEADINGS = {Role.KICKER: "a kicker", Role.TITLE: "the whole headline", Role.SUBTITLE: "a deck"}
_AROUND = 8
"""Characters shown on each side of a slip."""


@click.command()
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", *_FORMS]),
    help="How problems are printed: for a person, one JSON object a line, or as annotations in a workflow of GitHub.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option("--strict", is_flag=True, help="Doubts count as problems: exit with 1 where there is one.")
@click.option(
    "--published",
    metavar="PLACE",
    help="Compare addresses with this site, too: its folder, a file of it that lists them, or its address https://…/.",
)
@click.option(
    "--forget",
    is_flag=False,
    flag_value="",
    metavar="[PATH]",
    help="Addresses of earlier builds that are no more (all, or those below PATH: people/) were never published.",
)
@click.pass_context
def check(context: click.Context, form: str, *, strict: bool, published: str | None, forget: str | None) -> None:
    """List every problem of the content, and what the parser was not sure of. The site stays as it is.

    Days on which a paper usually appears and has no issue here are listed, too, and pages that were added twice.
    Addresses that were published (on record in content/addresses.txt, or of earlier builds), and are no more or lead to
    another article now, are listed with what to write.
    """
    root: Path = context.obj
    elsewhere = read_published(published) if published else {}

    def look(opened: Opened) -> tuple[int, tuple[Problem, ...]]:
        before = joined(opened.known or built_before(root), elsewhere)
        kept = before if forget is None else {path: before[path] for path in before if not path.startswith(forget)}
        if forget is not None:
            forget_all_but(root, opened.archive, kept)
        return _found(root, opened, kept)

    try:
        count, found = with_archive(root, look)
    except ContentError as error:
        if form not in _FORMS:
            raise
        click.echo(_FORMS[form](error.problems))
        context.exit(1)
    if form in _FORMS:
        click.echo(_FORMS[form](found), nl=bool(found))
    else:
        show_problems(found)
        click.echo(f"{count} articles checked")
    if strict and found:
        context.exit(1)


def _found(root: Path, opened: Opened, before: Ledger) -> tuple[int, tuple[Problem, ...]]:
    """The number of articles, and all that a person should look at."""
    archive = opened.archive
    lasting = permanence_problems(archive, before, datetime.now().astimezone().date().isoformat())
    doubts = [
        *opened.warnings,
        *lasting,
        *calendar_problems(archive),
        *_doubts(archive),
        *_doubtful_heads(archive),
        *_slips(root, archive),
    ]
    return len(archive.entries), tuple(sorted(doubts))


def _doubts(archive: Archive) -> list[Problem]:
    doubts = []
    for entry in archive.entries.values():
        card = entry.card
        if card.confidence < DOUBTFUL:
            message = f"it is not sure that an article begins or ends here ({card.confidence:.0%}): {card.title[:30]}"
            hint = "`# ` opens an article, `{.paragraph}` says that a line opens none; `jianbao mark` writes them all"
            doubts.append(Problem(entry.file, card.line, message, hint, Severity.WARNING))
        if card.title_inferred and card.confidence < 1:
            message = f"the article has no headline; its title was made up from its words: {card.title[:30]}"
            hint = "where the page prints none, say so: `{.start}` at the end of its first line"
            doubts.append(Problem(entry.file, card.line, message, hint, Severity.WARNING))
    return doubts


def _doubtful_heads(archive: Archive) -> list[Problem]:
    """The least sure heading of each head, where it is in doubt which of them is the headline, and how far it goes."""
    doubts = []
    for entry in archive.entries.values():
        weakest = _weakest_heading(archive.records[entry.id].article)
        if weakest is not None and weakest.confidence < DOUBTFUL:
            sure = f"{weakest.confidence:.0%}"
            message = f"it is not sure that this is {_HEADINGS[weakest.role]} ({sure}): {weakest.text[:30]}"
            hint = "`# ` marks the headline, `{.kicker}` what stands above and `{.subtitle}` what stands below it"
            doubts.append(Problem(entry.file, weakest.lines[0], message, hint, Severity.WARNING))
    return doubts


def _weakest_heading(article: Article) -> Block | None:
    headings = (block for block in article.blocks if block.role in _HEADINGS)
    return min(headings, key=lambda block: block.confidence, default=None)


def _slips(root: Path, archive: Archive) -> list[Problem]:
    """Likely slips of scan and typing, each on its line of the digest."""
    articles = ((entry, archive.records[entry.id].article) for entry in archive.entries.values())
    found = [(entry, article, slips) for entry, article in articles if (slips := find_slips(article))]
    sources = {entry.file: _lines(root / entry.file) for entry, _, _ in found}
    return [
        _slip(entry.file, article.blocks[slip.block], slip, sources[entry.file])
        for entry, article, slips in found
        for slip in slips
    ]


def _slip(file: str, block: Block, slip: Slip, lines: Sequence[str]) -> Problem:
    line = line_of(block, slip.start, [lines[number - 1] for number in block.lines])
    around = block.text[max(0, slip.start - _AROUND) : slip.start + len(slip.found) + _AROUND]
    hint = f"perhaps {slip.suggestion}" if slip.suggestion else "compare it with the page"
    return Problem(file, line, f"{slip.message}: …{around}…", hint, Severity.WARNING)


def _lines(path: Path) -> list[str]:
    """The lines of a digest without their marks."""
    text = decode(path.read_bytes())
    return [] if isinstance(text, Undecodable) else [read_mark(line).text for line in split_lines(text)]
