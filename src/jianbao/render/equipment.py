"""What pages are printed with beside archive and theme."""

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import BytecodeCache

from jianbao.text.words import segmenter


def _cut(text: str) -> list[str]:
    return segmenter().cut(text)


@dataclass(frozen=True, slots=True)
class Equipment:
    """What pages are printed with."""

    cut: Callable[[str], list[str]] = _cut
    """Cuts a text into words."""
    words: str = ""
    """Fingerprint of the words that `cut` knows beside those of its dictionary."""
    compiled: Callable[[str, str], BytecodeCache] | None = None
    """Keeps templates as they were compiled: for an edition's name, and a fingerprint of all that they follow from."""
