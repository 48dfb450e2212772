"""`jianbao build`: content/ → _site/."""

import json
import shlex
import shutil
import sys
import time
from contextlib import closing
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from jianbao.build.explain import Explanation, Verdict
from jianbao.build.publishing.journal import recover
from jianbao.build.publishing.limits import check_limits
from jianbao.build.publishing.place import check_output
from jianbao.build.run import Built
from jianbao.build.run import build as run_build
from jianbao.build.standing import LEDGER
from jianbao.build.workers import executor
from jianbao.cli.address import site_address
from jianbao.cli.problems import show_problems
from jianbao.model.errors import UsageError
from jianbao.model.gone import Ledger
from jianbao.model.theme import OutputFile


@click.command()
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site (default: _site in the root).")
@click.option("--base-url", help="Address where the site will be published, `https://…/`.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that read many digests (default: one a processor).")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Let a Dask cluster read them; needs jianbao[dask].")
@click.option("--explain", metavar="PATH", help="Say why a page or file of the site was made anew, or was not.")
@click.option(
    "--published",
    metavar="PLACE",
    help="Keep the addresses of this site, too, as those on record: its folder, a file of it that lists them, or its "
    "address https://…/ (for a machine that starts from nothing).",
)
@click.option("--quiet", is_flag=True, help="Say nothing but problems.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.pass_obj
def build(  # noqa: PLR0913 - one parameter an option
    root: Path,
    output: Path | None,
    base_url: str | None,
    jobs: int | None,
    scheduler: str | None,
    *,
    explain: str | None,
    published: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build the site. Where the content has errors, all are shown and the last site stays as it was.

    In an archive that has a file content/addresses.txt, what is published is put on record there, to be kept with the
    content: an address on it never vanishes again.
    """
    target = output or root / "_site"
    check_output(root, target)
    address = site_address(base_url)
    start = time.perf_counter()
    before = _published(published, quiet=quiet) if published else {}
    with executor(jobs, scheduler) as workers, closing(_Bar(shown=not (quiet or as_json))) as bar:
        _finish_last(target, quiet=quiet)
        waiting = partial(_wait, quiet=quiet)
        built = run_build(root, target, address, bar.count, explain, workers, waiting=waiting, published=before)
    warnings = (*built.warnings, *check_limits(built.published, target))
    show_problems(warnings)
    counts = {"rendered": bar.counted, "warnings": len(warnings)}
    summary = {**_summary(built), **counts, "seconds": round(time.perf_counter() - start, 2)}
    if as_json:
        told = asdict(built.explanation) if built.explanation else None
        click.echo(json.dumps({**summary, "explanation": told} if told else summary, ensure_ascii=False))
        _refuse_unknown(built.explanation)
        return
    if not quiet:
        _tell(summary, root, target, with_address=built.base_url is not None)
        if built.recorded:
            click.echo(f"{root / LEDGER}: {built.recorded} addresses are on record; keep it with the content")
    if built.explanation:
        _explain(built.explanation)
    _refuse_unknown(built.explanation)


def _published(place: str, *, quiet: bool) -> Ledger:
    # Imported where it is wanted: a build that has nothing to do takes no longer than that.
    before: Ledger = import_module("jianbao.build.publishing.published").read_published(place)
    if not before and not quiet:
        click.echo(f"Nothing is published at {place} yet.", err=True)
    return before


def _refuse_unknown(explanation: Explanation | None) -> None:
    """UsageError where a file was asked about that no build makes."""
    if explanation and explanation.verdict is Verdict.UNKNOWN:
        raise UsageError(f"the site has no {explanation.path}: name a page or a file of it, `articles/…/`")


class _Bar:
    """Counts the files as they are made and, on a terminal, shows how many there are."""

    def __init__(self, *, shown: bool) -> None:
        self.counted = 0
        self._shown = shown and sys.stderr.isatty()
        self._bar: Any = None

    def count(self, _: OutputFile) -> None:
        """One more."""
        self.counted += 1
        if self._shown:
            # Imported where there is something to show: a build that has nothing to do takes no longer than that.
            self._bar = self._bar or import_module("tqdm").tqdm(unit=" files", leave=False, delay=1)
            self._bar.update()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.close()


def _finish_last(target: Path, *, quiet: bool) -> None:
    finished = recover(target)
    if finished and not quiet:
        click.echo(f"A build was interrupted; its last {finished} files have been put in place first.", err=True)


def _wait(*, quiet: bool) -> None:
    if not quiet:
        click.echo("Another build of this archive is at work: waiting for its end.", err=True)


def _summary(built: Built) -> dict[str, int | float]:
    return {"issues": built.issues, "articles": built.articles, **asdict(built.published)}


def _tell(summary: dict[str, int | float], root: Path, target: Path, *, with_address: bool) -> None:
    click.echo(f"articles {summary['articles']}, issues {summary['issues']}; {summary['seconds']} s")
    files = ", ".join(f"{summary[what]} {what}" for what in ("rendered", "written", "unchanged", "removed"))
    click.echo(f"{target}: files {files}; {summary['bytes'] / 1000:,.0f} kB in all")
    if not with_address:
        click.echo("No base_url is set: feeds and sitemap name http://localhost:8000/ until publishing sets it.")
    where = [] if root == Path() else ["--root", str(root)]
    which = [] if target == root / "_site" else [str(target)]
    started = ["python", "-m", "jianbao"] if Path(sys.argv[0]).name == "__main__.py" else [sys.argv[0]]
    program = ["jianbao"] if shutil.which("jianbao") else started
    click.echo(f"Look at it: {shlex.join([*program, *where, 'serve', *which])}")


def _explain(explanation: Explanation) -> None:
    click.echo(f"{explanation.path}: {explanation.verdict}")
    for what, facts in (("not as before", explanation.changed), ("as before", explanation.same)):
        if facts:
            click.echo(f"  {what}: {', '.join(facts)}")
