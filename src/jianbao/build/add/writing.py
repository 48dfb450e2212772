r"""The text of a digest from imported lines: front matter, marks, and escapes where text looks like a mark.

What is written reads back as what was imported, character by character; `write_line` makes sure of it.
"""

import json
from collections.abc import Iterable, Sequence

from jianbao.importers.document import Line
from jianbao.model.digest import IssueFields
from jianbao.parse.frontmatter import FENCE
from jianbao.parse.marks import Mark, MarkedLine, read_mark, write_mark
from jianbao.text.chars import bare

_PLAIN = frozenset("0123456789-~?%")


def write_line(line: Line) -> str:
    """The line as it stands in a digest: escaped, then marked with what the source says of it."""
    text = escape(line.text)
    if not bare(text) or (line.role is None and not line.start):
        return text
    return write_mark(text, role=line.role, start=line.start, pinned=line.pinned)


def escape(text: str) -> str:
    r"""The text with backslashes before what would be read as a mark: `\# x`, `x \{.title}`."""
    opening = max(text.rfind("{"), 0)
    braced = text[:opening] + "\\" + text[opening:]
    return next(written for written in (text, "\\" + text, braced, "\\" + braced) if _reads_as(written, text))


def _reads_as(written: str, text: str) -> bool:
    return read_mark(written) == MarkedLine(text, Mark())


def write_digest(issue: IssueFields, lines: Iterable[str], lists: Sequence[tuple[str, tuple[str, ...]]] = ()) -> str:
    """A whole digest; `lists` are the `topics` and `counties` of its front matter, empty ones left out."""
    values = (
        ("newspaper", issue.newspaper),
        ("date", str(issue.date) if issue.date else None),
        ("page", str(issue.page) if issue.page else None),
        ("number", issue.number),
        ("section", issue.section),
        ("source", issue.source),
    )
    front = [f"{key}: {_scalar(value)}" for key, value in values if value]
    front += [f"{key}: [{', '.join(map(_quoted, items))}]" for key, items in lists if items]
    body = "\n".join(lines).strip("\n")
    return "\n".join([FENCE, *front, FENCE, "", body, ""])


def _scalar(value: str) -> str:
    return value if set(value) <= _PLAIN else _quoted(value)


def _quoted(value: str) -> str:
    """A YAML string in double quotes on one line, white space as single spaces, without characters that do not show."""
    shown = "".join(char for char in " ".join(value.split()) if char.isprintable())
    return json.dumps(shown, ensure_ascii=False)
