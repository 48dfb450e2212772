"""The YAML front matter of a digest: what it says of its issue, closed and checked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao.model.digest import IssueFields
from jianbao.model.problem import Problem
from jianbao.parse.filename import date_and_page
from jianbao.text.dates import parse_edtf
from jianbao.text.numerals import read_number
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import load

FENCE = "---"
KEYS = ("newspaper", "date", "page", "number", "section", "source", "topics", "counties")
_LAST_PAGE = 999


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic or county that a person named, in front matter or by a mark."""

    key: str
    """`topics` or `counties`."""
    name: str
    """Topic id or county code; whether the archive knows it is not asked here."""
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text of a digest, completed from its file name."""

    issue: IssueFields
    topics: tuple[Subject, ...]
    """Topic ids that all its articles have."""
    counties: tuple[Subject, ...]
    """County codes that all its articles have."""
    length: int
    """Lines that it takes, both fences included; 0 where there is none."""
    problems: tuple[Problem, ...]


def read_front_matter(lines: Sequence[str], file: str) -> FrontMatter:
    """Read the front matter of a digest; `lines` are all its lines, `file` is its path for problems and as a source.

    A date or page that it does not state is taken from the file name. That there is no date at all is no problem here.
    """
    problems: list[Problem] = []
    length, node = 0, None
    if lines and lines[0].rstrip() == FENCE:
        length = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), 0)
        if not length:
            hint = f"close it with a line `{FENCE}`, or put something else on the first line"
            problems.append(Problem(file, 1, f"the front matter that `{FENCE}` opens has no end", hint))
            return FrontMatter(_from_name(IssueFields(), file), (), (), 1, tuple(problems))
        node, found = load("\n".join(lines[1 : length - 1]) + "\n", file=file, first_line=2)
        problems += found
    fields = Fields.of(node, file=file, problems=problems, what="the front matter") if node else None
    if fields is None:
        return FrontMatter(_from_name(IssueFields(), file), (), (), length, tuple(problems))
    fields.close(KEYS)
    topics, counties = (_subjects(fields, key) for key in ("topics", "counties"))
    return FrontMatter(_from_name(_issue(fields), file), topics, counties, length, tuple(sorted(problems)))


def _issue(fields: Fields) -> IssueFields:
    return IssueFields(
        newspaper=fields.stated("newspaper", str),
        date=fields.stated("date", parse_edtf),
        number=fields.stated("number", str),
        page=fields.stated("page", _page),
        section=fields.stated("section", str),
        source=fields.stated("source", str),
    )


def _subjects(fields: Fields, key: str) -> tuple[Subject, ...]:
    line = fields.mapping.lines.get(key, 0)
    return tuple(Subject(key, name, line) for name in dict.fromkeys(fields.texts(key)))


def _from_name(issue: IssueFields, file: str) -> IssueFields:
    date, page = date_and_page(file)
    if issue.date is not None and date is not None and issue.date.base != date.base:
        page = None  # the name counts something else, or belongs to another issue: its page would be a guess
    return replace(issue, date=issue.date or date, page=issue.page if issue.page is not None else page)


def _page(text: str) -> int:
    number = read_number(text)
    if number is None or not 1 <= number <= _LAST_PAGE:
        message = f"`{text}` is not a page; write its number, for example 2"
        raise ValueError(message)
    return number
