"""Publishing with a fault at each of its steps on the disk in turn: real files, real death.

    python -m tests.faults.every_step FOLDER FAULT

Python tells an audit hook of each file that it is about to open, rename or remove; the hook is where the fault happens.
A hook cannot be taken out again, so each attempt is a process of its own. Prints how many steps there were.
"""

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from jianbao.build.publishing.journal import recover
from jianbao.model.errors import PublishError
from tests.faults.sites import STRANGER, Files, put, torn, tree, version

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
GROWING = {"open", "os.mkdir"}
STEPS = {*GROWING, "os.rename", "os.remove", "os.rmdir", "os.utime"}
DONE, REFUSED = 0, 5
Fault = Callable[[str, int, int, Path | None], None]


def die(_event: str, step: int, at: int, last: Path | None) -> None:
    """Kill this process; what it wrote last may not have reached the disk whole."""
    if step == at:
        if last is not None and last.is_file() and last.stat().st_size and not last.name.startswith(".jianbao"):
            os.truncate(last, last.stat().st_size // 2)
        os.kill(os.getpid(), signal.SIGKILL)


def fill(event: str, step: int, at: int, _last: Path | None) -> None:
    """From this step on the disk is full."""
    if step >= at and event in GROWING:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def refuse(_event: str, step: int, at: int, _last: Path | None) -> None:
    """Refuse this step, as a failing disk does."""
    if step == at:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


FAULTS: dict[str, Fault] = {"die": die, "fill": fill, "refuse": refuse}


def watch(folder: Path, fault: Fault, at: int) -> list[str]:
    """Let the fault happen at a step below the folder; the list grows with every step."""
    steps: list[str] = []
    opened: list[Path] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in STEPS or not str(arguments[0]).startswith(str(folder)):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITES):
            return
        steps.append(event)
        fault(event, len(steps), at, opened[-1] if opened else None)
        opened.clear()
        if event == "open":
            opened.append(Path(str(arguments[0])))

    sys.addaudithook(hook)
    return steps


def attempt(folder: Path, files: Files, fault: Fault, at: int) -> tuple[int, bool]:
    """Publish in a process of its own; how it ended, and whether step `at` was never reached."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        return code & 7 if code > 0 else code, code > 0 and bool(code & 8)
    steps = watch(folder, fault, at)
    code = DONE
    try:
        put(folder, files)
    except PublishError:
        code = REFUSED
    os._exit(code | 8 if len(steps) < at else code | 16)


def begin(folder: Path, old: Files) -> Files:
    """Give a folder with the old site and, where there is one, a person's file beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    if not old:
        return {}
    put(folder, old)
    for name, data in STRANGER.items():
        (folder / name).write_bytes(data)
    return STRANGER


def check(folder: Path, old: Files, new: Files, where: str) -> None:
    """Whatever happened: every file is whole, the site is the old or the new one, and the next build is right."""
    assert torn(folder, old, new) == [], where
    recover(folder)
    assert tree(folder) in (old, new), where
    put(folder, {path: data for path, data in new.items() if path not in STRANGER})
    assert tree(folder) == new, where
    assert {path.name for path in folder.glob(".jianbao*")} == {".jianbao-files", ".jianbao-lock"}, where


def main() -> None:
    """Go through all steps of a first build and of a second one."""
    folder, fault = Path(sys.argv[1]), FAULTS[sys.argv[2]]
    steps = 0
    for old, new in (({}, version(1)), (version(1), version(2)), (version(2), version(3))):
        for at in range(1, 1000):
            also = begin(folder, old)
            ended, beyond = attempt(folder, new, fault, at)
            assert ended in {DONE, REFUSED, -signal.SIGKILL}, f"step {at}: {ended}"
            check(folder, {**old, **also}, {**new, **also}, f"step {at} of {steps + at}")
            if beyond:
                break
            steps += 1
    print(steps)


if __name__ == "__main__":
    main()
