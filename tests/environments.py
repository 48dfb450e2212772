"""Python environments that cost a second: what this one has installed, seen through one .pth file."""

import sys
import sysconfig
import venv
from pathlib import Path

from tests.programs import run

SCRIPT = """#!{python}
from jianbao.cli.main import main

main()
"""


def programs(folder: Path) -> Path:
    """Give the folder of an environment's programs."""
    return Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))


def from_wheel(folder: Path, wheel: Path) -> None:
    """Make an environment in the new `folder` where jianbao is installed from the wheel."""
    venv.create(folder, symlinks=True, with_pip=False)
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", f"--python={programs(folder) / 'python'}", *install, wheel)
    _borrow(folder)


def from_source(folder: Path, source: Path) -> None:
    """Make one where jianbao is run from the folder `source`, as after an editable installation."""
    venv.create(folder, symlinks=True, with_pip=False)
    script = programs(folder) / "jianbao"
    script.write_text(SCRIPT.format(python=script.with_name("python")), encoding="utf-8")
    script.chmod(0o755)
    _borrow(folder, source)


def _borrow(folder: Path, *before: Path) -> None:
    """Show the packages of this environment, but not what its own .pth files name: an editable jianbao."""
    libraries = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    seen = [*before, sysconfig.get_path("purelib")]
    (libraries / "borrowed.pth").write_text("\n".join(map(str, seen)), encoding="utf-8")
