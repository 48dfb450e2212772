"""The handbook of keepers says what is there: every command, option, key, mark, page and picture that it names."""

import re
from pathlib import Path

import click
import pytest

from jianbao.build.content.config import KEYS as SETTINGS
from jianbao.build.content.gone import KEYS as GONE
from jianbao.build.content.pages import Pages, load_pages
from jianbao.build.content.pictures import read_picture
from jianbao.cli.main import main as commands
from jianbao.cli.review import _ANSWERS, _MOVES
from jianbao.parse.marks import KEYS as MARK_KEYS
from jianbao.parse.marks import ROLES, START
from tests.programs import REPOSITORY
from tools import api
from tools.screenshots import LARGEST, PREFIX

FOLDER = REPOSITORY / "content" / "pages"
HANDBOOK = (FOLDER / "keeping.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", HANDBOOK)


@pytest.fixture(scope="module")
def pages() -> Pages:
    """Give the pages of the archive, which are all sound."""
    problems: list[object] = []
    read = load_pages(REPOSITORY, problems)  # type: ignore[arg-type]
    assert problems == []
    return read


def typed() -> list[list[str]]:
    """The commands of the handbook, by words."""
    lines = re.findall(r"^ {4}(jianbao .+)$|`(jianbao [^`]+)`", HANDBOOK, re.MULTILINE)
    return [(block or inline).split()[1:] for block, inline in lines]


def test_every_command_and_option_exists() -> None:
    context = click.Context(commands)
    seen = set()
    for words in typed():
        command = commands.get_command(context, words[0])
        assert command is not None, words
        seen.add(words[0])
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known, words
    assert seen >= {"init", "add", "check", "review", "mark", "serve", "build"}


def test_every_option_that_is_told_of_apart_exists() -> None:
    context = click.Context(commands)
    names = commands.list_commands(context)
    every = [command for name in names if (command := commands.get_command(context, name))]
    known = {option for command in (*every, commands) for parameter in command.params for option in parameter.opts}
    told = {word for words in re.findall(r"`(--[^`]+)`", HANDBOOK) for word in words.split() if word.startswith("--")}
    assert told
    assert told <= known


def test_every_key_of_a_review_is_told() -> None:
    assert set(re.findall(r"`([a-z])` ", HANDBOOK)) == {*_ANSWERS, *filter(str.isalpha, _MOVES)}


def test_every_mark_and_key_exists() -> None:
    roles = set(re.findall(r"\{\.([a-z]+)\}", HANDBOOK))
    assert roles <= {*ROLES, START}
    assert set(re.findall(r"\{([a-z_]+)=", HANDBOOK)) <= set(MARK_KEYS)
    assert set(re.findall(r"`([a-z_]+): [^`]+`", HANDBOOK)) <= SETTINGS.keys() | GONE.keys()


def test_every_picture_is_there_is_shown_once_and_is_light(pages: Pages) -> None:
    names = [name for _, name in SHOWN]
    pictures = {picture.name: picture for picture in pages.pictures}
    assert sorted(names) == sorted(pictures)
    assert all(name.startswith(PREFIX) for name in names)
    for picture in pictures.values():
        assert len(picture.data) <= LARGEST
        assert read_picture(picture.name, picture.data) == picture
        assert picture.width >= 600


def test_every_picture_says_in_words_what_it_shows() -> None:
    assert all(len(words) >= 12 for words, _ in SHOWN)


def test_every_picture_is_taken_by_the_script() -> None:
    script = (REPOSITORY / "tools" / "screenshots.py").read_text(encoding="utf-8")
    taken = set(re.findall(r"studio\.(?:terminal|screen)\(\"([a-z]+)\"", script))
    assert {name.removeprefix(PREFIX).removesuffix(".webp") for _, name in SHOWN} == taken


def test_the_handbook_is_published_with_its_pictures(built_site: Path) -> None:
    page = (built_site / "keeping" / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<img src="\.\./([^"]+)" alt="([^"]+)" width="\d+" height="\d+"', page)
    assert [(words, path) for path, words in found] == [(words, f"pictures/{name}") for words, name in SHOWN]
    assert all((built_site / path).is_file() for path, _ in found)
    guide = (built_site / "guide" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="../{name}/"' in guide for name in ("keeping", "reference", "api"))


def test_the_page_of_the_api_is_what_the_code_says() -> None:
    assert (FOLDER / "api.md").read_text(encoding="utf-8") == api.api(), "`make reference` writes it anew"


def test_everything_public_is_explained() -> None:
    forms = re.findall(r"^```python\n(.+)\n```\n\n(.*)$", api.api(), re.MULTILINE)
    assert len(forms) > 100
    assert [form for form, told in forms if not told] == []


def test_the_example_of_the_api_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.findall(r"^ {4}(.*)$|^$", api.api().partition("检索在浏览器")[0], re.MULTILINE)
    digest = next((REPOSITORY / "content" / "issues").rglob("*.txt")).relative_to(REPOSITORY).as_posix()
    code = "\n".join(example).replace("content/issues/2026/2026-01-05-02.txt", digest)
    monkeypatch.chdir(REPOSITORY)
    exec(compile(code, "api.md", "exec"), {})  # noqa: S102 - the page's own words, which this test proves
    assert len(capsys.readouterr().out.splitlines()) > 1
