"""What the archive holds already: each digest with its paper, date, page and source."""

from dataclasses import dataclass
from pathlib import Path

from jianbao.build.content.files import files_below, name_in, read_inside
from jianbao.build.content.load import DIGEST_ENDINGS
from jianbao.model.digest import IssueFields
from jianbao.model.problem import Problem
from jianbao.parse.frontmatter import read_front_matter
from jianbao.text.decode import decode, split_lines


@dataclass(frozen=True, slots=True)
class Place:
    """Where a digest belongs: two digests of one place are the same page, twice."""

    newspaper: str
    date: str
    """Without its qualifier, as addresses have it."""
    page: int | None
    """None: the whole issue, or not known."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A digest of the archive."""

    file: str
    """Relative to the archive's root."""
    place: Place
    source: str
    """What its front matter says of where it comes from; empty: nothing."""


def read_holdings(root: Path, newspaper: str) -> tuple[Holding, ...]:
    """The digests of the archive at `root` in the order of their files; `newspaper` is its main paper.

    Files that are no digests or have no date are left out: `build` and `check` tell of them.
    """
    folder = root / "content" / "issues"
    problems = list[Problem]()
    found = []
    for path in files_below(folder, root, problems) if folder.is_dir() else ():
        data = read_inside(root, path, problems) if path.suffix.lower() in DIGEST_ENDINGS else None
        text = decode(data) if data else None
        if isinstance(text, str):
            file = name_in(root, path)
            issue = read_front_matter(split_lines(text), file).issue
            if issue.date is not None:
                found.append(Holding(file, place_of(issue, newspaper), issue.source or ""))
    return tuple(found)


def place_of(issue: IssueFields, newspaper: str) -> Place:
    """Where a digest with these fields belongs; `newspaper` is the paper of one that names none."""
    return Place(issue.newspaper or newspaper, issue.date.base if issue.date else "", issue.page)
