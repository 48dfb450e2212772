"""Where a site may be put: a slip of the finger must not cost an archive."""

from pathlib import Path

from jianbao.model.errors import UsageError

_SOURCES = ("content", "templates", ".git", ".jianbao")
"""Folders of an archive that people or programs fill; builds read them, or must not touch them."""


def check_output(root: Path, output: Path) -> None:
    """Raise UsageError where the archive at `root` must not be published into `output`, links followed.

    That is in a folder of what the site is made from, in any repository's `.git`, and in the root or above it.
    """
    home, target = root.resolve(), output.resolve()
    if home.is_relative_to(target):
        raise UsageError(f"{output} holds the archive itself: name a folder of its own, such as {root / '_site'}")
    for name in _SOURCES:
        if target.is_relative_to((home / name).resolve()):
            raise UsageError(f"{output} lies in {root / name}: name another folder, such as {root / '_site'}")
    if ".git" in target.parts:
        raise UsageError(f"{output} lies in a .git folder: name another one, such as {root / '_site'}")
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file: name a folder")
