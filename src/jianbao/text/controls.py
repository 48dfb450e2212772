"""Characters that nobody sees but that change what is seen: controls, separators, marks of direction."""

import re
from collections.abc import Iterator

# C0 but for tab and line ends, DEL, C1; line and paragraph separator; marks that turn the direction of text round
# (Trojan Source, CVE-2021-42574); interlinear annotation; what Unicode has set aside for never being a character.
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """The text as a page shows it: each of these characters as �, so that every other keeps its place."""
    return CONTROLS.sub(REPLACEMENT, text) if CONTROLS.search(text) else text


def controls(text: str) -> Iterator[tuple[int, str]]:
    """Where they stand, and their names in the form U+202E."""
    return ((found.start(), f"U+{ord(found.group()):04X}") for found in CONTROLS.finditer(text))
