"""Plain text and Markdown-like digests: the lines as they are."""

import re

from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.importers.encodings import read_text
from jianbao.text.decode import split_lines

_LINE_END = re.compile(r"\r+\n|\r")


def read_plain(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a text is. Raises SourceError."""
    decoded = read_text(original.data, encoding)
    lines = text_lines(decoded.text)
    issue = printed_issue([line.text for line in lines])
    return (Document(lines, "text", decoded.encoding, issue, decoded.notes),)


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, cut at LF, CR LF, CR CR LF (copied once too often) and at lone CR (old Macintosh)."""
    return tuple(map(Line, split_lines(_LINE_END.sub("\n", text))))
