"""`jianbao add`: bring pages and issues in."""

import json
import sys
from contextlib import nullcontext
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from jianbao.build.add.issue import Wishes
from jianbao.build.add.pins import Left
from jianbao.build.add.plan import Addition, Plan, plan_additions
from jianbao.build.content.batch import batch_alone, write_batch
from jianbao.build.content.gone import entry_line
from jianbao.cli.check import DOUBTFUL
from jianbao.cli.problems import say_waiting, show_problems
from jianbao.cli.terminal import shown
from jianbao.importers.encodings import known_encoding
from jianbao.index.addresses import article_path
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import ContentError
from jianbao.model.problem import is_error
from jianbao.text.dates import parse_edtf

_TITLE = 40
"""Characters of a title that are shown."""


def _date(_: click.Context, __: click.Parameter, value: str | None) -> EdtfDate | None:
    try:
        return parse_edtf(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _encoding(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value and not known_encoding(value):
        raise click.BadParameter(f"there is no encoding {value!r}; Chinese texts are in gb18030, big5, utf-8 or utf-16")
    return value


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--date", callback=_date, help="Date of the issue: 2025-12-08, 2025-12~ (about), 2025.")
@click.option("--page", type=click.IntRange(1, 999), help="Page (版次).")
@click.option("--newspaper", help="Paper, where it is not the archive's main one.")
@click.option("--section", help="Name of the page (版名).")
@click.option("--number", help="Number of the issue (期号).")
@click.option("--encoding", callback=_encoding, help="Encoding of texts, where it is not told rightly.")
@click.option("--marks", is_flag=True, help="The texts hold marks already (`# `, `{.kicker}`).")
@click.option("--keep-original", is_flag=True, help="Keep the files as they are, in content/originals.")
@click.option("--replace", is_flag=True, help="Replace pages that are there already; articles keep their addresses.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@click.option("--json", "as_json", is_flag=True, help="Print what was understood as JSON; write it without asking.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def add(
    context: click.Context, /, sources: tuple[str, ...], *, dry_run: bool, as_json: bool, yes: bool, **wishes: object
) -> None:
    """Bring pages in from SOURCES: files, folders, patterns, or `-` for standard input.

    Text (.txt, .md; UTF-8, GB18030, Big5, UTF-16 are told apart), Word (.docx), PDF with text, saved pages of e-papers
    (.html, .mhtml), JSON Lines (.jsonl) and tables (.csv) of articles. Each page becomes one digest in content/issues,
    with the names and checksums of its sources. All of them are written, or where there is any problem, none.
    At a terminal it asks before it writes.
    """
    root = Path(context.obj)
    wished = Wishes(**wishes)  # type: ignore[arg-type]  # click checked each by its option
    with nullcontext() if dry_run else batch_alone(root, say_waiting):
        plan = plan_additions(root, sources, wished)
        writes = _carry_out(root, plan, shows=not as_json, asks=not (yes or as_json), writes=not dry_run)
    if as_json:
        click.echo(json.dumps(_as_data(plan, written=writes), ensure_ascii=False))
        context.exit(any(map(is_error, plan.problems)))
    if writes:
        click.echo(f"{len(plan.additions)} digest{'s' * (len(plan.additions) != 1)} written; next: jianbao build")


def _carry_out(root: Path, plan: Plan, *, shows: bool, asks: bool, writes: bool) -> bool:
    """Show what was understood, ask, and write it; whether it was written."""
    writes = writes and bool(plan.additions) and not any(map(is_error, plan.problems))
    if shows:
        for addition in plan.additions:
            click.echo(_as_text(addition))
        if not writes and plan.additions:
            click.echo("nothing was written")
        if any(map(is_error, plan.problems)):
            raise ContentError(plan.problems)
        show_problems(plan.problems)
    if writes and asks and sys.stdin.isatty():
        click.confirm("Write this?", default=True, abort=True)
    if writes:
        files = {name: data for addition in plan.additions for name, data in addition.files.items()}
        seen = {name: data for addition in plan.additions for name, data in addition.seen.items()}
        write_batch(root, files, [name for addition in plan.additions for name in addition.replaces], seen)
    return writes


def _as_text(addition: Addition) -> str:
    issue = addition.digest.issue
    page = f"page {issue.page}" if issue.page else "page not told"
    facts = [addition.newspaper, str(issue.date), page, issue.section]
    parts = [addition.file, "  " + ", ".join(fact for fact in facts if fact)]
    for source in addition.sources:
        kind = f"{source.format}, {source.encoding}" if source.encoding else source.format
        parts.append(f"  from {source.name} ({kind}; SHA-256 {source.sha256[:12]}…)")
    parts += [f"  in place of {name}" for name in addition.replaces]
    for number, article in enumerate(addition.digest.articles, 1):
        doubt = " – doubtful" if article.confidence < DOUBTFUL else ""
        inferred = "（标题为推断）" if article.title_inferred else ""
        told = f"[{article.kind.value}, {article.confidence:.2f}{doubt}]{_fate(addition, number - 1)}"
        parts.append(f"  {number:>3}. {_short(article.title)}{inferred}  {told}")
    parts += [line for one in addition.left for line in _gone(one)]
    parts += [f"  note: {note}" for note in addition.notes]
    return "\n".join(shown(part.replace("\n", "\ufffd")) for part in parts)


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"


def _fate(addition: Addition, place: int) -> str:
    """What a page that is replaced means for the address of one of the articles."""
    identifier = addition.digest.articles[place].id
    if not addition.replaces:
        return ""
    if place not in addition.known:
        return f" new, {identifier}" if identifier else " new"
    return f" keeps {identifier}" if identifier else " as before"


def _gone(left: Left) -> list[str]:
    """What becomes of the address of an article that is no more."""
    if left.id is None:
        return [f"  gone: {_short(left.title)}"]
    entry = entry_line(article_path(left.id), date.today().isoformat(), left.moved)  # noqa: DTZ011 - the keeper's day
    why = f"       its page says so; to tell why, write under `gone:` of content/gone.yaml: {entry}"
    return [f"  gone: {_short(left.title)}, {left.id}", why]


def _as_data(plan: Plan, *, written: bool) -> dict[str, object]:
    return {
        "written": written,
        "problems": [asdict(problem) for problem in plan.problems],
        "digests": [
            {
                "file": addition.file,
                "newspaper": addition.newspaper,
                "date": str(addition.digest.issue.date),
                "page": addition.digest.issue.page,
                "section": addition.digest.issue.section,
                "sources": [
                    {"name": one.name, "sha256": one.sha256, "format": one.format, "encoding": one.encoding}
                    for one in addition.sources
                ],
                "replaces": list(addition.replaces),
                "notes": list(addition.notes),
                "gone": [asdict(one) for one in addition.left],
                "articles": [
                    {
                        "id": article.id,
                        "known": place in addition.known,
                        "title": article.title,
                        "title_inferred": article.title_inferred,
                        "kind": article.kind.value,
                        "confidence": article.confidence,
                        "lines": list(article.lines),
                    }
                    for place, article in enumerate(addition.digest.articles)
                ],
            }
            for addition in plan.additions
        ],
    }
