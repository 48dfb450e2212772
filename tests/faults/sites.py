"""Small invented sites whose versions differ in every way that matters, and what may be in a folder between two.

    python -m tests.faults.sites FOLDER VERSION [PAGES]

This publishes one; it exits with 1 where the disk refuses.
"""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from jianbao.build.publishing.publish import publish
from jianbao.model.errors import PublishError
from jianbao.model.theme import OutputFile

Files = Mapping[str, bytes]

STRANGER = {"CNAME": b"archive.example"}
"""A person put this into the site, and it must stay."""


def version(number: int, pages: int = 4) -> dict[str, bytes]:
    """A site: pages that each version replaces, adds and removes, and style with a hashed name that they ask for."""
    style = f"/* {number} */".encode()
    asset = f"assets/site.{hashlib.sha256(style).hexdigest()[:8]}.css"
    newest = f"articles/new-{number}/index.html"
    files = {asset: style, newest: page(number, asset), "feed.atom": b"same", "index.html": page(number, asset, newest)}
    files.update({f"articles/{place:03}/index.html": page(number + place, asset) for place in range(pages)})
    # What was a file becomes a folder, and the other way round.
    files.update({"turns": b"file"} if number % 2 else {"turns/into/folder.html": b"folder"})
    return files


def page(number: int, asset: str, link: str = "") -> bytes:
    """A page that shows whether it is whole."""
    return f"<!doctype html> begin {number} {asset} {link}\n{'正文' * 2000}\nend {number} {asset} {link}".encode()


def put(folder: Path, files: Files) -> None:
    """Publish the files."""
    publish([OutputFile(path, data) for path, data in files.items()], folder)


def tree(folder: Path) -> dict[str, bytes]:
    """Give what readers can see."""
    files = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: path.read_bytes() for name, path in files if not name.startswith(".jianbao-")}


def torn(folder: Path, *allowed: Files) -> list[str]:
    """Files that are neither as in one site nor as in another."""
    return [path for path, data in tree(folder).items() if data not in [files.get(path) for files in allowed]]


def main() -> None:
    """Publish one version."""
    folder, number, *pages = sys.argv[1:]
    try:
        put(Path(folder), version(int(number), *map(int, pages)))
    except PublishError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
