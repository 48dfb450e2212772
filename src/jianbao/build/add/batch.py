"""Writing many files of the archive: all of them or none, whatever happens on the way.

The new files are written beside their places under hidden names. When all are safe on the disk, one small file, the
journal, says what is to be renamed; from then on the batch counts as written, and whoever comes next finishes it.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from jianbao.build.lock import exclusive
from jianbao.model.errors import PublishError

_JOURNAL = Path(".jianbao", "adding.json")
_LOCK = Path(".jianbao", "adding.lock")


@contextmanager
def batch_alone(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """One batch at a time, from the look at what is there to the last renaming; an interrupted one is finished first.

    Where another is at work, `waiting` is called once. Raises PublishError where the archive cannot be written.
    """
    if not (root / "content").is_dir():
        # There is no archive; whoever looks for its pages will say so.
        yield
        return
    with ExitStack() as held:
        try:
            held.enter_context(exclusive(root / _LOCK, waiting))
        except OSError as error:
            raise PublishError(f"{error.filename or root} cannot be written: {error.strerror}") from error
        finish_batch(root)
        yield


def write_batch(root: Path, files: Mapping[str, bytes], removed: Sequence[str] = ()) -> None:
    """Write `files` (path relative to `root` → content) and take away `removed`; PublishError: nothing was changed."""
    staged: list[tuple[str, str]] = []
    try:
        for name, data in files.items():
            target = _inside(root, name)
            aside = f"{Path(name).parent.as_posix()}/.{Path(name).name}.new"
            target.parent.mkdir(parents=True, exist_ok=True)
            _inside(root, name)  # once more: now that its folder is there, it may turn out to be a link
            staged.append((aside, name))
            _write_safely(root / aside, data)
        journal = json.dumps({"renamed": staged, "removed": [name for name in removed if name not in files]})
        (root / _JOURNAL).parent.mkdir(exist_ok=True)
        _write_safely(root / _JOURNAL.with_suffix(".new"), journal.encode())
        (root / _JOURNAL.with_suffix(".new")).replace(root / _JOURNAL)
    except BaseException as error:
        for aside, _ in staged:
            with suppress(OSError):
                (root / aside).unlink()
        if isinstance(error, OSError):
            raise PublishError(f"{error.filename or root} cannot be written: {error.strerror}") from error
        raise
    finish_batch(root)


def finish_batch(root: Path) -> bool:
    """Rename what a batch left to rename, if there is one; whether there was."""
    journal = root / _JOURNAL
    try:
        plan = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    try:
        for aside, name in plan["renamed"]:
            with suppress(FileNotFoundError):  # renamed before the interruption
                _inside(root, aside).replace(_inside(root, name))
        for name in plan["removed"]:
            _inside(root, name).unlink(missing_ok=True)
        journal.unlink()
    except OSError as error:
        hint = "mend that and say any `jianbao add` again: it finishes what was begun"
        raise PublishError(f"{error.filename} cannot be written: {error.strerror}; {hint}") from error
    return True


def _inside(root: Path, name: str) -> Path:
    """The path of a file of the archive; PublishError where links lead it out of content/."""
    path = root / name
    content = root / "content"
    if not path.parent.resolve().is_relative_to(content.resolve()) or not content.resolve().is_relative_to(
        root.resolve()
    ):
        raise PublishError(f"{name} would lie outside of the archive: a folder on its way is a link")
    return path


def _write_safely(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
