"""Which encoding the bytes of a text are in, confirmed by what they decode to."""

import codecs
from dataclasses import dataclass

from jianbao.importers.damage import damaged, mixed, wrongly_decoded
from jianbao.model.errors import SourceError
from jianbao.text.decode import BOM, SHARE_OF_COMMON, Undecodable, decode, share_of_common

_UTF_32 = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"))
_UTF_16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Big5 as it is in Hong Kong, Taiwan and on Windows; each has characters that the others do not have.
_BIG5 = ("big5", "big5hkscs", "cp950")
_NAMES = {"gb18030": "GB18030", "big5": "Big5", "big5hkscs": "Big5-HKSCS", "cp950": "Big5 (cp950)"}
_NAMES |= {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}
# What becomes of U+FFFD where UTF-8 is taken for GBK.
_LOST = ("\ufffd", "锟斤拷")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that it was in."""

    text: str
    """Without a byte-order mark; nothing else is changed."""
    encoding: str
    """By its usual name: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`."""
    notes: tuple[str, ...] = ()


def read_text(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode the bytes of a text; `encoding` overrules what they look like. Raises SourceError.

    A byte-order mark decides. Without one the bytes are UTF-8 where they can be, else what they read best as: in right
    Chinese text many characters are common ones, in wrong decodings hardly any.
    """
    found = _by_name(data, encoding) if encoding else _by_mark(data) or _by_content(data)
    nul = found.text.find("\0")
    if nul >= 0:
        line = found.text.count("\n", 0, nul) + 1
        raise SourceError(f"holds NUL characters (line {line}): it is no text", "save it as plain text", line)
    if not encoding and (reason := wrongly_decoded(found.text)):
        raise SourceError(*reason)
    lost = [(found.text.count(sign), sign) for sign in _LOST]
    notes = tuple(
        f"{count} character{'s' * (count != 1)} lost before it came here ({_called(sign)})"
        for count, sign in lost
        if count
    )
    return Decoded(found.text.lstrip("\ufeff"), found.encoding, notes)


def _called(sign: str) -> str:
    return f"U+{ord(sign):04X}" if len(sign) == 1 else sign


def known_encoding(name: str) -> bool:
    """Whether Python can decode texts in the encoding of that name."""
    try:
        "a".encode(name)  # refuses what is no encoding of text
    except (LookupError, ValueError):
        return False
    return True


def _by_name(data: bytes, encoding: str) -> Decoded:
    name = codecs.lookup(encoding).name
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = _told(data)
        hint = f"it reads as {told}: leave --encoding out" if told else "name another encoding, or save it as UTF-8"
        raise SourceError(f"cannot be read as {encoding} (line {line})", hint, line) from error


def _told(data: bytes) -> str:
    """The encoding that the bytes read right in by themselves; empty where none is."""
    try:
        return (_by_mark(data) or _by_content(data, wide=False)).encoding
    except SourceError:
        return ""


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec in (*_UTF_32, *_UTF_16, (BOM, "utf-8")):
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), codec.upper().replace("-LE", "LE").replace("-BE", "BE"))
            except UnicodeDecodeError:
                continue
    return None


def _by_content(data: bytes, *, wide: bool = True) -> Decoded:
    for _, codec in _UTF_32:
        if len(data) % 4 == 0 and b"\0" in data and share_of_common(data, codec) > SHARE_OF_COMMON:
            return Decoded(data.decode(codec), codec.upper().replace("-LE", "LE").replace("-BE", "BE"))
    text = decode(data)
    if isinstance(text, str):
        return Decoded(text, "UTF-8")
    if wide and text.encoding and text.encoding.startswith("UTF-16"):
        return _by_name(data, text.encoding)
    return _legacy(data, text)


def _legacy(data: bytes, failed: Undecodable) -> Decoded:
    shares = [(share_of_common(data, codec), codec) for codec in ("gb18030", *_BIG5, "utf-16-le", "utf-16-be")]
    share, codec = max(shares, key=lambda pair: pair[0])
    if share > SHARE_OF_COMMON:
        return Decoded(data.decode(codec), _NAMES[codec])
    if b"\0" in data:
        raise SourceError(f"{failed.reason} (line {failed.line})", "save it as plain text in UTF-8", failed.line)
    if problem := mixed(data) or damaged(data):
        raise problem
    hint = "name its encoding with --encoding, or save it as plain text in UTF-8"
    raise SourceError(f"{failed.reason} (line {failed.line})", hint, failed.line)
