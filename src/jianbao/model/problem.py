"""A flaw of the content, as a value: it is collected and shown with all others, never raised alone."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The site is not built until it is mended."""
    WARNING = "warning"
    """The site is built; a person should look."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One flaw with the place where it stands and the way out of it. Sorts by file and line."""

    file: str
    """Path as a person would type it, relative to the archive's root, with forward slashes."""
    line: int
    """Line in the file as stored, from 1; 0 where the whole file is meant."""
    message: str
    """What is wrong, one sentence without a full stop."""
    hint: str = ""
    """What to do about it, one sentence; empty only where the message already says so."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        label = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{place}: {label}{self.message}" + (f"\n  hint: {self.hint}" if self.hint else "")


def is_error(problem: Problem) -> bool:
    """Whether the site cannot be built before the problem is mended."""
    return problem.severity is Severity.ERROR
