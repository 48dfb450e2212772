"""`jianbao search`: the site's search, in the terminal."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import click

from jianbao.cli.terminal import shown
from jianbao.index.search.answer import Answer, Filters, Sort
from jianbao.index.search.read import SearchIndex, open_index
from jianbao.index.search.suggest import Alternative, open_names
from jianbao.model.digest import Kind
from jianbao.model.errors import UsageError
from jianbao.text.dates import is_calendar_date
from jianbao.text.nearest import nearest

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LISTS = {"topic": ("data/topics.json", "id"), "county": ("data/places.json", "code")}
"""Where a site tells which values a filter may have, and under which key; other names stand in no list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for, but for the query."""

    limit: int
    offset: int
    sort: Sort
    filters: Filters

    def ask(self, index: SearchIndex, query: str) -> Answer:
        """Search."""
        return index.search(query, limit=self.limit, offset=self.offset, sort=self.sort, filters=self.filters)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    answer: Answer
    applied: Alternative | None
    """What was searched instead, because the query itself finds nothing in all of the archive."""
    others: Sequence[Alternative]
    """Other ways to write the query that find something within the same limits."""


class QueryCommand(click.Command):
    """A command whose argument may well begin with a hyphen."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Tell how, where a query was taken for an option."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            hint = "A query that begins with `-` goes behind `--`, as in: jianbao search -- -词"
            raise click.UsageError(f"{error.format_message()} {hint}", ctx) from error


def _date(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    told = _DATE.fullmatch(value) if value is not None else None
    if value is not None and told is None:
        raise click.BadParameter("write YYYY, YYYY-MM or YYYY-MM-DD", param=parameter)
    if told and ("00" in told.groups() or not is_calendar_date(*(int(part or 0) for part in told.groups()))):
        raise click.BadParameter(f"{value} is in no calendar; write YYYY, YYYY-MM or YYYY-MM-DD", param=parameter)
    return value


def _check_known(site: Path, option: str, values: Sequence[str]) -> None:
    """UsageError for a topic or county that the site does not have, with the one that may be meant."""
    name, key = _LISTS[option]
    try:
        rows = json.loads((site / name).read_text(encoding="utf-8"))
        names = {str(row["name"]): str(row[key]) for row in rows} | {str(row[key]): str(row[key]) for row in rows}
    except (OSError, ValueError, LookupError, TypeError):
        return  # the index alone finds nothing then, which is true
    for value in values:
        if value not in names.values():
            near = nearest(value, names)
            hint = f"did you mean {names[near]}?" if near else f"{name} in the site lists them"
            raise UsageError(f"--{option} {value[:40]}: there is no such {option} in this archive; {hint}")


@click.command(cls=QueryCommand)
@click.argument("query")
@click.option("--site", type=click.Path(path_type=Path), help="Folder of the built site (default: _site in the root).")
@click.option("--topic", multiple=True, metavar="ID", help="Only this topic; may be given several times, as all these.")
@click.option("--county", multiple=True, metavar="CODE", help="Only this county: 520382.")
@click.option("--kind", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Only this kind.")
@click.option("--newspaper", multiple=True, metavar="NAME", help="Only this newspaper.")
@click.option("--reporter", multiple=True, metavar="NAME", help="Only articles by this reporter.")
@click.option("--from", "start", callback=_date, metavar="DATE", help="Only from this year, month or day on.")
@click.option("--to", "end", callback=_date, metavar="DATE", help="Only up to this year, month or day.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Articles shown.")
@click.option("--offset", default=0, show_default=True, type=click.IntRange(0), help="Articles passed over.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.pass_obj
def search(root: Path, /, query: str, *, site: Path | None, as_json: bool, **options: Any) -> None:  # noqa: ANN401
    """Search a built site exactly as its search page does.

    Terms are ANDed, "…" keeps words together, -term excludes. Where the query finds nothing, it is searched in
    simplified characters, with the names that places bear today, or as pinyin, and that is said.
    """
    folder = (site or root / "_site") / "search"
    if not folder.is_dir():
        raise UsageError(f"there is no site in {folder.parent}: run `jianbao build` first")
    for name in _LISTS:
        _check_known(folder.parent, name, options[name])
    filters = {name: options[name] for name in ("topic", "county", "kind", "newspaper", "reporter") if options[name]}
    filters |= {name: value for name, value in (("from", options["start"]), ("to", options["end"])) if value}
    asked = Asked(options["limit"], options["offset"], options["sort"], cast("Filters", filters))
    try:
        found = _found(folder, query, asked)
    except (OSError, ValueError, EOFError) as error:
        raise UsageError(f"the search index in {folder} is not whole ({error}): build the site again") from error
    if as_json:
        click.echo(
            json.dumps({**found.answer, "applied": found.applied, "alternatives": found.others}, ensure_ascii=False)
        )
    else:
        _show(found)


def _found(folder: Path, query: str, asked: Asked) -> Found:
    def read(name: str) -> bytes:
        return (folder / name).read_bytes()

    index = open_index(read)
    answer = asked.ask(index, query)
    written = open_names(read).alternatives(query, index.count)
    answers = [(other, asked.ask(index, other["query"])) for other in written]
    others = [(other, instead) for other, instead in answers if instead["total"]]
    if others and not answer["total"] and not index.count(query):
        (applied, answer), *others = others
        return Found(answer, applied, [other for other, _ in others])
    return Found(answer, None, [other for other, _ in others])


def _show(found: Found) -> None:
    if found.applied:
        click.echo(f"nothing is written that way; searched instead for: {found.applied['query']}")
    click.echo(f"{found.answer['total']} found")
    for hit in found.answer["hits"]:
        click.echo(shown(f"{hit['date']:<11} {hit['title']}  {hit['url']}"))
    if found.others:
        click.echo("also found: " + ", ".join(other["query"] for other in found.others))
