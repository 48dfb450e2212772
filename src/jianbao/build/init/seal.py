"""Telling whether a file that jianbao wrote was changed by hand since: its last line has the checksum of the others."""

import hashlib
import re

_SAID = "`jianbao init --upgrade` renews this file as long as nobody changes it: "
_SEAL = re.compile(re.escape(_SAID) + "([0-9a-f]{16})")
COMMENT = "# {}\n"
"""How the last line looks in a file in which `#` begins a comment."""
MARKDOWN = "[//]: # ({})\n"
"""And in Markdown, in which a link that has a name and is never used shows nowhere; it needs a blank line above."""


def sealed(text: str, form: str = COMMENT) -> str:
    """The text of a file with its seal."""
    return text + form.format(_SAID + _checksum(text))


def is_untouched(text: str) -> bool:
    """Whether the file is as jianbao wrote it, whatever the system makes of line ends; one without a seal is not."""
    body, feed, last = text.replace("\r\n", "\n").removesuffix("\n").rpartition("\n")
    seal = _SEAL.search(last)
    return seal is not None and seal[1] == _checksum(body + feed)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
