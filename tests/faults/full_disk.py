"""A site on a disk that the next one does not fit on.

    python -m tests.faults.full_disk FOLDER disk|limit

The folder is a small disk; or else no file may become longer than a page, which the system enforces as it does a quota.
"""

import resource
import sys
from pathlib import Path

from jianbao.build.publishing.publish import publish
from jianbao.model.errors import PublishError
from jianbao.model.theme import OutputFile
from tests.faults.sites import put, tree, version

SIZE = 512 * 1024
"""Bytes of the small disk."""
LIMIT = 16 * 1024


def main() -> None:
    """Publish what fits, what does not, and what fits again."""
    folder, kind = Path(sys.argv[1]), sys.argv[2]
    put(folder, version(1))
    if kind == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    try:
        publish([OutputFile(f"{name}.html", bytes(LIMIT)) for name in range(2 * SIZE // LIMIT)], folder)
        publish([OutputFile("long.html", bytes(2 * LIMIT))], folder)
    except PublishError as error:
        print(error)
    else:
        sys.exit("The disk took it all.")
    assert kind == "limit" or tree(folder) == version(1)
    put(folder, version(2))
    assert tree(folder) == version(2)
    assert {path.name for path in folder.glob(".jianbao*")} == {".jianbao-files", ".jianbao-lock"}


if __name__ == "__main__":
    main()
