"""What kind of file it is: by its first bytes where they tell, else by the ending of its name."""

import re
from pathlib import PurePath

from jianbao.importers.apart import Reader
from jianbao.importers.document import Document, Original
from jianbao.importers.jsonl import read_jsonl
from jianbao.importers.plain import read_plain
from jianbao.importers.table import read_table
from jianbao.model.errors import SourceError

ENDINGS = {
    ".txt": "text", ".md": "text", ".text": "text",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".mhtml": "mhtml", ".mht": "mhtml",
    ".csv": "csv", ".tsv": "csv",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}  # fmt: skip
"""Endings of names, and the format that they stand for."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FIRST_BYTES = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"))
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\0", b"MM\0*")
_RECOGNISE = "have the text recognised (OCR), then add it as text"
_ARCHIVED = re.compile(rb"(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location): [^\n]{0,900}\n", re.IGNORECASE)
_HINTS = {
    ".doc": "save it as .docx in Word, WPS or LibreOffice",
    ".wps": "save it as .docx in WPS",
    ".rtf": "save it as .docx in Word, WPS or LibreOffice",
    ".zip": "unpack it, and name the folder",
    ".rar": "unpack it, and name the folder",
    ".7z": "unpack it, and name the folder",
    ".jpg": _RECOGNISE,
    ".jpeg": _RECOGNISE,
    ".png": _RECOGNISE,
    ".tif": _RECOGNISE,
    ".tiff": _RECOGNISE,
    ".bmp": _RECOGNISE,
    ".xls": "copy its cells into a text or a Word document",
    ".xlsx": "copy its cells into a text or a Word document",
    ".odt": "save it as .docx in LibreOffice or WPS",
    ".pages": "export it as .docx in Pages",
    ".ceb": "copy its text, or print it to a PDF",
    ".caj": "copy its text, or print it to a PDF",
}
_KINDS = ".txt, .md, .docx, .pdf, .html, .mhtml, .csv and .jsonl can be read"


def read_original(original: Original, reader: Reader, encoding: str | None = None) -> tuple[Document, ...]:
    """The documents that a file holds; `reader` reads formats that are no plain text. Raises SourceError."""
    kind = format_of(original)
    if kind == "text":
        return read_plain(original, encoding)
    if kind == "jsonl":
        return read_jsonl(original, encoding)
    if kind == "csv":
        return read_table(original, encoding)
    return reader.read(original, kind, encoding)


def format_of(original: Original) -> str:
    """The name of the file's format. Raises SourceError for one that cannot be read."""
    head = original.data[:1024]
    ending = PurePath(original.name).suffix.lower()
    if foreign := _foreign(original.data):
        raise SourceError(*foreign)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _ARCHIVED.match(start) and b"multipart/related" in original.data[:4096]:
        return "mhtml"
    if kind := next((kind for first, kind in _FIRST_BYTES if head.startswith(first)), None):
        return kind
    is_page = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    if ending in ENDINGS:
        return "html" if is_page else ENDINGS[ending]
    if original.name == "-":
        return "html" if is_page else "jsonl" if start.startswith((b"{", b"[{")) else "text"
    hint = _HINTS.get(ending, _KINDS)
    raise SourceError(
        f"ends in {ending}, which cannot be read" if ending else "has no ending that tells its kind", hint
    )


def _foreign(data: bytes) -> tuple[str, str] | None:
    """(reason, hint) for a file that, whatever its name says, is of a format that cannot be read."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLD_WORD) and _LOCKED in data:
        return "is locked with a password", "save it without the password"
    if data.startswith(_OLD_WORD):
        return "is an old Word or WPS document (.doc, .wps)", _HINTS[".doc"]
    if start.startswith(b"{\\rtf"):
        return "is a document in RTF", _HINTS[".rtf"]
    if data.startswith(_PICTURES):
        return "is a picture", _RECOGNISE
    return None
