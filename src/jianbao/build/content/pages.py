"""Pages of the archive's own words, content/pages/*.md, and the pictures beside them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from jianbao.build.content.files import files_below, name_in, read_inside, read_text
from jianbao.build.content.pictures import ENDINGS, read_picture
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Picture, TextPage
from jianbao.text.devices import is_device

_NAME = re.compile(r"[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff-]{0,59}")
"""A file's name is its address."""
_SHOWN = re.compile(r"!\[([^\]\n]*)\]\(([^)\s]*)")
"""A picture in Markdown: the words for those who do not see it, and the file."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What is in content/pages."""

    texts: tuple[TextPage, ...] = ()
    pictures: tuple[Picture, ...] = ()


def load_pages(root: Path, problems: list[Problem]) -> Pages:
    """Read the folder; what is no page and no picture is passed over, with a warning."""
    folder = root / "content" / "pages"
    texts: list[TextPage] = []
    pictures: list[Picture] = []
    sources: dict[str, str] = {}
    for path in files_below(folder, root, problems) if folder.is_dir() else ():
        named = path.parent == folder and _NAME.fullmatch(path.stem) and not is_device(path.stem)
        if named and path.suffix == ".md":
            text = read_text(root, path, problems)
            if text is not None:
                texts.append(_text_page(path.stem, text))
                sources[name_in(root, path)] = text
        elif named and path.suffix in ENDINGS:
            pictures += _picture(root, path, problems)
        else:
            hint = (
                "pages (.md) and pictures (.png, .webp) stand right in content/pages, named by letters, digits, hyphens"
            )
            problems.append(
                Problem(name_in(root, path), 0, "this is no page and is passed over", hint, Severity.WARNING)
            )
    problems += _unseen(sources, pictures)
    return Pages(tuple(texts), tuple(pictures))


def footer_problems(footer: Sequence[str] | None, pages: Pages) -> Iterator[Problem]:
    """Pages that site.yaml wants at the foot of every page, and that are not there though others are."""
    missing = set(footer or ()) - {page.slug for page in pages.texts} if pages.texts else ()
    for name in sorted(missing):
        hint = f"write content/pages/{name}.md, or take it out of `footer`"
        message = f"`footer` names a page that is not there: {name[:60]}"
        yield Problem("content/site.yaml", 0, message, hint, Severity.WARNING)


def _text_page(slug: str, text: str) -> TextPage:
    first = text.lstrip().split("\n", 1)[0]
    title = first.removeprefix("# ").strip() if first.startswith("# ") else slug
    return TextPage(slug=slug, path=f"{slug}/", title=title, markdown=text)


def _picture(root: Path, path: Path, problems: list[Problem]) -> Iterator[Picture]:
    data = read_inside(root, path, problems)
    if data is None:
        return
    try:
        yield read_picture(path.name, data)
    except ValueError as error:
        reason, _, hint = str(error).rpartition(": ")
        problems.append(Problem(name_in(root, path), 0, f"the picture {reason}", hint))


def _unseen(sources: Mapping[str, str], pictures: Sequence[Picture]) -> Iterator[Problem]:
    """Pictures that pages want and that are not there, and those of which nothing is said to who cannot see them."""
    there = {picture.name for picture in pictures}
    for file, text in sources.items():
        for number, line in enumerate(text.split("\n"), 1):
            for words, name in _SHOWN.findall(line):
                if unquote(name) not in there:
                    hint = "put it beside the page (.png, .webp); pictures elsewhere are not shown"
                    message = f"there is no picture {name[:60]!r}"
                    yield Problem(file, number, message, hint, Severity.WARNING)
                elif not words.strip():
                    hint = "say between the brackets what it shows: ![the page of an issue](issue.webp)"
                    yield Problem(file, number, "the picture has no words", hint, Severity.WARNING)
