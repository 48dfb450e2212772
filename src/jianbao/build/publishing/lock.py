"""One build at a time: a lock that the operating system lets go of when its holder ends, however it ends.

The file stays and is empty. That it exists says nothing; a lock can never be left over.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_PAUSE = 0.05
"""Seconds between two tries: Windows has no call that waits for longer than ten seconds."""


def _silence() -> None:
    return


@contextmanager
def exclusive(path: Path, waiting: Callable[[], None] = _silence) -> Iterator[None]:
    """Hold the lock `path`, whose folder is made where it is missing.

    Where another process or thread holds it, `waiting` is called once, and this one waits. Raises OSError where the
    file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        if not _take(file):
            waiting()
            while not _take(file):
                time.sleep(_PAUSE)
        yield
