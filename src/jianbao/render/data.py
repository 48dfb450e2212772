"""The page of downloads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jianbao.render.edition import Edition, Page
from jianbao.render.exports import DataFile
from jianbao.render.head import Head

_KILOBYTE = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file on the page."""

    path: str
    name: str
    description: str
    size: str
    """For a person: `12 KB`."""
    records: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DataView:
    """What the page of downloads shows."""

    template: ClassVar[str] = "data.html"

    page: Page
    downloads: tuple[Download, ...]


def data_view(edition: Edition, listing: Sequence[DataFile], head: Head) -> DataView:
    """Gather the page of downloads."""
    return DataView(
        page=Page("data/", "", head),
        downloads=tuple(_download(edition, file) for file in listing),
    )


def spoken_size(size: int) -> str:
    """Bytes as a person reads them, in decimal units, never less than one: `1 KB`, `53 KB`, `1.2 MB`."""
    kilobytes = -(-size // _KILOBYTE)
    return f"{kilobytes} KB" if kilobytes < _KILOBYTE else f"{size / _KILOBYTE**2:.1f} MB"


def _download(edition: Edition, file: DataFile) -> Download:
    name = file.path.rpartition("/")[2]
    description = edition.strings(f"data_{name.replace('.', '_')}")
    return Download(file.path, name, description, spoken_size(file.bytes), file.records, file.sha256)
