"""Writing files of the archive: one by one rename, many all or none, whatever happens on the way.

The new files are written beside their places under hidden names. When all are safe on the disk, one small file, the
journal, says what is to be renamed; from then on the batch counts as written, and whoever comes next finishes it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from jianbao.build.content.files import replace_file, write_anew
from jianbao.build.publishing.lock import exclusive
from jianbao.model.errors import ChangedError, PublishError

_JOURNAL = Path(".jianbao", "adding.json")
_LOCK = Path(".jianbao", "adding.lock")

Seen = Mapping[str, bytes | None]
"""What files held when somebody worked out what to write, by path; None: they were not there."""


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


def finish_interrupted(root: Path) -> None:
    """Finish what a batch left to rename, where one was interrupted; one that is at work now is waited for."""
    if (root / _JOURNAL).is_file():
        with batch_alone(root, lambda: None):
            return


def write_batch(
    root: Path, files: Mapping[str, bytes], removed: Sequence[str] = (), seen: Seen = MappingProxyType({})
) -> None:
    """Write `files` (path relative to `root` → content) and take away `removed`; PublishError: nothing was changed.

    ChangedError, and nothing changed either, where one of the files `seen` is another by now. The caller is
    `batch_alone`.
    """
    staged: list[tuple[str, str]] = []
    try:
        for number, (name, data) in enumerate(files.items()):
            target = _inside(root, name)
            aside = f"{Path(name).parent.as_posix()}/.jianbao-{number}.new"
            target.parent.mkdir(parents=True, exist_ok=True)
            _inside(root, name)  # once more: now that its folder is there, it may turn out to be a link
            staged.append((aside, name))
            write_anew(root / aside, data, like=target)
        journal = json.dumps({"renamed": staged, "removed": [name for name in removed if name not in files]})
        (root / _JOURNAL).parent.mkdir(exist_ok=True)
        write_anew(root / _JOURNAL.with_suffix(".new"), journal.encode())
        for name, before in seen.items():
            refuse_changed(root / name, before)
        (root / _JOURNAL.with_suffix(".new")).replace(root / _JOURNAL)
    except BaseException as error:
        for aside, _ in staged:
            with suppress(OSError):
                (root / aside).unlink()
        if isinstance(error, OSError):
            raise PublishError(f"{error.filename or root} cannot be written: {error.strerror}") from error
        raise
    finish_batch(root)


def rewrite_file(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in place of a file's content, which is `before`; ChangedError where it is another by now."""
    replace_file(path, after, lambda: refuse_changed(path, before))


def refuse_changed(path: Path, before: bytes | None) -> None:
    """ChangedError where the file does not hold what it held (None: where it is there)."""
    if (path.read_bytes() if path.exists() else None) != before:
        raise ChangedError(f"{path} was changed by somebody else meanwhile: nothing was written")


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
        hint = "mend that and say any command of jianbao again: it finishes what was begun"
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
