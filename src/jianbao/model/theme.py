"""What the look of a site is made of, and what a build puts out: files by name, no disk."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The files of `templates/`, those of the site laid over those of the package."""

    files: Mapping[str, bytes]
    """Path relative to the folder, forward slashes (`article.html`, `assets/site.css`, `strings/en.yaml`) → content."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site."""

    path: str
    """Relative to the site's root, forward slashes: `articles/20251208-01/index.html`."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the site as it was made: what tells, without making it again, whether it still stands as it should."""

    size: int
    """Bytes."""
    digest: bytes
    """SHA-256 of them, 32 bytes."""
