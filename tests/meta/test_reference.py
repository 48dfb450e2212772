"""The reference is made from the code, whole and up to date."""

import importlib.util
from pathlib import Path
from types import ModuleType

from tests.programs import REPOSITORY


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", REPOSITORY / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_code_says() -> None:
    page = (REPOSITORY / "content" / "pages" / "reference.md").read_text(encoding="utf-8")
    assert page == generator().reference(), "`make reference` writes it anew"


def test_every_part_of_a_site_is_explained(built_site: Path) -> None:
    found = {f"{path.name}/" if path.is_dir() else path.name for path in built_site.iterdir()}
    own = {name for name in found if name.startswith(".jianbao-")}
    assert found - own <= set(generator().ADDRESSES)
