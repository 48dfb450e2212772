"""The files of templates/: the package's own, with those of the site laid over them."""

from pathlib import Path, PurePosixPath

import jianbao
from jianbao.build.files import files_below, name_in, read_inside
from jianbao.model.problem import Problem
from jianbao.model.theme import Theme


def packaged_templates() -> Path:
    """The folder of the package's own templates: inside the wheel, or beside `src/` in a checkout."""
    package = Path(jianbao.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"


def load_theme(root: Path) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of the archive at `root`. A file of `root/templates` replaces the packaged one of the same name."""
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    folders = [packaged_templates()]
    own = root / "templates"
    if own.is_dir() and own.resolve() != folders[0].resolve():
        folders.append(own)
    for folder in folders:
        for path in files_below(folder, folder.parent, problems):
            data = read_inside(folder.parent, path, problems)
            if data is not None:
                files[name_in(folder, path)] = data
    return Theme(files), tuple(problems)


def languages(theme: Theme) -> frozenset[str]:
    """The languages that the interface can speak: `zh-Hans` where there is a `strings/zh-Hans.yaml`."""
    return frozenset(PurePosixPath(name).stem for name in theme.files if name.startswith("strings/"))
