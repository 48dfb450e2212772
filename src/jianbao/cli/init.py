"""`jianbao init`: a new archive."""

import sys
from pathlib import Path
from shlex import quote

import click

from jianbao.build.content.config import normal_base_url, read_config
from jianbao.build.init.archive import (
    SETTINGS,
    Wanted,
    archive_files,
    missing_files,
    outdated_tools,
    renew_tools,
    write_archive,
)
from jianbao.build.init.divisions import City, find_city, is_name_of_province
from jianbao.model.errors import UsageError

_LONGEST = 60
"""Characters of a title or of the name of a paper."""


def _address(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    address = normal_base_url(value) if value else None
    if value and address is None:
        raise click.BadParameter("write it out, `https://…/`")
    return address


def _name(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and (not value.strip() or not value.isprintable() or len(value) > _LONGEST):
        raise click.BadParameter(f"write a name on one line, at most {_LONGEST} characters")
    return value


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--city", help="City of the paper: its name or its code of GB/T 2260 (遵义市, 520300).")
@click.option("--newspaper", callback=_name, help="Name of the paper (default: 日报 of the city).")
@click.option("--title", callback=_name, help="Title of the archive (default: 剪报 of the city).")
@click.option("--base-url", callback=_address, help="Address where it will be published, `https://…/`.")
@click.option("--language", type=click.Choice(["zh-Hans", "en"]), default="zh-Hans", show_default=True)
@click.option("--sample", is_flag=True, help="With an invented page, to see what a digest looks like.")
@click.option("--upgrade", is_flag=True, help="Add to the archive in DIR what is missing and renew its workflow.")
def init(folder: Path, city: str | None, language: str, *, sample: bool, upgrade: bool, **names: str | None) -> None:
    """Make a new archive in DIR, which has to be empty: settings, topics, the counties of the city, workflow.

    `jianbao --root DIR build` works at once. What is not said is asked for where a person sits at the terminal.
    """
    if upgrade:
        _upgrade(folder, find_city(city) if city else None)
        return
    asks = sys.stdin.isatty()
    if city is None:
        if not asks:
            raise UsageError("say which city the archive is of: --city 遵义市")
        city = click.prompt("City (name or code of GB/T 2260)")
    found = find_city(city)
    short = found.division.short
    newspaper = _newspaper(names["newspaper"], found, asks=asks)
    title = _asked(names["title"], "Title of the archive", f"{short}剪报", asks=asks)
    files = archive_files(Wanted(title, newspaper, found, language, names["base_url"], sample))
    write_archive(folder, files, into_empty=True)
    click.echo(f"{folder}: {title}, {newspaper}; {found.division.name} with {len(found.counties)} counties")
    where = "" if folder == Path() else f" --root {quote(str(folder))}"
    click.echo(f"Next: jianbao{where} add PAGE…, then jianbao{where} build")


def _newspaper(given: str | None, city: City, *, asks: bool) -> str:
    """The name of the paper: where the city shares its name with a province, 日报 is that of the province."""
    name = f"{city.division.short}日报"
    if not is_name_of_province(city.division.short):
        return _asked(given, "Newspaper", name, asks=asks)
    if given is None and not asks:
        raise UsageError(f"{name} may be the paper of the province: say which one it is, --newspaper …")
    answer: str = given if given is not None else click.prompt("Newspaper")
    return answer


def _asked(given: str | None, question: str, default: str, *, asks: bool) -> str:
    if given is not None or not asks:
        return given if given is not None else default
    answer: str = click.prompt(question, default=default)
    return answer


def _upgrade(folder: Path, city: City | None) -> None:
    settings = folder / SETTINGS
    text = settings.read_text(encoding="utf-8-sig", errors="replace") if settings.is_file() else ""
    config, _ = read_config(text, SETTINGS) if text else (None, ())
    files = missing_files(folder, config.title if config else "", config.newspaper if config else "", city)
    outdated, kept = outdated_tools(folder)
    write_archive(folder, files, into_empty=False)
    renew_tools(folder, outdated)
    by_hand = "kept, as somebody changed it, or it has no seal of ours; move it away to get the new one"
    told = {"added": tuple(files), "renewed": tuple(outdated), by_hand: kept}
    for what, names in told.items():
        for name in names:
            click.echo(f"{name}: {what}")
    click.echo(f"{len(files)} files added, {len(outdated)} renewed; nothing that anybody wrote was touched")
