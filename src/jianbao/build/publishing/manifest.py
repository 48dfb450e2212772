"""What builds wrote into a site, and whether it is still as they wrote it.

The manifest is a list that `sha256sum --check` reads, sorted by path: a function of the site alone. Its own time is
that of the end of the build, so a file that is older need not be read to know that nobody touched it since.
"""

import hashlib
import os
import stat
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from jianbao.model.theme import Kept

MANIFEST = ".jianbao-files"
"""Lists what the last build wrote, so that only that is ever replaced or removed."""
UNKNOWN = bytes(32)
"""Stands for the digest of a file that is ours and may be damaged."""
_DIGITS = 64
_TICK = 20_000_000
"""Nanoseconds that times of files may lag behind the clock: kernels take that of the timer's last tick, 1 to 10 ms."""


def digest(data: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(data).digest()


def read_manifest(output: Path) -> dict[str, bytes]:
    """Digest by path of the files that builds wrote; empty where there is no manifest.

    Lines that are damaged are left out: what they were about counts as a file of somebody else, which is neither
    replaced nor removed.
    """
    try:
        lines = (output / MANIFEST).read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return {}
    digests = {}
    for line in lines:
        try:
            digests[line[_DIGITS + 2 :]] = bytes.fromhex(line[:_DIGITS])
        except ValueError:
            continue
    digests.pop("", None)
    return digests


def manifest_text(digests: Mapping[str, bytes]) -> str:
    """The manifest that lists these digests by path."""
    return "".join([f"{digests[path].hex()}  {path}\n" for path in sorted(digests)])


def changed_since(output: Path, keep: Mapping[str, Kept]) -> set[str]:
    """Paths among `keep` whose files are not what the build wrote that wrote the manifest.

    A file is read only where it is no older than the manifest; for the others size and times are enough, as far as the
    clock runs forward. Where all are sound the manifest takes the time of this look, so that the next reads nothing.
    """
    began = time.time_ns() - _TICK
    digests = read_manifest(output)
    manifest = output / MANIFEST
    since = manifest.stat().st_mtime_ns if manifest.is_file() else 0
    found = set()
    read = 0
    prefix = f"{output}{os.sep}"
    for path, kept in keep.items():
        if digests.get(path) != kept.digest:
            found.add(path)
            continue
        older = _is_older(prefix + path, kept.size, since)
        if older is None:
            read += 1
            older = _has_digest(output / path, kept.digest)
        if not older:
            found.add(path)
    if read and not found:
        _looked_through(output, began)
    return found


def _looked_through(output: Path, began: int) -> None:
    with suppress(OSError):
        os.utime(output / MANIFEST, ns=(began, began))


def untouched(output: Path, manifest: str, sizes: Sequence[int]) -> bool:
    """Whether the site has just the manifest of this digest, and every file is as it lists it.

    `sizes` are those of the files in the order of the manifest. As in `changed_since`, no file is read that is older.
    """
    began = time.time_ns() - _TICK
    try:
        since = (output / MANIFEST).stat().st_mtime_ns
        data = (output / MANIFEST).read_bytes()
    except OSError:
        return False
    if digest(data).hex() != manifest:
        return False
    prefix = f"{output}{os.sep}"
    read = 0
    for line, size in zip(data.decode().split("\n")[:-1], sizes, strict=True):
        path = line[_DIGITS + 2 :]
        sound = _is_older(prefix + path, size, since)
        if sound is None:
            read += 1
            sound = _has_digest(output / path, bytes.fromhex(line[:_DIGITS]))
        if not sound:
            return False
    if read:
        _looked_through(output, began)
    return True


def _is_older(path: str, size: int, since: int) -> bool | None:
    """Whether an ordinary file of the size is there; None where it was touched at or after `since`."""
    try:
        # `os.stat` on strings: at 100,000 articles `Path.stat` costs twice as much.
        seen = os.stat(path, follow_symlinks=False)  # noqa: PTH116
    except OSError:
        return False
    if seen.st_size != size or not stat.S_ISREG(seen.st_mode):
        return False
    return True if seen.st_mtime_ns < since and seen.st_ctime_ns < since else None


def _has_digest(path: Path, expected: bytes) -> bool:
    try:
        return digest(path.read_bytes()) == expected
    except OSError:
        return False
