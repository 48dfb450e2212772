"""The downloads, and the page that lists them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import ClassVar

from jianbao.model.job import Job, Note, Outcomes, fixed_job, kept_of
from jianbao.model.site import Archive, Entry
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Edition, Page
from jianbao.render.encoding import json_bytes
from jianbao.render.head import Head
from jianbao.render.heads import page_head
from jianbao.render.machine.datapackage import DATA_PACKAGE, data_package
from jianbao.render.machine.exports import (
    MANIFEST,
    PLACES,
    TOPICS,
    DataFile,
    csv_path,
    data_file,
    jsonl_path,
    manifest_data,
    packed_year,
    vocabulary_files,
    year_part,
)
from jianbao.render.machine.linked_data import dataset
from jianbao.render.machine.resource_sync import resource_sync_files
from jianbao.render.press import Press
from jianbao.text.fingerprint import fingerprint, joined_fingerprint

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


def data_jobs(edition: Edition, press: Press, setting: str) -> Iterator[Job]:
    """A job for each year's files, put together of its months, and for the vocabularies.

    The manifest and the page follow from what came of them.
    """
    archive = edition.archive
    months = _months(edition, setting)
    years = {name: list(part) for name, part in groupby(months, lambda month: month.year)}
    yield from (month.job for month in months)
    jobs = [_year(year, [month.job for month in part]) for year, part in years.items()]
    jobs.append(fixed_job("data, vocabularies", *vocabulary_files(archive)))
    yield from jobs
    counts = {year: sum(month.articles for month in part) for year, part in years.items()}
    facts = {
        "look": press.look(DataView.template),
        "setting": setting,
        "downloads": fingerprint([tuple(job.facts.items()) for job in jobs]),
        "counts": fingerprint(len(archive.issues), counts, len(archive.people), len(archive.unsorted)),
    }
    before = tuple(job.name for job in jobs)
    yield Job("page /data/", facts, partial(_listing, edition, press, counts, before), after=before)


@dataclass(frozen=True, slots=True)
class _Month:
    """A part of a year's files."""

    year: int
    articles: int
    job: Job


def _months(edition: Edition, setting: str) -> list[_Month]:
    """The months of the archive, the oldest first. An issue of a year is one of January: dates are sorted so."""
    found = []
    for name, part in groupby(reversed(edition.archive.issues), lambda issue: issue.date.first_day[:7]):
        issues = list(part)
        entries = [edition.archive.entries[one] for issue in issues for one in issue.entries]
        facts = {"setting": setting, "articles": joined_fingerprint([edition.texts[issue.key] for issue in issues])}
        job = Job(f"data of {name}", facts, partial(_part, edition.archive, entries))
        found.append(_Month(issues[0].date.year, len(entries), job))
    return found


def _part(archive: Archive, entries: Sequence[Entry], _: Outcomes) -> Iterator[Note]:
    yield Note(year_part(archive, entries))


def _year(year: int, months: Sequence[Job]) -> Job:
    names = tuple(month.name for month in months)
    facts = {"articles": fingerprint([tuple(month.facts.items()) for month in months])}
    return Job(f"data of {year}", facts, partial(_packed, year, names), after=names)


def _packed(year: int, months: Iterable[str], outcomes: Outcomes) -> Iterator[OutputFile]:
    return packed_year(year, (outcomes[month].note() for month in months))


def _listing(
    edition: Edition, press: Press, counts: Mapping[int, int], before: Iterable[str], outcomes: Outcomes
) -> Iterator[OutputFile]:
    """The manifest, the descriptor of the package, what harvesters read, and the page, which tells of all."""
    archive, t = edition.archive, edition.strings
    records = {path: count for year, count in counts.items() for path in (jsonl_path(year), csv_path(year))}
    records |= {TOPICS: len(archive.topics.all), PLACES: len(archive.gazetteer.counties)}
    kept = {path: one for job in before for path, one in outcomes[job].files.items()}
    listing = [data_file(path, kept[path], records[path]) for path in records]
    manifest = OutputFile(MANIFEST, json_bytes(manifest_data(archive, listing)))
    package = OutputFile(DATA_PACKAGE, json_bytes(data_package(archive, listing)))
    listing += [data_file(file.path, kept_of(file), 1) for file in (manifest, package)]
    description = t("describe_data", title=archive.config.title)
    about = dataset(archive, listing, description)
    head = page_head(edition, "data/", t("title_data"), description, about=about)
    yield manifest
    yield package
    yield from resource_sync_files(archive, listing)
    yield press.set(data_view(edition, listing, head))


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
    kind = name.removesuffix(".gz")
    year = name.removeprefix("articles-").partition(".")[0]
    words = edition.strings(f"data_{kind.replace(f'-{year}', '').replace('.', '_')}")
    description = words if year == name.partition(".")[0] else f"{edition.strings('year', year=int(year))} {words}"
    return Download(file.path, name, description, spoken_size(file.bytes), file.records, file.sha256)
