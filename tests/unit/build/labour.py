"""Work for workers: functions of a module, as they must be."""

import os
import signal
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def whoami(_: int) -> int:
    return os.getpid()


def refuse(number: int) -> int:
    if number == 70:
        raise ZeroDivisionError(number)
    return number


def die_once(task: tuple[Path, int, int]) -> int:
    """Double a number; the first worker who gets number 40, and is not the parent, is killed on the way."""
    flag, parent, number = task
    if number == 40 and os.getpid() != parent and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number
