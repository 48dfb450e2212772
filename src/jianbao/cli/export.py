"""`jianbao export`: the archive as data."""

from pathlib import Path

import click

from jianbao.build.archive import Opened, with_archive
from jianbao.build.export import export_files, write_export


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def export(root: Path, folder: Path) -> None:
    """Write the archive as data into DIR: articles in full (JSON Lines) and as a table (CSV), topics, places.

    The files are those of the site's /data/; `jianbao add` reads the articles back.
    """

    def write(opened: Opened) -> int:
        paths = list(write_export(folder, export_files(opened.archive)))
        for path in paths:
            click.echo(f"{path}: {path.stat().st_size / 1000:,.0f} kB")
        return len(opened.archive.entries)

    click.echo(f"{with_archive(root, write)} articles")
