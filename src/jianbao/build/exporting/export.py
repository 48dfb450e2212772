"""The archive as data, for other programs: the downloads of the site, and what would be too much for it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from sqlite3 import Error as DatabaseError

from jianbao.build.exporting.bag import PAYLOAD, write_tags
from jianbao.build.exporting.database import NAME, write_database
from jianbao.model.errors import PublishError
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.encoding import one_line
from jianbao.render.machine.citation import bibtex, ris
from jianbao.render.machine.exports import vocabulary_files, year_files
from jianbao.render.reference import Reference, reference


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an export holds beside articles, table, topics and places."""

    database: bool = False
    """`archive.sqlite`."""
    citations: bool = False
    """Bibliographic records, a file for each topic and each county, as RIS and as BibTeX."""
    bag: bool = False
    """The folder is a bag: the files stand in `data/`, their checksums beside that."""


def export(folder: Path, archive: Archive, wanted: Wanted) -> Iterator[Path]:
    """Write the files into `folder`, each whole or not at all, and tell of each."""
    payload = folder / PAYLOAD if wanted.bag else folder
    files = export_files(archive)
    kept = []
    for path in write_export(payload, (*files, *citation_files(archive)) if wanted.citations else files):
        kept.append(path)
        yield path
    if wanted.database:
        kept.append(_database(payload, archive))
        yield kept[-1]
    if wanted.bag:
        yield from _tags(folder, kept, one_line(archive.config.title))


def export_files(archive: Archive) -> Iterator[OutputFile]:
    """Articles in full and as a table, a file a year, then topics and places; oldest first."""
    for year, issues in groupby(reversed(archive.issues), key=lambda issue: issue.date.year):
        yield from year_files(archive, year, [archive.entries[one] for issue in issues for one in issue.entries])
    yield from vocabulary_files(archive)


def citation_files(archive: Archive) -> Iterator[OutputFile]:
    """The records of each topic and each county that has articles: `topic-energy.ris`, `county-renhuai.bib`."""
    groups = [(f"topic-{group.topic.id}", group.entries) for group in archive.topic_groups]
    groups += [(f"county-{group.county.slug}", group.entries) for group in archive.county_groups]
    for name, entries in groups:
        if entries:
            cited = [reference(archive, archive.entries[identifier]) for identifier in entries]
            yield _written(f"{name}.ris", ris, cited)
            yield _written(f"{name}.bib", bibtex, cited)


def write_export(folder: Path, files: Iterable[OutputFile]) -> Iterator[Path]:
    """Write the files into `folder`, each whole or not at all, and tell of each."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            path = folder / Path(file.path).name
            aside = path.with_name(f".{path.name}.new")
            aside.write_bytes(file.data)
            aside.replace(path)
            yield path
    except OSError as error:
        raise PublishError(f"{error.filename or folder} cannot be written: {error.strerror}") from error


def _written(name: str, write: Callable[[Reference], str], cited: Iterable[Reference]) -> OutputFile:
    return OutputFile(name, "".join(map(write, cited)).encode(errors="replace"))


def _database(folder: Path, archive: Archive) -> Path:
    path = folder / NAME
    aside = path.with_name(f".{NAME}.new")
    try:
        aside.unlink(missing_ok=True)
        write_database(aside, archive)
        return aside.replace(path)
    except (OSError, DatabaseError) as error:
        raise PublishError(f"{path} cannot be written: {error}") from error


def _tags(folder: Path, payload: Sequence[Path], title: str) -> list[Path]:
    try:
        return write_tags(folder, payload, title)
    except OSError as error:
        raise PublishError(f"{error.filename or folder} cannot be written: {error.strerror}") from error
