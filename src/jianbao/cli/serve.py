"""`jianbao serve`: look at the site on this machine."""

from contextlib import suppress
from pathlib import Path

import click

from jianbao.build.run import build
from jianbao.build.serve import server
from jianbao.model.errors import UsageError


@click.command()
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.pass_obj
def serve(root: Path, site: Path | None, port: int) -> None:
    """Serve the built site (default: _site in the root, built first where it is missing) on this machine only."""
    folder = site or root / "_site"
    if site is None and not folder.is_dir():
        build(root, folder)
    if not (folder / "index.html").is_file():
        raise UsageError(f"there is no site in {folder}: run `jianbao build` first")
    try:
        web = server(folder, port)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}): try another, `--port 8001`") from error
    with web, suppress(KeyboardInterrupt):
        click.echo(f"http://localhost:{web.server_address[1]}/  (Ctrl-C ends it)")
        web.serve_forever()
