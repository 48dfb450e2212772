"""Keep an archive for years: `python -m tests.soak --days 2000 --seed 1`.

Every day an issue is added, and on every third something old is edited, inserted and pinned, withdrawn, merged or
renamed; the site is built after each day. Prints what a build takes as the archive grows. The exit code is 1 where an
address was lost, or where the last site is not byte for byte that of a clean build. Ctrl+C ends it after the day that
it is at; with `--at DIR` it goes on from there the next time.
"""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.soak.endurance import HEAD, Span, endure
from tests.soak.keeper import Keeper


def tell(line: str) -> None:
    """Say something at once: the run is long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def show(span: Span) -> None:
    """Say how some days went."""
    tell(span.row())


def main() -> int:
    """Run as the command line says."""
    parser = ArgumentParser(prog="python -m tests.soak", description="Keep an archive for years.")
    parser.add_argument("--days", type=int, default=2000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--every", type=int, default=50, help="days of a line of the table")
    parser.add_argument("--at", type=Path, help="folder to keep the archive in, or to go on with")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        keeper = Keeper(wanted.at or Path(folder) / "archive", wanted.seed)
        return run(keeper, wanted.days, wanted.every)


def run(keeper: Keeper, days: int, every: int) -> int:
    """Let the keeper work, and say how it went."""
    start = time.process_time()
    tell(HEAD)
    ended = endure(keeper, days, show, every)
    made = ", ".join(f"{count} × {name}" for name, count in sorted(keeper.done.items()))
    tell(f"{keeper.days} days, {time.process_time() - start:.0f} s of the processor this time; {made}")
    if ended:
        tell("no address was lost; the last site is that of a clean build, byte for byte")
    return 0


if __name__ == "__main__":
    sys.exit(main())
