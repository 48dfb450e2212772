"""Plain text and Markdown-like digests: the lines as they are."""

from jianbao.importers.document import Document, Line, Original, printed_issue
from jianbao.importers.encodings import read_text
from jianbao.text.decode import split_lines


def read_plain(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that a text is. Raises SourceError."""
    decoded = read_text(original.data, encoding)
    lines = text_lines(decoded.text)
    issue = printed_issue([line.text for line in lines])
    return (Document(lines, "text", decoded.encoding, issue, decoded.notes),)


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text; a text without any LF whose lines end in CR (old Macintosh) is cut there."""
    if "\n" not in text and "\r" in text.rstrip("\r"):
        text = text.replace("\r", "\n")
    return tuple(map(Line, split_lines(text)))
