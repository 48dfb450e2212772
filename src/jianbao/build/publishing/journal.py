"""The journal of publishing: what is left to do to put a finished site in place of the last one.

All new files wait in a folder beside a plan of what goes where. One rename of that folder is the moment of publishing:
before it nothing of the old site has been touched, after it whoever comes next can finish, as each step may be done
twice. A rename of each file, unlike a swap of the whole site, is to be had on every file system.
"""

import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from jianbao.build.publishing.lock import exclusive
from jianbao.build.publishing.manifest import MANIFEST, UNKNOWN, digest, manifest_text, read_manifest
from jianbao.model.errors import PublishError

OWN = ".jianbao-"
"""What begins so in a site is ours and not for readers."""
ASIDE = f"{OWN}new-"
"""New files are written into a folder of this name."""
LOCK = f"{OWN}lock"
_PENDING = f"{OWN}pending"
_PLAN = "plan"
_NOWHERE = frozenset(("", ".", ".."))
"""What the parts of a path never are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, in this order. Paths are relative to the site, with forward slashes."""

    before: Sequence[str]
    """Files of the old site that stand where the new one needs a folder, or in a folder where it needs a file."""
    put: Sequence[str]
    """Files to be put in place; the one at position N waits under the name N."""
    after: Sequence[str]
    """Files of the old site that the new one does not have."""


def commit(output: Path, aside: Path, plan: Plan, manifest: str) -> None:
    """Make it certain that the files in the folder `aside` will be the site, and put them in place."""
    _write(aside / MANIFEST, manifest)
    _write(aside / _PLAN, json.dumps(asdict(plan), ensure_ascii=False))
    aside.rename(output / _PENDING)
    _carry_out(output, plan)


def is_pending(output: Path) -> bool:
    """Whether a build died while it put its files in place."""
    return (output / _PENDING).is_dir()


def finish(output: Path) -> int:
    """Finish what a build that died, or was refused by the disk, had begun; how many files that put in place.

    The caller holds the lock. A file that a power cut damaged before it reached the disk is left out: the old one
    stays, and the manifest does not vouch for it, so that the next build makes it anew.
    """
    for left in output.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    if not is_pending(output):
        return 0
    pending = output / _PENDING
    plan = Plan(**json.loads((pending / _PLAN).read_text(encoding="utf-8")))
    _leave_out_damaged(pending, plan)
    return _carry_out(output, plan)


def recover(output: Path) -> int:
    """Take the lock and `finish`, where there is something to finish."""
    if not is_pending(output):
        return 0
    try:
        with exclusive(output / LOCK):
            return finish(output)
    except (OSError, ValueError, TypeError) as error:
        raise PublishError(f"the build that was interrupted cannot be finished in {output}: {error}") from error


def place(output: Path, path: str) -> str:
    """Where a file of the site lies; PublishError for a path that leaves the folder."""
    if "\\" in path or "\0" in path or not _NOWHERE.isdisjoint(path.split("/")):
        raise PublishError(f"the path {path!r} leaves the site")
    return f"{output}{os.sep}{path}"


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _leave_out_damaged(pending: Path, plan: Plan) -> None:
    digests = read_manifest(pending)
    if not digests:
        return
    waiting = [(pending / str(number), path) for number, path in enumerate(plan.put)]
    damaged = [(file, path) for file, path in waiting if file.is_file() and digest(file.read_bytes()) != digests[path]]
    for _, path in damaged:
        digests[path] = UNKNOWN
    if damaged:
        _write(pending / f"{MANIFEST}.new", manifest_text(digests))
        (pending / f"{MANIFEST}.new").replace(pending / MANIFEST)
    for file, _ in damaged:
        file.unlink()


def _carry_out(output: Path, plan: Plan) -> int:
    """Do all steps of the plan that are not done yet; how many files were put in place."""
    pending = output / _PENDING
    for path in plan.before:
        _remove(output, path)
    done = sum([_put(f"{pending}{os.sep}{number}", place(output, path)) for number, path in enumerate(plan.put)])
    for path in plan.after:
        _remove(output, path)
    if (pending / MANIFEST).is_file():
        os.utime(pending / MANIFEST)
        (pending / MANIFEST).replace(output / MANIFEST)
    # First out of the way, by one rename: a plan that is done must never be read again.
    finished = output / f"{ASIDE}done"
    pending.rename(finished)
    shutil.rmtree(finished, ignore_errors=True)
    return done


def _put(waiting: str, target: str) -> bool:
    """Put a file in place; False where that is done already."""
    with suppress(FileNotFoundError):
        os.replace(waiting, target)
        return True
    if not os.path.isfile(waiting):
        return False
    os.makedirs(os.path.dirname(target), exist_ok=True)
    os.replace(waiting, target)
    return True


def _remove(output: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    target = place(output, path)
    if os.path.isdir(target) and not os.path.islink(target):
        # An earlier attempt at this plan has put a folder of the new site here.
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(target)
    folder = path
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        try:
            os.rmdir(place(output, folder))
        except FileNotFoundError:
            # Gone with an earlier attempt, which may not have come to the folder above.
            continue
        except OSError:
            break
