"""`jianbao export`: the archive as data."""

from pathlib import Path

import click

from jianbao.build.archive import Opened, with_archive
from jianbao.build.exporting import export as exporting
from jianbao.cli.address import site_address


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--sqlite", is_flag=True, help="Add the archive as one SQLite file, which Datasette opens.")
@click.option("--citations", is_flag=True, help="Add bibliographic records of each topic and county (RIS, BibTeX).")
@click.option("--bag", is_flag=True, help="Make DIR a bag (BagIt): the files stand in DIR/data, with their checksums.")
@click.option("--base-url", help="Address where the site is published, `https://…/`: citations name it.")
@click.pass_obj
def export(root: Path, folder: Path, base_url: str | None, *, sqlite: bool, citations: bool, bag: bool) -> None:
    """Write the archive as data into DIR: articles in full (JSON Lines) and as a table (CSV), topics, places.

    The files are those of the site's /data/; `jianbao add` reads the articles back.
    """
    wanted = exporting.Wanted(database=sqlite, citations=citations, bag=bag)

    def write(opened: Opened) -> int:
        paths = list(exporting.export(folder, opened.archive, wanted))
        for path in paths:
            click.echo(f"{path}: {path.stat().st_size / 1000:,.0f} kB")
        return len(opened.archive.entries)

    click.echo(f"{with_archive(root, write, site_address(base_url))} articles")
