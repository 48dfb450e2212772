"""Corrections as pages tell them: what was changed, when, and what was there before."""

from collections.abc import Iterable
from dataclasses import dataclass

from jianbao.model.correction import Correction
from jianbao.model.site import Archive, Issue
from jianbao.render.edition import Link
from jianbao.render.strings import Strings


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction."""

    date: str
    """EDTF."""
    place: Link | None
    """The page of the digest, or of its issue where digests have none; None where the page is that of the digest."""
    text: str
    was: str
    now: str


def corrections_of(archive: Archive, issue: Issue) -> tuple[Correction, ...]:
    """Those of the digests of an issue."""
    if not archive.corrections:
        return ()
    files = {archive.entries[identifier].file for identifier in issue.entries}
    return tuple(one for one in archive.corrections if one.digest in files)


def newest_first(corrections: Iterable[Correction]) -> list[Correction]:
    """In the order in which readers see them; those of one day as the file has them, the last first."""
    found = sorted(enumerate(corrections), key=lambda one: (one[1].date.first_day, one[0]), reverse=True)
    return [made for _, made in found]


def correction_line(strings: Strings, made: Correction, place: Link | None = None) -> CorrectionLine:
    """A correction in the words of the interface."""
    return CorrectionLine(str(made.date), place, made.text, _spoken(strings, made.was), _spoken(strings, made.now))


def _spoken(strings: Strings, told: str) -> str:
    """A role by its name in the interface; other words as they are."""
    return strings.texts.get(f"role_{told}", told)
