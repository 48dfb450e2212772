"""Reading folders that other people fill: nothing outside the folder is read, whatever links say."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from jianbao.model.errors import PublishError
from jianbao.model.problem import Problem

LARGEST_FILE = 64 * 2**20
"""Bytes of the largest file that is read; a newspaper of a whole year as plain text is smaller."""


def files_below(folder: Path) -> Iterator[Path]:
    """The regular files below `folder`, hidden ones left out, in the order of their paths."""
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).parts):
        inside = path.relative_to(folder).parts
        if not any(part.startswith(".") for part in inside) and path.is_file():
            yield path


def name_in(root: Path, path: Path) -> str:
    """The path relative to the archive's root, with forward slashes, as problems and records name it."""
    return path.relative_to(root).as_posix()


def read_inside(root: Path, path: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file that really lies below `root`; None, with a problem, where it does not or cannot be read."""
    name = name_in(root, path)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            problems.append(Problem(name, 0, "the link leads out of the archive", "put the file itself here"))
            return None
        if path.stat().st_size > LARGEST_FILE:
            hint = "a digest is one page or one issue: cut it"
            problems.append(Problem(name, 0, f"the file is larger than {LARGEST_FILE // 2**20} MiB", hint))
            return None
        return path.read_bytes()
    except OSError as error:
        problems.append(Problem(name, 0, f"the file cannot be read: {error.strerror}", "check its permissions"))
        return None


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


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of a file's content by one rename: a reader, or a crash, meets the old or the new whole."""
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_bytes(data)
        shutil.copymode(path, aside)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise PublishError(f"{path} cannot be written: {error.strerror}") from error
