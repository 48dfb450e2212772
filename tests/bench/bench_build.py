"""How long a build of this archive takes: from nothing, and with nothing changed. Run it by `make bench`."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.programs import REPOSITORY, SCRIPTS, run


def main() -> None:
    """Print one line a build."""
    with TemporaryDirectory() as folder:
        shutil.copytree(REPOSITORY / "content", Path(folder, "content"))
        for name in ("from nothing", "nothing changed"):
            told = json.loads(run(SCRIPTS / "jianbao", "--root", folder, "build", "--json"))
            size = f"{told['written']} files written, {told['bytes'] / 1000:,.0f} kB in all"
            print(f"build, {name}: {told['seconds']:.2f} s, {size}")


if __name__ == "__main__":
    main()
