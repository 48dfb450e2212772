"""The pages of an issue's digests (原文): what each line was read as, and how sure that is.

They stand below the issue. Blank lines, front matter and furniture of the page belong to no article and are not shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote, urlencode

from jianbao.model.digest import Article, Block, Role
from jianbao.model.site import Archive, Entry, Issue
from jianbao.render.edition import Edition, Link, Page
from jianbao.render.head import Head, Meta
from jianbao.render.identifiers import published
from jianbao.render.pages.corrections import CorrectionLine, correction_line, corrections_of, newest_first

FULL, BRIEF, NONE = "full", "brief", "none"

SMALL = 2_000
"""Articles up to which whole lines are shown where site.yaml does not say: the pages then repeat all the text."""

_BEGINNING, _END = 10, 6
"""Characters of a long line that are shown: enough to find it in the digest by eye or by search."""
_ELLIPSIS = "……"
_SURE = 100
_UNLISTED = Meta("name", "robots", "noindex")
"""The text stands in the articles; search engines need it once."""


@dataclass(frozen=True, slots=True)
class Row:
    """A block of an article, as its lines stand in the digest."""

    line: int
    """Its first line."""
    joined: tuple[int, ...]
    """All its lines where it has several."""
    role: str
    text: str
    percent: int | None
    """How sure its role and extent are; None where they are certain or nearly so."""
    path: str | None
    """Of the article, on its first row."""


@dataclass(frozen=True, slots=True)
class Part:
    """An article in the digest."""

    title: str | None
    """The title where it was inferred."""
    path: str
    percent: int | None
    """How sure its beginning and end are."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DigestView:
    """What the page of a digest shows."""

    template: ClassVar[str] = "digest.html"

    page: Page
    issue: Link
    page_number: int | None
    file: str
    sha256: str
    brief: bool
    parts: tuple[Part, ...]
    source_url: str | None
    """The digest in the repository."""
    report_url: str | None
    """A new issue in the repository that names the digest."""
    corrections: tuple[CorrectionLine, ...]
    """What was corrected in it, the newest first."""


def manner(archive: Archive) -> str:
    """How digests are shown: as site.yaml says, or by the size of the archive."""
    return archive.config.digests or (FULL if len(archive.newest) <= SMALL else BRIEF)


def digest_paths(archive: Archive, issue: Issue) -> Mapping[str, str]:
    """Path of the page of each digest of an issue by its file; empty where the archive has no such pages.

    `digest-02/` is that of page 2, `digest/` that of a page whose number is not known; a second digest of one page, in
    the order of file names, is `digest-02-2/`.
    """
    if manner(archive) == NONE:
        return {}
    found = sorted({(archive.entries[one].page, archive.entries[one].file) for one in issue.entries}, key=_order)
    paths = {}
    for number, files in groupby(found, key=lambda one: one[0]):
        name = "digest" if number is None else f"digest-{number:02}"
        for count, (_, file) in enumerate(files, 1):
            paths[file] = f"{issue.path}{name}{f'-{count}' if count > 1 else ''}/"
    return paths


def _order(found: tuple[int | None, str]) -> tuple[int, str]:
    return found[0] or 0, found[1]


def digest_views(edition: Edition, issue: Issue) -> Iterator[DigestView]:
    """The pages of an issue's digests."""
    archive = edition.archive
    brief = manner(archive) == BRIEF
    corrections = newest_first(corrections_of(archive, issue))
    for file, path in digest_paths(archive, issue).items():
        entries = [archive.entries[one] for one in issue.entries if archive.entries[one].file == file]
        title = edition.strings("digest_title", issue=edition.issues[issue.key].text)
        canonical = published(archive.config.base_url, path)
        head = Head(title, canonical=canonical, metas=(_UNLISTED,))
        repository = archive.config.repository
        yield DigestView(
            page=Page(path, "issues", head),
            issue=edition.issues[issue.key],
            page_number=entries[0].page,
            file=file,
            sha256=entries[0].sha256,
            brief=brief,
            parts=tuple(_part(archive, entry, brief=brief) for entry in entries),
            source_url=source_url(repository, file),
            report_url=report_url(
                repository, edition.strings("report_title", what=file), f"{file}\n{canonical or path}\n"
            ),
            corrections=tuple(correction_line(edition.strings, one) for one in corrections if one.digest == file),
        )


def source_url(repository: str | None, file: str, lines: tuple[int, int] | None = None) -> str | None:
    """Address of a digest, or of lines of it, in the repository's newest state; None without one on the web."""
    if repository is None or not repository.startswith(("https://", "http://")):
        return None
    place = f"#L{lines[0]}-L{lines[1]}" if lines else ""
    return f"{repository.rstrip('/')}/blob/HEAD/{quote(file)}?plain=1{place}"


def report_url(repository: str | None, title: str, body: str) -> str | None:
    """Address that opens a new issue with a title and a text; GitHub, Gitee, Gitea and Forgejo understand it."""
    form = new_issue(repository)
    return form and f"{form}?{urlencode({'title': title, 'body': body}, quote_via=quote)}"


def new_issue(repository: str | None) -> str | None:
    """Address of the form for a new issue; None without a repository on the web."""
    if repository is None or not repository.startswith(("https://", "http://")):
        return None
    return f"{repository.rstrip('/')}/issues/new"


def _part(archive: Archive, entry: Entry, *, brief: bool) -> Part:
    article = archive.records[entry.id].article
    return Part(
        title=article.title if article.title_inferred else None,
        path=entry.path,
        percent=percent(article.confidence),
        rows=tuple(_rows(article, entry.path, brief=brief)),
    )


def _rows(article: Article, path: str, *, brief: bool) -> Iterable[Row]:
    linked = next((index for index, block in enumerate(article.blocks) if block.role is Role.TITLE), 0)
    for index, block in enumerate(article.blocks):
        yield Row(
            line=block.lines[0],
            joined=block.lines if len(block.lines) > 1 else (),
            role=block.role.value,
            text=shortened(block) if brief else block.text,
            percent=percent(block.confidence),
            path=path if index == linked and not article.title_inferred else None,
        )


def shortened(block: Block) -> str:
    """The first and last characters of a long text; headings stay whole."""
    text = block.text
    if block.role is Role.TITLE or len(text) <= _BEGINNING + len(_ELLIPSIS) + _END:
        return text
    return text[:_BEGINNING] + _ELLIPSIS + text[-_END:]


def percent(confidence: float) -> int | None:
    """A probability in whole per cent, never rounded up to certainty; None for what is."""
    hundredths = int(confidence * _SURE)
    return hundredths if hundredths < _SURE else None


def spoken_lines(lines: Sequence[int]) -> str:
    """`12–14`, or `12, 15` where other lines stand between."""
    together = lines[-1] - lines[0] == len(lines) - 1
    return f"{lines[0]}–{lines[-1]}" if together else ", ".join(map(str, lines))
