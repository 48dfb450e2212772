"""The files that come with jianbao for new archives."""

from pathlib import Path

import jianbao


def packaged_text(name: str) -> str:
    """The text of a file of the skeleton. Topics, reference and handbook are those of the repository's own archive."""
    return packaged_bytes(name).decode("utf-8")


def packaged_bytes(name: str) -> bytes:
    """Its bytes."""
    return _path(name).read_bytes()


def packaged_pictures() -> tuple[str, ...]:
    """Names of the pictures of the handbook."""
    return tuple(sorted(path.name for path in _path("pages/keeping.md").parent.glob("keeping-*.webp")))


def _path(name: str) -> Path:
    package = Path(jianbao.__file__).parent
    path = package / "build" / "skeleton" / name
    if not path.is_file():  # a checkout; the wheel has a copy
        path = package.parent.parent / "content" / name
    return path
