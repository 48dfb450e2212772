"""Telling whether a file that jianbao wrote was changed by hand since: its last line has the checksum of the others."""

import hashlib
import re

_SEAL = re.compile(r"# `jianbao init --upgrade` renews this file as long as nobody changes it: ([0-9a-f]{16})\n?")


def sealed(text: str) -> str:
    """The text of a file in which `#` begins a comment, with its seal."""
    return f"{text}# `jianbao init --upgrade` renews this file as long as nobody changes it: {_checksum(text)}\n"


def is_untouched(text: str) -> bool:
    """Whether the file is as jianbao wrote it, whatever the system makes of line ends; one without a seal is not."""
    body, line, _ = text.replace("\r\n", "\n").rpartition("# `jianbao init")
    seal = _SEAL.fullmatch(text.replace("\r\n", "\n")[len(body) :]) if line else None
    return seal is not None and seal[1] == _checksum(body)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
