"""The group of commands: each is imported when it is called for, and what it raises becomes an exit code here."""

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from jianbao.cli.problems import show_problems
from jianbao.cli.terminal import shown
from jianbao.model.errors import ContentError, JianbaoError, UsageError

PROBLEMS, USAGE, FAULT = 1, 2, 3


class Commands(click.Group):
    """The commands of these names; the errors of all become messages and exit codes.

    A command is the function of its name in the module of its name, and is imported when it is called for: `search`
    need not know how a site is built. For its help, the group imports them all.
    """

    def __init__(self, *, names: Sequence[str], **settings: Any) -> None:  # noqa: ANN401 - click's own
        # They stand in for the commands, so that click knows the names.
        super().__init__(commands=[click.Command(name) for name in names], **settings)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of that name."""
        if super().get_command(ctx, cmd_name) is None:
            return None
        command: click.Command = getattr(import_module(f"jianbao.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; say what went wrong, and end with the code that stands for it."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            show_problems(error.problems)
            ctx.exit(PROBLEMS)
        except UsageError as error:
            click.echo(shown(f"Error: {error}"), err=True)
            ctx.exit(USAGE)
        except JianbaoError as error:
            click.echo(shown(f"Error: {error}"), err=True)
            ctx.exit(PROBLEMS)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except Exception:  # noqa: BLE001 - the last resort: whatever else is raised is our fault, and is reported as such
            traceback.print_exc(file=sys.stderr)
            click.echo(
                "\nThis is a fault of jianbao, not of your content. Please report it with the lines above, the command "
                "and, if you can, the digest.",
                err=True,
            )
            ctx.exit(FAULT)
