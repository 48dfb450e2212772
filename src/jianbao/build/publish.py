"""Putting a finished site in place of the last one.

All files of the new site are in memory or written aside before the first is put in place; each is put in place by one
rename, so that whoever reads a file reads the old one or the new one whole. Assets and search files, whose names carry
a hash of what they hold, come before the pages that ask for them, and files of the old site go last.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from jianbao.model.errors import PublishError, UsageError
from jianbao.model.theme import OutputFile

MANIFEST = ".jianbao-files"
"""Lists what the last build wrote, so that only that is ever removed."""


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
    before = _written_before(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise PublishError(f"cannot write beside {output}: {error.strerror}") from error
    try:
        return _replace(files, output, aside, before)
    except OSError as error:
        raise PublishError(f"writing the site failed at {error.filename}: {error.strerror}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _written_before(output: Path) -> dict[str, str]:
    """Hash of each file that the last build wrote, by path."""
    manifest = output / MANIFEST
    if manifest.is_file():
        rows = (line.split("  ", 1) for line in manifest.read_text(encoding="utf-8").splitlines())
        return {row[1]: row[0] for row in rows if len(row) == 2}  # noqa: PLR2004 - hash and path
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError(f"{output} is not empty and was not made by jianbao: name another folder, or empty it first")
    return {}


def _replace(files: Iterable[OutputFile], output: Path, aside: Path, before: dict[str, str]) -> Published:
    now: dict[str, str] = {}
    changed: list[str] = []
    size = 0
    for file in files:
        target = _inside(output, file.path)
        if file.path in now:
            raise PublishError(f"two pages claim the address {file.path}")
        now[file.path] = digest = sha256(file.data).hexdigest()
        size += len(file.data)
        if before.get(file.path) == digest and target.is_file() and target.stat().st_size == len(file.data):
            continue
        changed.append(file.path)
        (aside / str(len(changed))).write_bytes(file.data)
    manifest = "".join(f"{now[path]}  {path}\n" for path in sorted(now))
    (aside / "manifest").write_text(manifest, encoding="utf-8", newline="\n")
    # First a record of all that is ours, with no hash for what is about to change: should the process die among the
    # renames, the next build writes those files again and still knows which files it may remove.
    union = "".join(
        f"{hashed}  {path}\n" for path, hashed in sorted((before | now | dict.fromkeys(changed, "-")).items())
    )
    output.mkdir(exist_ok=True)
    _put(aside, "union", union, output)
    for number, path in sorted(enumerate(changed, 1), key=lambda item: (item[1].endswith(".html"), item[1])):
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(aside / str(number), target)  # noqa: PTH105 - the atomic rename, by its name
    gone = sorted(path for path in before if path not in now)
    for path in gone:
        _remove(output, path)
    os.replace(aside / "manifest", output / MANIFEST)  # noqa: PTH105 - same
    return Published(len(changed), len(now) - len(changed), len(gone), size)


def _put(aside: Path, name: str, text: str, output: Path) -> None:
    (aside / name).write_text(text, encoding="utf-8", newline="\n")
    os.replace(aside / name, output / MANIFEST)  # noqa: PTH105 - the atomic rename, by its name


def _inside(output: Path, path: str) -> Path:
    """The file's place; no path leaves the folder."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or any(part in {"", ".", ".."} for part in parts):
        raise PublishError(f"the path {path!r} leaves the site")
    return output.joinpath(*parts)


def _remove(output: Path, path: str) -> None:
    target = _inside(output, path)
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
