"""The files of a new archive, and writing them: into an empty folder, or what is missing into an old one."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import jianbao
from jianbao.build.content.files import replace_file
from jianbao.build.init.divisions import City
from jianbao.build.init.packaged import packaged_bytes, packaged_pictures, packaged_text
from jianbao.build.init.places import places_yaml
from jianbao.build.init.seal import MARKDOWN, is_untouched, sealed
from jianbao.build.publishing.ledger import HEAD
from jianbao.build.standing import LEDGER
from jianbao.model.errors import PublishError, UsageError

SETTINGS = "content/site.yaml"
_MAY_BE_THERE = frozenset((".git",))
_PAGES = ("keeping", "reference")
"""The handbook and the reference: pages for keepers, of this release of jianbao."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new archive is of."""

    title: str
    newspaper: str
    city: City
    language: str = "zh-Hans"
    base_url: str | None = None
    sample: bool = False
    """With an invented page that shows what a digest looks like."""


def archive_files(wanted: Wanted) -> dict[str, str | bytes]:
    """The files of a new archive by their paths."""
    fields = {"title": wanted.title, "newspaper": wanted.newspaper, "city": wanted.city.division.name}
    files: dict[str, str | bytes] = {
        SETTINGS: _site_yaml(wanted),
        "content/places.yaml": places_yaml(wanted.city),
        "content/topics.yaml": packaged_text("topics.yaml"),
        "content/pages/about.md": _filled("about.md", fields),
        "content/pages/guide.md": _filled("guide.md", fields),
        "content/issues/.gitkeep": "",
        LEDGER.as_posix(): HEAD,
        **_tools(fields),
    }
    if wanted.sample:
        files["content/issues/2000/2000-01-01-01.txt"] = packaged_text("sample.txt")
    return files


def missing_files(folder: Path, title: str, newspaper: str, city: City | None) -> dict[str, str | bytes]:
    """What a newer jianbao would have put into the archive in `folder` and it has not; the city, only if places are."""
    if not (folder / SETTINGS).is_file():
        raise UsageError(f"there is no archive in {folder} ({SETTINGS} is missing): leave out --upgrade to make one")
    fields = {"title": title, "newspaper": newspaper, "city": city.division.name if city else "本市"}
    files: dict[str, str | bytes] = {"content/topics.yaml": packaged_text("topics.yaml"), **_tools(fields)}
    files[LEDGER.as_posix()] = HEAD
    if not (folder / "content" / "issues").is_dir():
        files["content/issues/.gitkeep"] = ""
    if not (folder / "content" / "places.yaml").is_file():
        if city is None:
            raise UsageError("content/places.yaml is missing: say with --city which city the archive is of")
        files["content/places.yaml"] = places_yaml(city)
    return {name: text for name, text in files.items() if not (folder / name).exists()}


def outdated_tools(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """What jianbao wrote there and would write otherwise now, with the new text; and what somebody changed since."""
    now = _sealed_tools()
    there = {name: _text(folder / name) for name in now if (folder / name).is_file()}
    other = {name: text for name, text in there.items() if text != now[name]}
    return (
        {name: now[name] for name, text in other.items() if is_untouched(text)},
        tuple(name for name, text in other.items() if not is_untouched(text)),
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def write_archive(folder: Path, files: Mapping[str, str | bytes], *, into_empty: bool) -> None:
    """Write the files; what is there is never overwritten, and where writing fails, what was written is taken away."""
    if into_empty:
        _check_empty(folder)
    _refuse_links(folder, files)
    written: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise PublishError(f"{error.filename or folder} cannot be written: {error.strerror}") from error


def renew_tools(folder: Path, files: Mapping[str, str]) -> None:
    """Put the new texts in place of `outdated_tools`."""
    _refuse_links(folder, files)
    for name, text in files.items():
        replace_file(folder / name, text.encode())


def _refuse_links(folder: Path, files: Iterable[str]) -> None:
    """PublishError where a folder of the archive is a link that leads a file out of it."""
    home = folder.resolve()
    out = next((name for name in files if not (folder / name).parent.resolve().is_relative_to(home)), None)
    if out is not None:
        raise PublishError(f"{folder / out} would lie outside of the archive: a folder on its way is a link")


def _check_empty(folder: Path) -> None:
    if folder.is_dir():
        there = sorted(path.name for path in folder.iterdir() if path.name not in _MAY_BE_THERE)
        if there:
            hint = "take another folder" if (folder / SETTINGS).is_file() is False else "--upgrade adds what is missing"
            raise UsageError(f"{folder} is not empty ({', '.join(there[:3])}): {hint}")
    elif folder.exists():
        raise UsageError(f"{folder} is a file: take another name")


def _tools(fields: Mapping[str, str]) -> dict[str, str | bytes]:
    """What is around the content: how it is published, what git leaves out, what it is built with; the handbook."""
    pictures = {f"content/pages/{name}": packaged_bytes(f"pages/{name}") for name in packaged_pictures()}
    return {**_sealed_tools(), **pictures, "README.md": _filled("README.md", fields)}


def _sealed_tools() -> dict[str, str]:
    """Those that are nobody's but ours as long as nobody changes them."""
    plain = {
        ".github/workflows/pages.yml": packaged_text("pages.yml"),
        ".gitattributes": packaged_text("gitattributes"),
        ".gitignore": packaged_text("gitignore"),
        "requirements.txt": f"jianbao[import]=={jianbao.__version__}\n",
    }
    pages = {name: packaged_text(f"pages/{name}.md") + "\n" for name in _PAGES}
    return {name: sealed(text) for name, text in plain.items()} | {
        f"content/pages/{name}.md": sealed(text, MARKDOWN) for name, text in pages.items()
    }


def _site_yaml(wanted: Wanted) -> str:
    values = [("title", wanted.title), ("newspaper", wanted.newspaper), ("language", wanted.language)]
    lines = ["# The settings of this archive. An unknown key is an error."]
    lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values]
    description = f"《{wanted.newspaper}》的版面文本，剪成一篇篇稿件，按主题、地方与记者编目，逐字可查。"
    lines.append(f"description: {json.dumps(description, ensure_ascii=False)}")
    if wanted.base_url:
        lines.append(f"base_url: {wanted.base_url}")
    else:
        lines.append("# base_url: https://example.org/archive/     set by the publishing workflow on GitHub")
    lines.append("# repository: https://github.com/OWNER/REPOSITORY")
    lines.append("footer: [about, guide]")
    lines.append("license: 稿件著作权归原作者与报社所有，本站仅供检索、研究与引用。")
    lines += ["# newspapers:", "#   - name: 晚报", "#     slug: evening"]
    return "\n".join(lines) + "\n"


def _filled(name: str, fields: Mapping[str, str]) -> str:
    text = packaged_text(name)
    for key, value in fields.items():
        text = text.replace(f"@{key}@", " ".join(value.split()))
    return text
