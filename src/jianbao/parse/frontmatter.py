"""The YAML front matter of a digest: what it says of its issue, closed and checked."""

import difflib
from collections.abc import Callable
from collections.abc import Mapping as Table
from collections.abc import Sequence as Items
from dataclasses import dataclass, replace
from types import MappingProxyType

from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.problem import Problem
from jianbao.parse.filename import date_and_page
from jianbao.text.dates import parse_edtf
from jianbao.text.numerals import read_number
from jianbao.text.strict_yaml import Mapping, Scalar, Sequence, YamlNode, load

FENCE = "---"
_LAST_PAGE = 999


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text of a digest, completed from its file name."""

    issue: IssueFields
    topics: tuple[str, ...]
    """Topic ids that all its articles have."""
    counties: tuple[str, ...]
    """County codes that all its articles have."""
    length: int
    """Lines that it takes, both fences included; 0 where there is none."""
    problems: tuple[Problem, ...]


def read_front_matter(lines: Items[str], file: str) -> FrontMatter:
    """Read the front matter of a digest; `lines` are all its lines, `file` is its path for problems and as a source.

    A date or page that it does not state is taken from the file name. That there is no date at all is no problem here.
    """
    fields = _Fields({}, {})
    problems: tuple[Problem, ...] = ()
    length = 0
    if lines and lines[0].rstrip() == FENCE:
        length = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), 0)
        if not length:
            hint = f"close it with a line `{FENCE}`, or put something else on the first line"
            problems = (Problem(file, 1, f"the front matter that `{FENCE}` opens has no end", hint),)
            return FrontMatter(_from_name(IssueFields(), file), (), (), 1, problems)
        node, problems = load("\n".join(lines[1 : length - 1]) + "\n", file=file, first_line=2)
        fields, wrong = _read(node, file)
        problems += wrong
    issue = IssueFields(**fields.issue)  # type: ignore[arg-type]  # the table below gives each key its own type
    lists = fields.lists
    return FrontMatter(_from_name(issue, file), lists.get("topics", ()), lists.get("counties", ()), length, problems)


def _from_name(issue: IssueFields, file: str) -> IssueFields:
    date, page = date_and_page(file)
    if issue.date is not None and date is not None and issue.date.base != date.base:
        page = None  # the name counts something else, or belongs to another issue: its page would be a guess
    return replace(issue, date=issue.date or date, page=issue.page if issue.page is not None else page)


@dataclass(frozen=True, slots=True)
class _Fields:
    issue: dict[str, str | int | EdtfDate]
    lists: dict[str, tuple[str, ...]]


def _read(node: YamlNode | None, file: str) -> tuple[_Fields, tuple[Problem, ...]]:
    """The values of all known keys, and a problem for each that is unknown or cannot be read."""
    fields = _Fields({}, {})
    if node is None:
        return fields, ()
    if not isinstance(node, Mapping):
        hint = "write one `key: value` a line, for example `date: 2025-12-08`"
        return fields, (Problem(file, node.line, "the front matter is not a list of keys and values", hint),)
    problems = []
    for key, value in node.items.items():
        line = node.lines[key]
        if isinstance(value, Scalar) and value.absent and key in {*_SINGLE, *_LISTS}:
            continue
        try:
            if key in _LISTS:
                fields.lists[key] = _texts(value)
            elif key in _SINGLE:
                fields.issue[key] = _SINGLE[key](_text(value))
            else:
                problems.append(Problem(file, line, f"unknown key `{key}`", _nearest(key)))
        except ValueError as error:
            problems.append(Problem(file, line, f"`{key}` cannot be read", str(error)))
    return fields, tuple(problems)


def _text(node: YamlNode) -> str:
    if isinstance(node, Scalar) and node.text.strip():
        return node.text.strip()
    message = "write one value behind the key"
    raise ValueError(message)


def _texts(node: YamlNode) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        return tuple(dict.fromkeys(_text(item) for item in node.items))
    return (_text(node),)


def _page(text: str) -> int:
    number = read_number(text)
    if number is None or not 1 <= number <= _LAST_PAGE:
        message = f"`{text}` is not a page; write its number, for example 2"
        raise ValueError(message)
    return number


_SINGLE: Table[str, Callable[[str], str | int | EdtfDate]] = MappingProxyType(
    {"newspaper": str, "date": parse_edtf, "page": _page, "number": str, "section": str, "source": str}
)
_LISTS = ("topics", "counties")


def _nearest(key: str) -> str:
    known = [*_SINGLE, *_LISTS]
    near = difflib.get_close_matches(key.lower(), known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(known)}"
