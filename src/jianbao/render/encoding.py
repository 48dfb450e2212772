"""How values become the bytes of machine formats, whatever characters a digest holds."""

import json
import re
from xml.etree import ElementTree as ET

from markupsafe import Markup

# All but `Char` of XML 1.0: not even escaped can a document hold other controls, lone surrogates, U+FFFE and U+FFFF.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")
# What could end a script element or open a comment in one; JavaScript once took the last two for line ends.
_IN_SCRIPT = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 forbids."""
    return _NOT_XML.sub("", text)


def one_line(text: str) -> str:
    """The text on one line: each run of white space (ideographic too) one space, forbidden characters gone."""
    return printable(_SPACE.sub(" ", text)).strip()


def xml_bytes(root: ET.Element) -> bytes:
    """An XML document in UTF-8 with its declaration; the caller passes texts through `printable`."""
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Append an element, its text and attributes made fit for XML."""
    element = ET.SubElement(parent, tag, {name: printable(value) for name, value in attributes.items()})
    element.text = None if text is None else printable(text)
    return element


def json_text(value: object) -> str:
    """Compact JSON, keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_bytes(value: object) -> bytes:
    """Compact JSON in UTF-8, one line; a lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    return json_text(value).encode(errors="backslashreplace") + b"\n"


def script_json(value: object) -> Markup:
    """JSON that can stand in a script element of HTML and is not to be escaped again."""
    return Markup(json_text(value).translate(_IN_SCRIPT))  # noqa: S704 - the translation leaves nothing of HTML in it
