"""Nothing that jianbao imports warns, even when every module is compiled anew."""

import sys
from pathlib import Path

from tests.programs import run

IMPORT_ALL = """
import importlib, pkgutil, jianbao
names = [found.name for found in pkgutil.walk_packages(jianbao.__path__, "jianbao.")]
for name in names:
    importlib.import_module(name)
print(*names)
"""


def test_every_module_imports_without_a_warning(tmp_path: Path) -> None:
    # pypdfium2 reads a file of its own, all ASCII, without naming the encoding.
    warnings = ("-W", "error", "-W", "ignore::EncodingWarning:pypdfium2_raw.version")
    python = (sys.executable, *warnings, "-X", "warn_default_encoding", "-X", f"pycache_prefix={tmp_path}")
    assert "jianbao.text.words" in run(*python, "-c", IMPORT_ALL).split()
