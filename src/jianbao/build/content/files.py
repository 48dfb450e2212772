"""Files that other people read and write, too: nothing outside the folder is read, and none is ever half written."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shlex import quote
from tempfile import mkstemp
from typing import BinaryIO

from jianbao.model.errors import PublishError
from jianbao.model.problem import Problem

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
LARGEST_FILE = 64 * 2**20
"""Bytes of the largest file that is read; a newspaper of a whole year as plain text is smaller."""


def files_below(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Everything below `folder` that is no folder, hidden ones left out, in the order of their paths.

    A folder that cannot be read and a link to a folder are problems: nothing is passed over in silence.
    """
    found: list[tuple[tuple[str, ...], Path]] = []

    def complain(error: OSError) -> None:
        name = name_in(root, Path(error.filename))
        problems.append(Problem(name, 0, f"the folder cannot be read: {error.strerror}", "check its permissions"))

    for place, folders, names in os.walk(folder, onerror=complain):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = (Path(place, name) for name in folders if Path(place, name).is_symlink())
        hint = "put the folder itself here"
        problems.extend(Problem(name_in(root, link), 0, "links to folders are not followed", hint) for link in links)
        here = Path(place)
        inside = here.relative_to(folder).parts
        found.extend(((*inside, name), here / name) for name in names if not name.startswith("."))
    yield from (path for _, path in sorted(found))


def name_in(root: Path, path: Path) -> str:
    """The path relative to the archive's root, with forward slashes, as problems and records name it."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def read_inside(root: Path, path: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file that really lies below `root`; None, with a problem, where it does not or cannot be read."""
    try:
        flaw = _flaw(root, path)
        if flaw is None:
            return path.read_bytes()
    except OSError as error:
        flaw = (f"the file cannot be read: {error.strerror}", "check its permissions")
    problems.append(Problem(name_in(root, path), 0, *flaw))
    return None


def _flaw(root: Path, path: Path) -> tuple[str, str] | None:
    """Why a file is not to be read, and what to do about it. OSError where it cannot be looked at."""
    if _leads_out(root, path):
        return "the link leads out of the archive", "put the file itself here"
    seen = path.stat()
    if not stat.S_ISREG(seen.st_mode):
        return "this is no ordinary file", "put the file itself here"
    if seen.st_size > LARGEST_FILE:
        return f"the file is larger than {LARGEST_FILE // 2**20} MiB", "a digest is one page or one issue: cut it"
    return None


def _leads_out(root: Path, path: Path) -> bool:
    """Whether links on the way from `root` to the file lead out of it. OSError where they lead nowhere.

    Only where there is a link is the whole way resolved: for an archive of years that costs as much as reading it.
    """
    place = os.fspath(root)
    for part in path.relative_to(root).parts:
        place = f"{place}{os.sep}{part}"
        seen = os.lstat(place)
        # A junction of Windows is no symbolic link, but has a tag, too.
        if part == ".." or stat.S_ISLNK(seen.st_mode) or getattr(seen, "st_reparse_tag", False):
            return not path.resolve(strict=True).is_relative_to(root.resolve())
    return False


def read_text(root: Path, path: Path, problems: list[Problem]) -> str | None:
    """The text of a UTF-8 file; None, with a problem at the line of the first wrong byte, where it is not."""
    data = read_inside(root, path, problems)
    if data is None:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name_in(root, path), line, "the file is not UTF-8", "save it as UTF-8"))
        return None


def closed(path: Path) -> tuple[str, str] | None:
    """Why a file is not to be written, and what to do about it: it is another's, or somebody closed it."""
    if path.is_symlink():
        hint = f"name that file itself: {path.resolve()}"
        return "this is a symbolic link, and writing would put a file in its place", hint
    if not path.stat().st_mode & _ANY_WRITE:
        return "the file is write-protected", f"open it for writing: chmod u+w {quote(str(path))}"
    return None


def replace_file(path: Path, data: bytes, last_look: Callable[[], None] = lambda: None) -> None:
    """Put `data` in place of a file's content by one rename: a reader, or a crash, meets the old or the new whole.

    `last_look` is called right before the rename; what it raises keeps the old file. The new one is written under a
    name that nobody else can have, so that two programs that write the same file never mix.
    """
    try:
        handle, name = mkstemp(prefix=".jianbao-", suffix=".new", dir=path.parent)
        aside = Path(name)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 - a file that is open already
                _write_safely(file, data)
            _copy_mode(path, aside)
            last_look()
            aside.replace(path)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
    except OSError as error:
        raise PublishError(f"{path} cannot be written: {error.strerror}") from error


def write_anew(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file that is to be renamed later, to the disk itself; what is there, if only a link, is taken away first.

    It gets the permissions of `like`, where that is there. Raises OSError.
    """
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        _write_safely(file, data)
    if like is not None:
        _copy_mode(like, path)


def _write_safely(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _copy_mode(like: Path, path: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.copymode(like, path)
