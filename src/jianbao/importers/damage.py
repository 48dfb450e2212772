"""What is wrong with a text that no encoding fits: a few bad bytes, two encodings, or a wrong decoding before."""

import re
from collections.abc import Iterator

from jianbao.model.errors import SourceError
from jianbao.text.chars import is_han
from jianbao.text.decode import SHARE_OF_COMMON, share_of_common

_CODECS = (("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("big5hkscs", "Big5"))
_BAD = re.compile("\ufffd+")
_MOST_BAD = 0.02
"""Share of characters that are damaged; of a text in another encoding some tenth and more are no characters."""
# (what the text was taken for, what it is).
_MISTAKES = (
    ("iso-8859-1", "utf-8"), ("cp1252", "utf-8"), ("gb18030", "utf-8"),
    ("iso-8859-1", "gb18030"), ("cp1252", "gb18030"), ("iso-8859-1", "big5"), ("cp1252", "big5"),
)  # fmt: skip
_SAMPLE = 20_000
"""Characters at the beginning of a text by which a wrong decoding is told."""
_FEW = 8
"""Different Chinese characters; of fewer less can be said."""
_KEPT = 0.7
"""Share of the bytes that read right the way back; some were lost where they stood for no character."""


def damaged(data: bytes) -> SourceError | None:
    """The error for a text that reads well in an encoding but for a few places."""
    for codec, name in _CODECS:
        text = data.decode(codec, "replace")
        bad = len(_BAD.findall(text))
        good = _BAD.sub("", text).encode(codec, "ignore")
        if 0 < bad <= max(1, _MOST_BAD * len(text)) and share_of_common(good, codec) > SHARE_OF_COMMON:
            line = text.count("\n", 0, text.find("\ufffd")) + 1
            places = "one place" if bad == 1 else f"{bad} places, the first"
            hint = f"mend it there, or leave out what is damaged: iconv -c -f {codec} -t utf-8 FILE > NEW.txt"
            return SourceError(f"reads as {name} but for {places} on line {line}: perhaps it was cut off", hint, line)
    return None


def mixed(data: bytes) -> SourceError | None:
    """The error for a text of which some lines are in one encoding and some in another."""
    told = list(_told(data))
    names = {name for _, name in told}
    if len(names) < 2 or any(name is None for _, name in told):  # noqa: PLR2004 - two encodings
        return None
    first, line = told[0][1], next(line for line, name in told if name != told[0][1])
    reason = f"mixes encodings: line {told[0][0]} reads as {first}, line {line} as {dict(told)[line]}"
    return SourceError(reason, "save its parts as UTF-8 before they are put together", line)


def _told(data: bytes) -> Iterator[tuple[int, str | None]]:
    """(line, encoding) of each line that is not ASCII; None where none fits."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.isascii():
            yield number, next((name for codec, name in _CODECS[:2] if fits(line, codec)), None)


def fits(data: bytes, codec: str) -> bool:
    """Whether the bytes are a text in an encoding that Python knows."""
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def wrongly_decoded(text: str) -> tuple[str, str] | None:
    """(reason, hint) for a text that was taken for another encoding and saved: it reads right only the way back."""
    sample = text[:_SAMPLE]
    if (
        len(_beyond(sample.encode())) < _FEW
        or share_of_common(sample.encode("utf-8", "ignore"), "utf-8") > SHARE_OF_COMMON
    ):
        return None
    for taken, real in _MISTAKES:
        raw = _beyond(sample.encode(taken, "ignore"))
        different = "".join(sorted(filter(is_han, set(raw.decode(real, "ignore")))))
        kept = len(raw.decode(real, "ignore").encode(real, "ignore"))
        is_text = len(different) >= _FEW and share_of_common(different.encode(), "utf-8") > 2 * SHARE_OF_COMMON
        if is_text and kept >= _KEPT * len(raw):
            reason = f"was decoded wrongly before it came here ({real} taken for {taken})"
            return reason, f"copy it anew, or try the way back: iconv -f utf-8 -t {taken} FILE > NEW.txt"
    return None


def _beyond(data: bytes) -> bytes:
    """The bytes that are not ASCII, and those that may be the second halves of characters."""
    return bytes(byte for place, byte in enumerate(data) if byte > 0x7F or (place and data[place - 1] > 0x7F))  # noqa: PLR2004
