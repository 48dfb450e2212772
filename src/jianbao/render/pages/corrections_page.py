"""The public list of corrections."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from jianbao.render.edition import Edition, Link, Page
from jianbao.render.heads import page_head
from jianbao.render.pages.corrections import CorrectionLine, correction_line, newest_first
from jianbao.render.pages.digest import digest_paths

ADDRESS = "corrections/"


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """What the page shows."""

    template: ClassVar[str] = "corrections.html"

    page: Page
    lines: tuple[CorrectionLine, ...]
    """The newest first."""
    repository: str | None


def corrections_view(edition: Edition) -> CorrectionsView:
    """Gather the page."""
    config, t = edition.archive.config, edition.strings
    head = page_head(edition, ADDRESS, t("title_corrections"), t("describe_corrections", title=config.title))
    return CorrectionsView(Page(ADDRESS, "", head), tuple(_lines(edition)), config.repository)


def _lines(edition: Edition) -> Iterator[CorrectionLine]:
    corrections = edition.archive.corrections
    wanted = {one.digest for one in corrections}
    issues = {entry.file: entry.issue for entry in edition.archive.entries.values() if entry.file in wanted}
    places = {file: _place(edition, issue, file) for file, issue in issues.items()}
    return (correction_line(edition.strings, made, places.get(made.digest)) for made in newest_first(corrections))


def _place(edition: Edition, key: str, file: str) -> Link:
    """The page of a digest; that of its issue where digests have none."""
    issue = next(one for one in edition.archive.issues if one.key == key)
    link = edition.issues[key]
    return Link(link.text, digest_paths(edition.archive, issue).get(file, link.path))
