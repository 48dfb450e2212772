"""`jianbao serve`: look at the site on this machine, live."""

import time
import traceback
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import click

from jianbao.build.preview.live import Newsroom, rebuild_on_change
from jianbao.build.preview.serve import server
from jianbao.build.publishing.journal import recover
from jianbao.build.publishing.place import check_output
from jianbao.build.run import build
from jianbao.cli.problems import show_problems
from jianbao.model.errors import ContentError, JianbaoError, UsageError
from jianbao.model.problem import Problem


@click.command()
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.pass_obj
def serve(root: Path, site: Path | None, port: int) -> None:
    """Build the site and show it on this machine only; build again whenever content/ or templates/ change.

    Open pages reload by themselves, and show the problems of the content while there are some. With SITE, the folder of
    a built site, that is shown as it is.
    """
    if site is not None and not (site / "index.html").is_file():
        raise UsageError(f"there is no site in {site}: run `jianbao build` first")
    with suppress(KeyboardInterrupt):  # the usual end, whatever is being done
        if site is None:
            _serve_live(root, root / "_site", port)
        else:
            _serve(site, port, None)


def _serve_live(root: Path, site: Path, port: int) -> None:
    check_output(root, site)
    if not (root / "content").is_dir():
        raise UsageError(
            f"there is no folder content/ in {root.resolve()}: name the archive, `jianbao --root DIR serve`"
        )
    recover(site)
    newsroom, stop = Newsroom(), Event()
    newsroom.report(_build(root, site))
    builder = Thread(target=rebuild_on_change, args=(root, newsroom, lambda: _build(root, site), stop), daemon=True)
    builder.start()
    try:
        _serve(site, port, newsroom)
    finally:
        stop.set()
        builder.join()


def _serve(site: Path, port: int, newsroom: Newsroom | None) -> None:
    try:
        web = server(site, port, newsroom)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}): try another, `--port 8001`") from error
    with web:
        click.echo(f"http://localhost:{web.server_address[1]}/  (Ctrl-C ends it)")
        web.serve_forever()


def _build(root: Path, site: Path) -> tuple[Problem, ...]:
    """Build, say what came of it, and give the problems for which nothing did."""
    start = time.perf_counter()
    try:
        built = build(root, site, lasting=False)
    except ContentError as error:
        show_problems(error.problems)
        return error.problems
    except JianbaoError as error:
        click.echo(f"Error: {error}", err=True)
        return (Problem(str(site), 0, str(error)),)
    except Exception as error:  # noqa: BLE001 - our fault: the preview says so and lives on
        traceback.print_exc()
        return (Problem("jianbao", 0, f"this is a fault of jianbao: {error!r}", "please report it"),)
    done = built.published
    click.echo(
        f"built in {time.perf_counter() - start:.1f} s: {done.written} files written, {done.removed} removed", err=True
    )
    return ()
