"""The archive as data, for other programs: the downloads of the site without the site."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from jianbao.model.errors import PublishError
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.exports import vocabulary_files, year_files


def export_files(archive: Archive) -> Iterator[OutputFile]:
    """Articles in full and as a table, a file a year, then topics and places; oldest first."""
    for year, issues in groupby(reversed(archive.issues), key=lambda issue: issue.date.year):
        yield from year_files(archive, year, [archive.entries[one] for issue in issues for one in issue.entries])
    yield from vocabulary_files(archive)


def write_export(folder: Path, files: Iterator[OutputFile]) -> Iterator[Path]:
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
