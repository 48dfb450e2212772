"""Exit codes, one for each kind of trouble, decided in one place."""

import sys
import traceback
from typing import Any

import click

from jianbao.cli.problems import show_problems
from jianbao.model.errors import ContentError, JianbaoError, UsageError

PROBLEMS, USAGE, FAULT = 1, 2, 3


class ExitCodes(click.Group):
    """A group of commands whose errors become messages and exit codes."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; say what went wrong, and end with the code that stands for it."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            show_problems(error.problems)
            ctx.exit(PROBLEMS)
        except UsageError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(USAGE)
        except JianbaoError as error:
            click.echo(f"Error: {error}", err=True)
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
