"""`jianbao build`: content/ → _site/."""

import json
import shutil
import sys
import time
from dataclasses import asdict
from pathlib import Path

import click
from tqdm import tqdm

from jianbao.build.config import normal_base_url
from jianbao.build.run import Built
from jianbao.build.run import build as run_build
from jianbao.cli.problems import show_problems
from jianbao.model.theme import OutputFile


@click.command()
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site (default: _site in the root).")
@click.option("--base-url", help="Address where the site will be published, `https://…/`.")
@click.option("--quiet", is_flag=True, help="Say nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def build(root: Path, output: Path | None, base_url: str | None, *, quiet: bool, as_json: bool) -> None:
    """Build the site. Where the content has errors, all are shown and the last site stays as it was."""
    address = None
    if base_url:
        address = normal_base_url(base_url)
        if address is None:
            raise click.BadParameter("write it out, `https://…/`", param_hint="--base-url")
    target = output or root / "_site"
    start = time.perf_counter()
    with tqdm(unit=" files", leave=False, delay=1, disable=True if quiet or as_json else None) as bar:

        def count(_: OutputFile) -> None:
            bar.update()

        built = run_build(root, target, address, count)
    show_problems(built.warnings)
    summary = _summary(built, time.perf_counter() - start)
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False))
    elif not quiet:
        _tell(summary, root, target, with_address=built.archive.config.base_url is not None)


def _summary(built: Built, seconds: float) -> dict[str, int | float]:
    archive = built.archive
    counts = {"issues": len(archive.issues), "articles": len(archive.entries)}
    return {**counts, **asdict(built.published), "warnings": len(built.warnings), "seconds": round(seconds, 2)}


def _tell(summary: dict[str, int | float], root: Path, target: Path, *, with_address: bool) -> None:
    click.echo(f"articles {summary['articles']}, issues {summary['issues']}; {summary['seconds']} s")
    files = ", ".join(f"{summary[what]} {what}" for what in ("written", "unchanged", "removed"))
    click.echo(f"{target}: files {files}; {summary['bytes'] / 1000:,.0f} kB in all")
    if not with_address:
        click.echo("No base_url is set: feeds and sitemap name http://localhost:8000/ until publishing sets it.")
    where = "" if root == Path() else f" --root {root}"
    which = "" if target == root / "_site" else f" {target}"
    program = "jianbao" if shutil.which("jianbao") else sys.argv[0]
    click.echo(f"Look at it: {program}{where} serve{which}")
