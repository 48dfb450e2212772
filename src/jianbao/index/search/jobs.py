"""The jobs of the folder `search/`: one a segment, and what is told of all of them together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from json import dumps, loads
from typing import Any

from jianbao.index.documents import documents
from jianbao.index.search.directory import Entry, write_directory
from jianbao.index.search.format import DIRECTORY
from jianbao.index.search.names import NAMES, count_names, write_names
from jianbao.index.search.segments import named, segments
from jianbao.index.search.write import FOLDER, fixed_files, write_segment
from jianbao.model.job import Job, Note, Outcomes
from jianbao.model.search import NameKind, SearchName
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.text.fingerprint import fingerprint, joined_fingerprint


@dataclass(frozen=True, slots=True)
class _Place:
    """An article where only its day counts."""

    id: str
    first_day: str


def search_jobs(archive: Archive, code: str) -> Iterator[Job]:
    """The jobs; `code` is the fingerprint of what indexes. A segment without a new article is left as it is."""
    setting = {"code": code, "vocabulary": fingerprint(archive.gazetteer, archive.topics)}
    cut = segments(
        [
            _Place(identifier, day)
            for issue, day in ((issue, issue.date.first_day) for issue in reversed(archive.issues))
            for identifier in issue.entries
        ]
    )
    parts = []
    for part in cut:
        identifiers = tuple(place.id for place in part)
        name = f"search index, from {part[-1].first_day}"
        facts = {**setting, "articles": _articles(archive, identifiers)}
        parts.append(Job(name, facts, partial(_segment, archive, identifiers)))
    yield from parts
    yield _told_of("search index, directory", parts, _directory, code)
    yield _told_of("search index, names", parts[len(parts) - len(named(cut)) :], _names, code)
    yield Job("search index, modules", {"code": code}, lambda _: fixed_files())


def _told_of(
    name: str, parts: Sequence[Job], make: Callable[[Iterable[str], Outcomes], Iterator[OutputFile]], code: str
) -> Job:
    before = tuple(part.name for part in parts)
    facts = {"code": code, "segments": fingerprint([tuple(part.facts.items()) for part in parts])}
    return Job(name, facts, partial(make, before), after=before)


def _articles(archive: Archive, identifiers: Sequence[str]) -> str:
    entries = map(archive.entries.__getitem__, identifiers)
    return joined_fingerprint([f"{entry.id} {entry.stamp} {entry.issue} {entry.newspaper}" for entry in entries])


def _segment(archive: Archive, identifiers: Sequence[str], _: Outcomes) -> Iterator[OutputFile | Note]:
    found = tuple(documents(archive, identifiers))
    segment = write_segment(found)
    yield from segment.files
    counts = count_names(found)
    names = [
        (name.text, name.kind, name.path, name.full, name.former, name.aliases, count) for name, count in counts.items()
    ]
    entry = segment.entry
    # A line each: who asks for one need not read the other.
    told = (entry.name, entry.articles, entry.characters, entry.keys), names
    yield Note("\n".join([dumps(one, ensure_ascii=False) for one in told]).encode())


def _directory(parts: Iterable[str], outcomes: Outcomes) -> Iterator[OutputFile]:
    rows = [loads(outcomes[part].note().partition(b"\n")[0]) for part in parts]
    entries = [Entry(name, articles, length, tuple(map(tuple, keys))) for name, articles, length, keys in rows]
    yield OutputFile(FOLDER + DIRECTORY, write_directory(entries))


def _names(parts: Iterable[str], outcomes: Outcomes) -> Iterator[OutputFile]:
    counts: Counter[SearchName] = Counter()
    for part in parts:
        for *name, count in loads(outcomes[part].note().partition(b"\n")[2]):
            counts[_name(name)] += count
    yield OutputFile(FOLDER + NAMES, write_names(counts))


def _name(row: list[Any]) -> SearchName:
    text, kind, path, full, former, aliases = row
    return SearchName(text, NameKind(kind), path, full, tuple(former), tuple(aliases))
