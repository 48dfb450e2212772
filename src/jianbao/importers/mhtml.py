"""Web archives (MHTML, RFC 2557): a saved page and its pictures in one file, as Chrome and Edge save them."""

import email
import email.policy
from dataclasses import replace

from jianbao.importers.damage import fits
from jianbao.importers.document import Document, Original
from jianbao.importers.encodings import known_encoding
from jianbao.importers.html import read_html
from jianbao.model.errors import SourceError

_MOST_PARTS = 2_000
_LOCATIONS = ("Snapshot-Content-Location", "Content-Location")


def read_mhtml(original: Original, encoding: str | None = None) -> tuple[Document, ...]:
    """The one document that the page in the archive is; its address tells date and page, too. Raises SourceError."""
    archive = email.message_from_bytes(original.data, policy=email.policy.compat32)
    for count, part in enumerate(archive.walk()):
        if part.get_content_type() == "text/html":
            address = next((str(value) for holder in (archive, part) for name in _LOCATIONS
                            if (value := holder.get(name))), original.name)  # fmt: skip
            page = part.get_payload(decode=True)
            told = part.get_content_charset() or ""
            data = page if isinstance(page, bytes) else b""
            known = told.upper() if known_encoding(told) and fits(data, told) else None
            return tuple(replace(one, format="mhtml") for one in read_html(Original(address, data), encoding or known))
        if count > _MOST_PARTS:
            break
    raise SourceError("holds no page", "save the page again, as a web page (HTML only)")
