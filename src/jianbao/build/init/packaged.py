"""The files that come with jianbao for new archives."""

from pathlib import Path

import jianbao


def packaged_text(name: str) -> str:
    """The text of a file of the skeleton. The tree of topics is that of the repository's own archive."""
    package = Path(jianbao.__file__).parent
    path = package / "build" / "skeleton" / name
    if not path.is_file():  # a checkout; the wheel has a copy
        path = package.parent.parent / "content" / name
    return path.read_text(encoding="utf-8")
