"""`jianbao build`: content/ → _site/."""

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click
from tqdm import tqdm

from jianbao.build.config import normal_base_url
from jianbao.build.explain import Explanation
from jianbao.build.journal import recover
from jianbao.build.limits import check_limits
from jianbao.build.lock import exclusive
from jianbao.build.place import check_output
from jianbao.build.run import Built
from jianbao.build.run import build as run_build
from jianbao.build.workers import executor
from jianbao.cli.problems import show_problems
from jianbao.model.theme import OutputFile


@click.command()
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site (default: _site in the root).")
@click.option("--base-url", help="Address where the site will be published, `https://…/`.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that read many digests (default: one a processor).")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Let a Dask cluster read them; needs jianbao[dask].")
@click.option("--explain", metavar="PATH", help="Say why a page or file of the site was made anew, or was not.")
@click.option("--quiet", is_flag=True, help="Say nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def build(  # noqa: PLR0913 - one parameter an option
    root: Path,
    output: Path | None,
    base_url: str | None,
    jobs: int | None,
    scheduler: str | None,
    explain: str | None,
    *,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build the site. Where the content has errors, all are shown and the last site stays as it was."""
    target = output or root / "_site"
    check_output(root, target)
    address = _address(base_url)
    start = time.perf_counter()
    rendered = 0
    with _alone(root, quiet=quiet), executor(jobs, scheduler) as workers:
        _finish_last(target, quiet=quiet)
        with tqdm(unit=" files", leave=False, delay=1, disable=True if quiet or as_json else None) as bar:

            def count(_: OutputFile) -> None:
                nonlocal rendered
                rendered += 1
                bar.update()

            built = run_build(root, target, address, count, explain, workers)
    warnings = (*built.warnings, *check_limits(built.published, target))
    show_problems(warnings)
    counts = {"rendered": rendered, "warnings": len(warnings)}
    summary = {**_summary(built), **counts, "seconds": round(time.perf_counter() - start, 2)}
    if as_json:
        told = asdict(built.explanation) if built.explanation else None
        click.echo(json.dumps({**summary, "explanation": told} if told else summary, ensure_ascii=False))
        return
    if not quiet:
        _tell(summary, root, target, with_address=built.archive.config.base_url is not None)
    if built.explanation:
        _explain(built.explanation)


def _address(base_url: str | None) -> str | None:
    if not base_url:
        return None
    address = normal_base_url(base_url)
    if address is None:
        raise click.BadParameter("write it out, `https://…/`", param_hint="--base-url")
    return address


def _finish_last(target: Path, *, quiet: bool) -> None:
    finished = recover(target)
    if finished and not quiet:
        click.echo(f"A build was interrupted; its last {finished} files have been put in place first.", err=True)


@contextmanager
def _alone(root: Path, *, quiet: bool) -> Iterator[None]:
    """One build of an archive at a time. Where there is no archive, or its folder cannot be written, none is needed."""

    def waiting() -> None:
        if not quiet:
            click.echo("Another build of this archive is at work: waiting for its end.", err=True)

    if not (root / "content").is_dir():
        yield
        return
    with exclusive(root / ".jianbao" / "lock", waiting):
        yield


def _summary(built: Built) -> dict[str, int | float]:
    archive = built.archive
    counts = {"issues": len(archive.issues), "articles": len(archive.entries)}
    return {**counts, **asdict(built.published)}


def _tell(summary: dict[str, int | float], root: Path, target: Path, *, with_address: bool) -> None:
    click.echo(f"articles {summary['articles']}, issues {summary['issues']}; {summary['seconds']} s")
    files = ", ".join(f"{summary[what]} {what}" for what in ("rendered", "written", "unchanged", "removed"))
    click.echo(f"{target}: files {files}; {summary['bytes'] / 1000:,.0f} kB in all")
    if not with_address:
        click.echo("No base_url is set: feeds and sitemap name http://localhost:8000/ until publishing sets it.")
    where = "" if root == Path() else f" --root {root}"
    which = "" if target == root / "_site" else f" {target}"
    program = "jianbao" if shutil.which("jianbao") else sys.argv[0]
    click.echo(f"Look at it: {program}{where} serve{which}")


def _explain(explanation: Explanation) -> None:
    click.echo(f"{explanation.path}: {explanation.verdict}")
    for what, facts in (("not as before", explanation.changed), ("as before", explanation.same)):
        if facts:
            click.echo(f"  {what}: {', '.join(facts)}")
