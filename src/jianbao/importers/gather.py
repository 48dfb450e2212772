"""From what a person names (files, folders, patterns, standard input) to the bytes of each file, within bounds."""

import glob
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from jianbao.importers.document import Original
from jianbao.importers.formats import ENDINGS
from jianbao.model.problem import Problem, Severity

LARGEST_FILE = 64 * 2**20
"""Bytes; a newspaper of a whole year as plain text is smaller."""
MOST_FILES = 10_000
STANDARD_INPUT = "-"
_PATTERN = re.compile(r"[*?\[]")
# Hidden files, and those that Word and WPS keep beside a document that is open.
_OF_PROGRAMS = (".", "~$")
# A browser keeps the pictures and styles of a page `x.html` in a folder of this name.
_SAVED_WITH = ("_files", ".files", "_文件")


def gather(names: tuple[str, ...], problems: list[Problem]) -> Iterator[Original]:
    """Every file that is named, in the order of the command line, those of a folder in that of their names.

    What cannot be read is a problem; what is passed over in a folder, a warning. No link inside a folder is followed.
    """
    seen: set[Path] = set()
    for name in names:
        if name == STANDARD_INPUT:
            if Path(name) not in seen:
                yield from _read_input(problems)
            seen.add(Path(name))
            continue
        for path in _paths(name, problems):
            if len(seen) == MOST_FILES:
                problems.append(Problem(name, 0, f"there are more than {MOST_FILES:,} files", "add them part by part"))
                return
            resolved = Path(os.path.realpath(path))
            if resolved not in seen:
                seen.add(resolved)
                yield from _read(path, problems)


def natural(path: Path) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A key that sorts `page2` before `page10`."""
    return tuple(
        tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in re.split(r"(\d{1,18})", part))
        for part in path.parts
    )


def _paths(name: str, problems: list[Problem]) -> list[Path]:
    path = Path(name)
    if not name.strip():
        problems.append(Problem("", 0, "a name is empty", "name a file, a folder or a pattern; . is this folder"))
        return []
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        matches = glob.iglob(name, recursive=True) if _PATTERN.search(name) else ()  # noqa: PTH207 - may be absolute
        found = sorted(map(Path, matches), key=natural)
        files = [one for match in found for one in ([match] if not match.is_dir() else _below(match, problems))]
        if not files:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            problems.append(Problem(_shown(path), 0, f"the file cannot be found: {reason}", "check the name"))
        return files
    return _below(path, problems) if stat.S_ISDIR(mode) else [path]


def _below(folder: Path, problems: list[Problem]) -> list[Path]:
    """The files below a folder whose endings are known; how many others there are is told."""
    found: list[Path] = []
    others: dict[str, int] = {}

    def complain(error: OSError) -> None:
        reason = f"the folder cannot be read: {error.strerror}"
        problems.append(Problem(_shown(Path(error.filename)), 0, reason, "check its permissions"))

    for place, folders, names in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(_SAVED_WITH)]
        for path in (Path(place, name) for name in names if not name.startswith(_OF_PROGRAMS)):
            if path.is_symlink():
                message = "a link inside a folder is not followed"
                problems.append(Problem(_shown(path), 0, message, "name the file itself", Severity.WARNING))
            elif path.suffix.lower() in ENDINGS:
                found.append(path)
            else:
                others[path.suffix.lower() or "no ending"] = others.get(path.suffix.lower() or "no ending", 0) + 1
    if others:
        told = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items())[:10])
        message = f"files that are no text are passed over: {told}"
        problems.append(Problem(_shown(folder), 0, message, "name a file to learn why", Severity.WARNING))
    if not found:
        problems.append(Problem(_shown(folder), 0, "the folder holds no file that can be read", "check the name"))
    return sorted(found, key=natural)


def _read(path: Path, problems: list[Problem]) -> Iterator[Original]:
    name = _shown(path)
    try:
        # Without waiting: opening a pipe would last until somebody writes into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                problems.append(Problem(name, 0, "this is no ordinary file", "copy what it gives into a file"))
                return
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        problems.append(Problem(name, 0, f"the file cannot be read: {error.strerror}", "check its permissions"))
        return
    yield from _checked(name, data, problems)


def _read_input(problems: list[Problem]) -> Iterator[Original]:
    yield from _checked(STANDARD_INPUT, sys.stdin.buffer.read(LARGEST_FILE + 1), problems)


def _checked(name: str, data: bytes, problems: list[Problem]) -> Iterator[Original]:
    if len(data) > LARGEST_FILE:
        problems.append(Problem(name, 0, f"the file is larger than {LARGEST_FILE // 2**20} MiB", "cut it into issues"))
    elif not data.strip():
        problems.append(Problem(name, 0, "the file is empty", "put the text of the page into it"))
    else:
        yield Original(name, data)


def _shown(path: Path) -> str:
    """The path as problems name it: forward slashes, on one line, at most as long as a path can be useful."""
    text = path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)[:300]
