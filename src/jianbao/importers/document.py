"""What every importer gives: the lines of a text, what is known of each, and what the source says of its issue."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jianbao.model.digest import IssueFields
from jianbao.text.folio import page_folio


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    text: str
    """As the source has it; no LF in it. Blank lines are lines too."""
    role: str | None = None
    """What the source says that it is, by the name that marks use; None: not said."""
    start: bool = False
    """The source says that an article without a headline begins here."""
    pinned: str | None = None
    """Permanent id of the article that the line is in, where the source is an archive of ours."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file, or what came through standard input, as it was given."""

    name: str
    """Path as a person would type it."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one page or one issue, or a part of it."""

    lines: tuple[Line, ...]
    format: str
    """What the source is: `text`, `docx`, `pdf`, `html`, `mhtml`, `jsonl`, `csv`."""
    encoding: str | None = None
    """Encoding of the source's text, by its usual name; None where the format settles it."""
    issue: IssueFields = field(default_factory=IssueFields)
    """What the source says of its issue."""
    notes: tuple[str, ...] = ()
    """What a person should know about the reading, one sentence each."""
    line: int = 0
    """Line of the source on which it stands, where the source holds several; 0: it is the whole source."""


def printed_issue(lines: Sequence[str]) -> IssueFields:
    """What the head and the foot of a page print of its issue."""
    folio = page_folio(lines)
    return IssueFields(date=folio.date, page=folio.page)
