"""From a file to the documents in it, each as the lines of a digest and with its issue."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from jianbao.build.add.issue import Wishes, tell_issue
from jianbao.build.add.signing import with_signatures
from jianbao.build.add.writing import write_line
from jianbao.importers.apart import Reader
from jianbao.importers.document import Document, Original
from jianbao.importers.formats import read_original
from jianbao.importers.gather import STANDARD_INPUT
from jianbao.model.digest import IssueFields
from jianbao.model.errors import SourceError
from jianbao.model.problem import Problem, Severity, is_error
from jianbao.parse.frontmatter import FENCE, FrontMatter, read_front_matter
from jianbao.parse.marks import read_mark
from jianbao.text.chars import bare


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a digest is made from."""

    name: str
    sha256: str
    format: str
    encoding: str | None
    data: bytes
    """Empty where the original is not to be kept."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document: a whole digest, or one of several articles of its page."""

    source: SourceFile
    issue: IssueFields
    lines: tuple[str, ...]
    """As the digest has them, marks and escapes included."""
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """`topics` and `counties` of its front matter."""
    notes: tuple[str, ...]
    line: int = 0
    """Line of its source on which it stands; 0: it is the whole source."""


def read_parts(original: Original, reader: Reader, wishes: Wishes, problems: list[Problem]) -> Iterator[Part]:
    """The documents of a file; problems are told under its name."""
    try:
        documents = read_original(original, reader, wishes.encoding)
    except SourceError as error:
        wrong = (error, *error.further)
        problems.extend(Problem(original.name, one.line, f"the file {one.reason}", one.hint) for one in wrong)
        return
    if not documents:
        hint = "save the page of each article"
        message = "passed over: the page only leads to articles and holds none"
        problems.append(Problem(original.name, 0, message, hint, Severity.WARNING))
    data = original.data if wishes.keep_original else b""
    sha256 = hashlib.sha256(original.data).hexdigest()
    for document in documents:
        source = SourceFile(original.name, sha256, document.format, document.encoding, data)
        part = _part(document, source, wishes, problems)
        if part is not None:
            yield part


def _part(document: Document, source: SourceFile, wishes: Wishes, problems: list[Problem]) -> Part | None:
    front = _front_matter(document, source.name)
    if front and front.problems:
        problems.extend(front.problems)
        if any(map(is_error, front.problems)):
            return None
    marked = document.format == "text" and (front is not None or wishes.marks)
    body = document.lines[front.length :] if front else document.lines
    if marked:
        lines = tuple(line.text for line in body)
        wrong = tuple(_wrong_marks(lines, front.length if front else 0, source.name))
        problems.extend(wrong)
    else:
        lines, wrong = tuple(map(write_line, with_signatures(body))), ()
    told = tell_issue(document, source.name, front.issue if front else None, wishes)
    notes = document.notes + told.notes
    if not any(map(bare, lines)):
        problems.append(Problem(source.name, 0, "the file has no text", "put the text of the page into it"))
        return None
    pairs = () if marked else zip(body, lines, strict=True)
    escaped = sum(line.role is None and line.text != text for line, text in pairs)
    if escaped:
        notes += (f"lines that look like marks and are kept as text (with --marks they are marks): {escaped}",)
    if told.issue.date is None:
        hint = "say it with --date 2025-12-08, or name the file 2025-12-08-02.txt"
        hint = 'give each article its `"date"`, or say it with --date 2025-12-08' if document.line else hint
        problems.append(Problem(source.name, document.line, "it is not known of which day this is", hint))
        return None
    if wrong:
        return None
    named = (("topics", front.topics), ("counties", front.counties)) if front else ()
    lists = tuple((key, tuple(subject.name for subject in subjects)) for key, subjects in named)
    return Part(source, told.issue, lines, lists, notes, document.line)


def _front_matter(document: Document, name: str) -> FrontMatter | None:
    """The front matter of a text that is a digest already; None for any other."""
    texts = [line.text for line in document.lines]
    if document.format != "text" or not texts or texts[0].rstrip() != FENCE:
        return None
    front = read_front_matter(texts, name if name != STANDARD_INPUT else "")
    return front if front.length > 1 else None


def _wrong_marks(lines: tuple[str, ...], before: int, name: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, before + 1):
        yield from (Problem(name, number, message, hint) for message, hint in read_mark(line).errors)
