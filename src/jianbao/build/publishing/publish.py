"""Putting a finished site in place of the last one.

What is promised. Files are written aside, then put in place by one rename each, so that whoever reads a file reads the
old one or the new one whole. New files come first, what pages are made of before the pages, then those that replace old
ones, and files of the old site go last: a page that is in place never names one that is not yet. A process that dies
before all is written aside leaves the old site as it was; one that dies later leaves a journal, and the next build, or
`jianbao serve`, finishes the new site first and says so. After a power cut, what had not reached the disk is found by
its digest or size and made anew by the next build. Two builds take turns. Files of other people are never touched.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType

from jianbao.build.publishing.journal import ASIDE, LOCK, OWN, Plan, commit, finish, is_pending, place, recover
from jianbao.build.publishing.lock import exclusive
from jianbao.build.publishing.manifest import MANIFEST, changed_since, digest, manifest_text, read_manifest
from jianbao.model.errors import PublishError, UsageError
from jianbao.model.theme import Kept, OutputFile

_LONGEST_PART = 255
"""Bytes of a file's name that file systems take."""
_LONGEST_CHARACTER = 4
"""Bytes of a character in UTF-8."""
_FEW = 256
"""Up to so many files are flushed to the disk one by one (4 ms each, eight at a time); more by one call for all."""
_FLUSHERS = 8


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, counted in files; `bytes` is the size of the whole site."""

    written: int
    unchanged: int
    removed: int
    bytes: int
    finished: int = 0
    """Files that an interrupted build had left to put in place."""


def publish(files: Iterable[OutputFile], output: Path, keep: Mapping[str, Kept] = MappingProxyType({})) -> Published:
    """Make `output` hold exactly `files` and, as they are there, those named in `keep`.

    Only files that a build wrote are replaced or removed: a folder that holds files but was not made by a build is
    refused with UsageError. Raises PublishError when the disk refuses, or when a file of somebody else is in the way;
    nothing has been put in place then, or, where the fault comes in the middle of the renames, the next build goes on.
    """
    try:
        if not (output / LOCK).exists():
            _refuse_strangers(output)
        with exclusive(output / LOCK):
            finished = finish(output)
            _refuse_strangers(output)
            # Inside the site, since only there is it sure to be on the same file system, which a rename needs.
            aside = Path(mkdtemp(prefix=ASIDE, dir=output))
            try:
                return _replace(files, output, aside, keep, finished)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or error
        if is_pending(output):
            raise PublishError(
                f"the new site could not be put in place at {error.filename2 or error.filename}: {reason}. "
                "Mend that and build again: what is left will be done first"
            ) from error
        raise PublishError(f"cannot write into {output}: {reason} ({error.filename})") from error


def altered(output: Path, keep: Mapping[str, Kept]) -> set[str]:
    """Paths among `keep` that are not in the site as they were written, whoever changed them."""
    recover(output)
    return changed_since(output, keep)


def _refuse_strangers(output: Path) -> None:
    """UsageError where the folder holds files, none of them ours."""
    if (output / MANIFEST).is_file() or is_pending(output) or not os.path.lexists(output):
        return
    if not output.is_dir() or any(not path.name.startswith(OWN) for path in output.iterdir()):
        raise UsageError(f"{output} is not empty and was not made by jianbao: name another folder, or empty it first")


def _replace(
    files: Iterable[OutputFile], output: Path, aside: Path, keep: Mapping[str, Kept], finished: int
) -> Published:
    before = read_manifest(output)
    now = {path: kept.digest for path, kept in keep.items()}
    if any(before.get(path) != known for path, known in now.items()):
        raise PublishError(f"{output} was changed by another build: build again")
    size = sum(kept.size for kept in keep.values())
    changed: dict[str, str] = {}
    for file in files:
        target = _target(output, file.path)
        if file.path in now:
            raise PublishError(f"two pages claim the address {file.path}")
        now[file.path] = digest(file.data)
        size += len(file.data)
        if not _holds(target, file.data):
            changed[file.path] = f"{aside}{os.sep}{len(changed)}.new"
            with open(changed[file.path], "wb") as waiting:
                waiting.write(file.data)
    gone = sorted(before.keys() - now.keys())
    manifest = manifest_text(now)
    if changed or gone or now != before or not (output / MANIFEST).is_file():
        _refuse_obstacles(output, changed, before)
        order = sorted(changed, key=lambda path: (path in before, path.endswith(".html"), path))
        for number, path in enumerate(order):
            ordered = f"{aside}{os.sep}{number}"
            os.rename(changed[path], ordered)
            changed[path] = ordered
        if before:
            _flush(changed.values())
        commit(output, aside, _plan(order, gone, before), manifest)
    return Published(len(changed), len(now) - len(changed), len(gone), size, finished)


def _plan(order: list[str], gone: list[str], before: Mapping[str, bytes]) -> Plan:
    """What is in the way of new files goes first: a file where a folder must be, or files where a file must be."""
    new = {path for path in order if path not in before}
    folders = {folder for path in new for folder in _folders(path)}
    first = [path for path in gone if path in folders or not new.isdisjoint(_folders(path))]
    return Plan(first, order, [path for path in gone if path not in set(first)])


def _folders(path: str) -> Iterator[str]:
    """The folders of the site that a file lies in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _holds(target: str, data: bytes) -> bool:
    """Whether the file is there and holds just this: asked of the disk, so that what anybody else changed is mended."""
    if not os.path.isfile(target) or os.path.getsize(target) != len(data):
        return False
    with open(target, "rb") as file:
        return file.read() == data


def _target(output: Path, path: str) -> str:
    """The file's place; no path leaves the folder, none takes a name of ours, none is too long for a disk."""
    target = place(output, path)
    if path.startswith(OWN):
        raise PublishError(f"the name {path!r} is kept for jianbao")
    if len(path) * _LONGEST_CHARACTER > _LONGEST_PART and any(
        len(part.encode()) > _LONGEST_PART for part in path.split("/")
    ):
        raise PublishError(
            f"the address {path[:60]}… has a part longer than {_LONGEST_PART} bytes: give it a shorter name"
        )
    return target


def _refuse_obstacles(output: Path, changed: Iterable[str], before: Mapping[str, bytes]) -> None:
    """PublishError where something that is not ours stands in the way of a new file, or a link would lead it away."""
    folders: set[str] = set()
    for path in changed:
        target = f"{output}{os.sep}{path}"
        above = tuple(_folders(path))
        folders.update(above)
        ours = path in before or not before.keys().isdisjoint(above)
        if os.path.lexists(target) and (path in before if os.path.isdir(target) else not ours):
            raise PublishError(f"{target} was not made by jianbao and is in the way: move it elsewhere")
    for folder in folders - before.keys():
        target = f"{output}{os.sep}{folder}"
        if os.path.islink(target) or (os.path.exists(target) and not os.path.isdir(target)):
            raise PublishError(f"{target} is no folder of the site and is in the way: move it elsewhere")


def _flush(files: Iterable[str]) -> None:
    """See to it that the files outlast a power cut, before the old ones are given up."""
    waiting = list(files)
    if len(waiting) > _FEW and hasattr(os, "sync"):
        os.sync()
        return
    with ThreadPoolExecutor(_FLUSHERS) as flushers:
        list(flushers.map(_flush_file, waiting))


def _flush_file(path: str) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
