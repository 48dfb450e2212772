"""What hosts take: a site that is growing out of GitHub Pages is told of before it does."""

from pathlib import Path

from jianbao.build.publishing.publish import Published
from jianbao.model.problem import Problem, Severity

_PAGES_BYTES = 10**9
"""GitHub Pages: a published site is at most 1 GB."""
_PAGES_FILES = 100_000
"""GitHub Pages names no number of files, but a deployment must be done within ten minutes."""
_NEARLY = 0.8
"""Warned of from this share on: an archive that took years to fill so leaves a year or two to act."""
_WAY_OUT = (
    "split the archive by years into sites of their own, each built from its own content/, or host it elsewhere: "
    "any web server that serves files will do"
)


def check_limits(published: Published, output: Path) -> list[Problem]:
    """Warnings of limits that the site has nearly reached."""
    files = published.written + published.unchanged
    found = []
    if published.bytes > _NEARLY * _PAGES_BYTES:
        found.append(f"the site has {published.bytes / 1e9:.2f} GB, and GitHub Pages takes at most 1 GB")
    if files > _NEARLY * _PAGES_FILES:
        found.append(f"the site has {files:,} files, and GitHub Pages gives a deployment at most ten minutes")
    return [Problem(str(output), 0, message, _WAY_OUT, Severity.WARNING) for message in found]
