"""The files of templates/: the package's own, with those of the site laid over them."""

from pathlib import Path, PurePosixPath

import jianbao
from jianbao.build.content.files import files_below, name_in, read_inside
from jianbao.model.problem import Problem
from jianbao.model.theme import Theme

_TEXTS = frozenset({".html", ".css", ".js", ".xml", ".svg", ".yaml"})


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
                problems.extend(_unreadable(name_in(folder.parent, path), data))
    return Theme(files), tuple(problems)


def _unreadable(name: str, data: bytes) -> list[Problem]:
    """What is wrong with a file of text that is not in UTF-8: its letters would be lost on every page."""
    if PurePosixPath(name).suffix not in _TEXTS:
        return []
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [Problem(name, line, "the template is not in UTF-8", "save it as UTF-8")]
    return []


def languages(theme: Theme) -> frozenset[str]:
    """The languages that the interface can speak: `zh-Hans` where there is a `strings/zh-Hans.yaml`."""
    return frozenset(PurePosixPath(name).stem for name in theme.files if name.startswith("strings/"))
