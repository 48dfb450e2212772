"""Work that one test process does for all."""

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 300
"""Seconds to wait for another process; a loaded machine with two cores is slow."""


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Have `make` fill the new folder in whichever process comes first, and give it when it is filled.

    Where `make` fails, the test that needs the folder fails in every process. The outcome stands in a file beside it.
    """
    outcome = folder.with_name(f"{folder.name}.outcome")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        _wait_for(outcome)
    else:
        try:
            make(folder)
        except BaseException as error:
            _tell(outcome, str(error))
            raise
        _tell(outcome, "")
    failure = outcome.read_text(encoding="utf-8")
    if failure:
        raise RuntimeError(failure)
    return folder


def _tell(outcome: Path, text: str) -> None:
    draft = outcome.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(outcome)


def _wait_for(outcome: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not outcome.exists():
        if time.monotonic() > end:
            message = f"{outcome} did not appear within {PATIENCE} s"
            raise TimeoutError(message)
        time.sleep(0.1)
