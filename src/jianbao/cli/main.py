"""`jianbao`: the commands, and what every one of them has in common."""

import atexit
import gc
from pathlib import Path

import click

import jianbao
from jianbao.cli.group import Commands

_NAMES = ("init", "add", "build", "serve", "parse", "mark", "review", "check", "search", "export")


@click.group(
    cls=Commands,
    names=_NAMES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that holds content/ (default: this one).",
)
@click.version_option(jianbao.__version__, prog_name="jianbao")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Turn newspaper digests into a searchable static archive (剪报).

    Exit codes: 0 all is well, 1 problems in the content, 2 wrong usage, 3 a fault of jianbao itself.
    """
    context.obj = root
    # Python ends with a search for garbage among all that is there, for a tenth of a second: it is not worth it.
    atexit.register(gc.freeze)
