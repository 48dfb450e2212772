"""Style and scripts under names that carry their content: browsers may keep them for ever, and never mix two builds."""

import hashlib
from collections.abc import Iterable, Mapping
from itertools import groupby

from jianbao.model.theme import OutputFile, Theme

FOLDER = "assets/"

# Eight hexadecimal digits: two versions of one file share them once in four thousand million changes.
_DIGITS = 8


def hashed_name(name: str, data: bytes) -> str:
    """`assets/site.css` → `assets/site.3f2a91c0.css`."""
    stem, dot, ending = name.rpartition(".")
    digest = hashlib.sha256(data).hexdigest()[:_DIGITS]
    return f"{stem}.{digest}{dot}{ending}" if dot else f"{name}.{digest}"


def asset_names(theme: Theme) -> Mapping[str, str]:
    """Published path of each asset by its name within the folder: `site.css` → `assets/site.3f2a91c0.css`.

    The scripts of a folder import each other by name, so the folder bears the content of all of them:
    `search/page.js` → `assets/search.3f2a91c0/page.js`.
    """
    names = sorted(name.removeprefix(FOLDER) for name in theme.files if name.startswith(FOLDER))
    published: dict[str, str] = {}
    for folder, inside in groupby(names, key=lambda name: name.rpartition("/")[0]):
        if folder:
            together = tuple(inside)
            home = hashed_name(FOLDER + folder.replace(".", "-"), _joined(theme, together))
            published |= {name: f"{home}/{name.rpartition('/')[2]}" for name in together}
        else:
            published |= {name: hashed_name(FOLDER + name, theme.files[FOLDER + name]) for name in inside}
    return published


def asset_files(theme: Theme) -> tuple[OutputFile, ...]:
    """The assets themselves, in the order of their names."""
    return tuple(OutputFile(path, theme.files[FOLDER + name]) for name, path in sorted(asset_names(theme).items()))


def _joined(theme: Theme, names: Iterable[str]) -> bytes:
    """Names and contents in one row of bytes that no other files have."""
    return b"".join(f"{name}\0{hashlib.sha256(theme.files[FOLDER + name]).hexdigest()}\0".encode() for name in names)
