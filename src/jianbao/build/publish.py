"""Putting a finished site in place of the last one.

All files of the new site are in memory or written aside before the first is put in place; each is put in place by one
rename, so that whoever reads a file reads the old one or the new one whole. Assets and search files, whose names carry
a hash of what they hold, come before the pages that ask for them, and files of the old site go last.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from jianbao.model.errors import PublishError, UsageError
from jianbao.model.theme import OutputFile

MANIFEST = ".jianbao-files"
"""Lists what the last build wrote, so that only that is ever removed."""
_ASIDE = ".jianbao-new-"
"""New files wait in a folder of this name for their turn."""
_LONGEST_PART = 255
"""Bytes of a file's name that file systems take."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, counted in files; `bytes` is the size of the whole site."""

    written: int
    unchanged: int
    removed: int
    bytes: int


def publish(files: Iterable[OutputFile], output: Path) -> Published:
    """Make `output` hold exactly `files`.

    Only files that a build wrote are replaced or removed: a folder that holds files but was not made by a build is
    refused with UsageError. Raises PublishError when the disk refuses; nothing has been put in place then, or, where
    the fault comes in the middle of the renames, every file is still the old one or the new one whole.
    """
    try:
        before = _written_before(output)
        output.mkdir(parents=True, exist_ok=True)
        for left in output.glob(f"{_ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        # Inside the site, since only there is it sure to be on the same file system, which a rename needs.
        aside = Path(mkdtemp(prefix=_ASIDE, dir=output))
    except OSError as error:
        raise PublishError(f"cannot write into {output}: {error.strerror}") from error
    try:
        return _replace(files, output, aside, before)
    except OSError as error:
        raise PublishError(f"writing the site failed at {error.filename or output}: {error.strerror}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _written_before(output: Path) -> frozenset[str]:
    """Paths of the files that builds wrote."""
    manifest = output / MANIFEST
    if manifest.is_file():
        return frozenset(manifest.read_text(encoding="utf-8", errors="replace").split("\n")) - {""}
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError(f"{output} is not empty and was not made by jianbao: name another folder, or empty it first")
    return frozenset()


def _replace(files: Iterable[OutputFile], output: Path, aside: Path, before: frozenset[str]) -> Published:
    now: set[str] = set()
    changed: list[str] = []
    size = 0
    for file in files:
        target = _inside(output, file.path)
        if file.path in now:
            raise PublishError(f"two pages claim the address {file.path}")
        now.add(file.path)
        size += len(file.data)
        if _holds(target, file.data):
            continue
        changed.append(file.path)
        (aside / str(len(changed))).write_bytes(file.data)
    # First a record of all that is ours: should the process die among the renames, the next build knows what is.
    _record(aside, before | now, output)
    for number, path in sorted(enumerate(changed, 1), key=lambda item: (item[1].endswith(".html"), item[1])):
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside / str(number), target)  # noqa: PTH105 - the atomic rename, by its name
    gone = sorted(before - now)
    for path in gone:
        _remove(output, path)
    _record(aside, now, output)
    return Published(len(changed), len(now) - len(changed), len(gone), size)


def _holds(target: Path, data: bytes) -> bool:
    """Whether the file is there and holds just this: asked of the disk, so that what anybody else changed is mended."""
    return target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data


def _record(aside: Path, paths: Iterable[str], output: Path) -> None:
    (aside / "manifest").write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8", newline="\n")
    os.replace(aside / "manifest", output / MANIFEST)  # noqa: PTH105 - the atomic rename, by its name


def _inside(output: Path, path: str) -> Path:
    """The file's place; no path leaves the folder."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or any(part in {"", ".", ".."} for part in parts):
        raise PublishError(f"the path {path!r} leaves the site")
    if any(len(part.encode()) > _LONGEST_PART for part in parts):
        raise PublishError(
            f"the address {path[:60]}… has a part longer than {_LONGEST_PART} bytes: give it a shorter name"
        )
    return output.joinpath(*parts)


def _remove(output: Path, path: str) -> None:
    target = _inside(output, path)
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for folder in target.parents:
        if folder == output or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
