"""Corrections: what a person changed in the archive, in public."""

from dataclasses import dataclass

from jianbao.model.edtf import EdtfDate

CORRECTIONS = "content/corrections.yaml"
"""Where they stand; `jianbao review` adds to it, and so may anybody by hand."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of a digest, or of how a line of it is read."""

    digest: str
    """The file, relative to the archive's root."""
    date: EdtfDate
    """When it was made."""
    text: str
    """The line that it is about, or its beginning."""
    was: str
    """What stood there before: the role that the program had given the line, or the words."""
    now: str
    """What stands there since."""
    line: int = 0
    """In `CORRECTIONS`."""
