"""Style and scripts under names that carry their content: browsers may keep them for ever, and never mix two builds."""

import hashlib
from collections.abc import Mapping

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
    """Published path of each asset by its name within the folder: `site.css` → `assets/site.3f2a91c0.css`."""
    return {
        name.removeprefix(FOLDER): hashed_name(name, data)
        for name, data in sorted(theme.files.items())
        if name.startswith(FOLDER)
    }


def asset_files(theme: Theme) -> tuple[OutputFile, ...]:
    """The assets themselves, in the order of their names."""
    return tuple(OutputFile(path, theme.files[FOLDER + name]) for name, path in asset_names(theme).items())
