"""What kind of file it is: by its first bytes where they tell, else by the ending of its name."""

from pathlib import PurePath

from jianbao.importers.apart import Reader
from jianbao.importers.document import Document, Original
from jianbao.importers.jsonl import read_jsonl
from jianbao.importers.plain import read_plain
from jianbao.model.errors import SourceError

ENDINGS = {
    ".txt": "text", ".md": "text", ".text": "text",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}  # fmt: skip
"""Endings of names, and the format that they stand for."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_BYTES = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"))
_HINTS = {
    ".doc": "save it as .docx in Word, WPS or LibreOffice",
    ".wps": "save it as .docx in WPS",
    ".rtf": "save it as .docx in Word, WPS or LibreOffice",
    ".mht": "save the page as HTML",
    ".mhtml": "save the page as HTML",
    ".zip": "unpack it, and name the folder",
    ".jpg": "have the text recognised (OCR), then add it as text",
    ".png": "have the text recognised (OCR), then add it as text",
}
_KINDS = ".txt, .md, .docx, .pdf, .html and .jsonl can be read"


def read_original(original: Original, reader: Reader, encoding: str | None = None) -> tuple[Document, ...]:
    """The documents that a file holds; `reader` reads formats that are no plain text. Raises SourceError."""
    kind = format_of(original)
    if kind == "text":
        return read_plain(original, encoding)
    if kind == "jsonl":
        return read_jsonl(original, encoding)
    return reader.read(original, kind, encoding)


def format_of(original: Original) -> str:
    """The name of the file's format. Raises SourceError for one that cannot be read."""
    head = original.data[:1024]
    ending = PurePath(original.name).suffix.lower()
    if head.startswith(_OLD_WORD):
        raise SourceError("is an old Word document (.doc)", _HINTS[".doc"])
    if kind := next((kind for first, kind in _FIRST_BYTES if head.startswith(first)), None):
        return kind
    if ending in ENDINGS:
        return ENDINGS[ending]
    if original.name == "-":
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
            return "html"
        return "jsonl" if start.startswith((b"{", b"[{")) else "text"
    hint = _HINTS.get(ending, _KINDS)
    raise SourceError(
        f"ends in {ending}, which cannot be read" if ending else "has no ending that tells its kind", hint
    )
