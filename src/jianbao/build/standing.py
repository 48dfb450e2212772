"""Whether there is anything to build: a glance at all that builds read and all that the last one wrote.

A file counts as the same where its name, size, times and inode are. One that was touched shortly before a build may be
changed again without a sign of it, as file systems tell times by ticks: after the build it is read once more, and
where that is too soon still, the build leaves nothing to compare with.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import jianbao
from jianbao.build.keys import machine
from jianbao.build.publishing.journal import is_pending
from jianbao.build.publishing.manifest import untouched
from jianbao.build.storage.packing import packed, unpacked
from jianbao.build.theme import packaged_templates
from jianbao.model.problem import Problem
from jianbao.text.fingerprint import joined_fingerprint

LEDGER = Path("content", "addresses.txt")
"""The record of the addresses that were published, below the archive's root. Builds write it, and are told of apart."""
MEMORY = Path(".jianbao", "addresses.txt")
"""The same of an archive that keeps no record: builds warn by it, and their site does not follow from it."""
SETTLED = 3_000_000_000
"""Nanoseconds after which a touch shows: FAT has the coarsest times, of two seconds."""
_FOLDERS = ("content", "templates")


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that was built, and what it was built from."""

    seen: str
    """What `glance` saw before the build, if that is `lasting`."""
    ledger: str
    """The ledger after it."""
    manifest: str
    """SHA-256 of the site's manifest."""
    sizes: tuple[int, ...]
    """Bytes of the files, in the order of the manifest."""
    articles: int
    issues: int
    base_url: str | None
    """As the site has it."""
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What there is to read for a build, seen from outside."""

    seen: str
    """A fingerprint of the names, sizes and times; empty where something is a link or cannot be looked at."""
    recent: tuple[tuple[str, int, str], ...] = ()
    """Files that were touched just now: path, nanoseconds of the touch, fingerprint of the content."""


NOTHING_SEEN = Glance("")


def glance(root: Path, base_url: str | None) -> Glance:
    """Look at all that a build reads; only what was touched just now is read."""
    since = time.time_ns() - SETTLED
    package = Path(jianbao.__file__).parent
    folders = [package, packaged_templates(), *(root / name for name in _FOLDERS if (root / name).is_dir())]
    told = [repr((base_url, jianbao.__version__, machine(), len(folders)))]
    recent: dict[str, int] = {}
    ledger = os.fspath(root / LEDGER)
    try:
        for folder in folders:
            told.extend(sorted(_files(os.fspath(folder), since, recent, ledger)))
        return Glance(joined_fingerprint(told), tuple((path, at, _content(path)) for path, at in recent.items()))
    except (OSError, _NotToldError):
        return NOTHING_SEEN


def lasting(glanced: Glance) -> str:
    """What was seen before a build, as the next one may compare with it; empty where that would not be safe.

    A file that was touched just before is as it was then, unless somebody changed it and put all of it back.
    """
    now = time.time_ns() - SETTLED
    try:
        same = all(at < now and _content(path) == content for path, at, content in glanced.recent)
    except OSError:
        return ""
    return glanced.seen if same else ""


def _content(path: str) -> str:
    return blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()


def stands(root: Path, output: Path, glanced: Glance, row: bytes) -> Standing | None:
    """The standing in `row`, if the site at `output` stands as it was built from what `glance` has seen."""
    if not glanced.seen or glanced.recent or not row or is_pending(output):
        return None
    try:
        (standing,) = unpacked(Standing, row)
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    same = (standing.seen, standing.ledger) == (glanced.seen, ledger_state(root))
    return standing if same and untouched(output, standing.manifest, standing.sizes) else None


def standing_row(standing: Standing) -> bytes:
    """A standing as the store keeps it."""
    return packed([standing])


def ledger_state(root: Path) -> str:
    """What the ledger looks like; it is ours, and nobody writes it while a build runs."""
    path = ledger_at(root)
    try:
        seen = path.stat()
    except OSError:
        return ""
    return f"{path.parent.name} {seen.st_size} {seen.st_mtime_ns} {seen.st_ino}"


def ledger_at(root: Path) -> Path:
    """Where addresses are written down: on record, if the archive keeps one."""
    return root / (LEDGER if keeps_record(root) else MEMORY)


def keeps_record(root: Path) -> bool:
    """Whether the archive has a record of addresses in its content; an empty file begins one."""
    return (root / LEDGER).exists() or (root / LEDGER).is_symlink()


class _NotToldError(Exception):
    """A link may lead to what changes without a sign."""


def _files(folder: str, since: int, recent: dict[str, int], but: str) -> Iterator[str]:
    """A line for each file below a folder `but` one; notes those that are `recent`.

    OSError where one cannot be looked at.
    """
    with os.scandir(folder) as found:
        for one in found:
            if one.is_symlink():
                raise _NotToldError
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _files(one.path, since, recent, but)
                continue
            if one.path == but:
                continue
            seen = one.stat()
            touched = max(seen.st_mtime_ns, seen.st_ctime_ns)
            if touched >= since:
                recent[one.path] = touched
            yield f"{one.path}\t{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino} {seen.st_mode}"
