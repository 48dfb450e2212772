"""From the folder content/ to parsed and enriched sources, with every problem on the way."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from jianbao.build.content.boundaries import read_boundaries
from jianbao.build.content.config import read_config
from jianbao.build.content.corrections import missing_digests, read_corrections
from jianbao.build.content.files import files_below, name_in, read_inside, read_text
from jianbao.build.content.gone import read_gone
from jianbao.build.content.pages import footer_problems, load_pages
from jianbao.build.garbage import uncollected
from jianbao.build.keys import reading_code
from jianbao.build.storage.packing import Data, packed
from jianbao.build.storage.sheets import Rows, Sheet, StoredRecords, Unread, one_of
from jianbao.build.storage.store import Store
from jianbao.build.workers import HERE, map_batches
from jianbao.enrich.vocabulary import read_gazetteer, read_topics
from jianbao.index.identify import Source
from jianbao.index.site import Content
from jianbao.model.boundaries import Boundaries
from jianbao.model.correction import CORRECTIONS, Correction
from jianbao.model.gone import GONE, Gone
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import SiteConfig
from jianbao.model.vocabulary import Gazetteer, Topics
from jianbao.text.fingerprint import fingerprint

DIGEST_ENDINGS = frozenset({".txt", ".md"})
_READING = "jianbao.build.content.reading"
"""Imported where there is something to read: parser and enrichment are a good part of what a build takes to start."""
_AT_ONCE = 256
"""Digests that are read before what came of them is put on disk: a build that is killed loses no more than that."""
_TOGETHER = 4
"""Digests that travel to a worker together: 0.2 s of reading, beside which the way costs nothing."""

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The three YAML files of content/."""

    config: SiteConfig
    gazetteer: Gazetteer
    topics: Topics


def load_content(
    root: Path, languages: Collection[str], store: Store, workers: Executor = HERE
) -> tuple[Content | None, tuple[Problem, ...]]:
    """Read everything below `root/content`; the interface can speak `languages`.

    What the store knows is not parsed again, and what it does not is put into it. Problems are sorted; the content is
    None where the settings cannot be read. A digest with an error is left out.
    """
    folder = root / "content"
    if not folder.is_dir():
        hint = (
            f"run jianbao in the folder that holds it ({root.resolve()} does not), or name that: `jianbao --root DIR …`"
        )
        return None, (Problem("content", 0, "there is no folder content/", hint),)
    problems: list[Problem] = []
    settings = _settings(root, languages, store, problems)
    pages = load_pages(root, problems)
    gone = _gone(root, problems)
    corrections = _corrections(root, problems)
    if settings is None:
        # Digests are read all the same: every problem is told at once.
        problems_of: Callable[[bytes, str], tuple[Problem, ...]] = import_module(_READING).problems_of
        for name, data in _digests(root, problems):
            problems.extend(problems_of(data, name))
        return None, tuple(sorted(problems))
    sources = _sources(root, settings, store, workers, problems)
    problems.extend(footer_problems(settings.config.footer, pages))
    problems.extend(missing_digests(corrections, {source.file for source in sources}))
    content = Content(
        config=settings.config,
        gazetteer=settings.gazetteer,
        topics=settings.topics,
        sources=sources,
        text_pages=pages.texts,
        gone=gone,
        pictures=pages.pictures,
        corrections=corrections,
        boundaries=_boundaries(root, settings, problems),
    )
    return content, tuple(sorted(problems))


def load_vocabulary(root: Path) -> tuple[Gazetteer, Topics] | None:
    """The places and topics of the archive at `root`; None where they are not there or not sound."""
    problems: list[Problem] = []
    texts = [_read(root, name, problems) for name in ("places.yaml", "topics.yaml")]
    if texts[0] is None or texts[1] is None:
        return None
    gazetteer, wrong = read_gazetteer(texts[0], "content/places.yaml")
    topics, more = read_topics(texts[1], "content/topics.yaml")
    return (gazetteer, topics) if gazetteer and topics and not (wrong or more) else None


def _settings(root: Path, languages: Collection[str], store: Store, problems: list[Problem]) -> Settings | None:
    config = _read(root, "site.yaml", problems)
    gazetteer = _read(root, "places.yaml", problems)
    topics = _read(root, "topics.yaml", problems)
    read_all = (
        None if config is None else read_config(config, "content/site.yaml", languages),
        None if gazetteer is None else _once(store, Gazetteer, read_gazetteer, gazetteer, "content/places.yaml"),
        None if topics is None else _once(store, Topics, read_topics, topics, "content/topics.yaml"),
    )
    problems.extend(problem for read in read_all if read for problem in read[1])
    if not (read_all[0] and read_all[1] and read_all[2] and read_all[0][0] and read_all[1][0] and read_all[2][0]):
        return None
    return Settings(read_all[0][0], read_all[1][0], read_all[2][0])


def _once(
    store: Store, kind: type[Data], read: Callable[[str, str], tuple[Data | None, Problems]], text: str, file: str
) -> tuple[Data | None, Problems]:
    """What `read` makes of a file. One that is sound is not read again: the two vocabularies take 0.2 s."""
    stamp = fingerprint(reading_code(), text)
    if row := store.made(file, stamp):
        return one_of(kind, row), ()
    found, problems = read(text, file)
    if found is not None and not problems:
        store.save_made(file, stamp, packed([found]))
    return found, problems


def _read(root: Path, name: str, problems: list[Problem]) -> str | None:
    path = root / "content" / name
    if not path.is_file():
        problems.append(Problem(f"content/{name}", 0, "the file is missing", "an archive needs it: see the guide"))
        return None
    return read_text(root, path, problems)


def _gone(root: Path, problems: list[Problem]) -> tuple[Gone, ...]:
    """What became of addresses that are no more."""
    text = _optional(root, GONE, problems)
    gone, wrong = read_gone(text) if text else ((), ())
    problems.extend(wrong)
    return gone


def _corrections(root: Path, problems: list[Problem]) -> tuple[Correction, ...]:
    text = _optional(root, CORRECTIONS, problems)
    corrections, wrong = read_corrections(text) if text else ((), ())
    problems.extend(wrong)
    return corrections


def _boundaries(root: Path, settings: Settings, problems: list[Problem]) -> Boundaries | None:
    """The drawing of the counties, where the site has one."""
    if settings.config.boundaries is None:
        return None
    name = f"content/{settings.config.boundaries.file}"
    text = _optional(root, name, problems)
    if not text:
        hint = "put the GeoJSON there, or take `boundaries` out of site.yaml"
        problems.append(Problem(name, 0, "the boundaries are not there", hint))
        return None
    drawn, wrong = read_boundaries(text, name, settings.gazetteer)
    problems.extend(wrong)
    return drawn


def _optional(root: Path, name: str, problems: list[Problem]) -> str:
    """The text of a file that most archives do without."""
    path = root / name
    return (read_text(root, path, problems) or "") if path.exists() or path.is_symlink() else ""


def _sources(
    root: Path, settings: Settings, store: Store, workers: Executor, problems: list[Problem]
) -> tuple[Source, ...]:
    """All digests, read; the store holds exactly these afterwards."""
    reading = fingerprint(reading_code(), settings.gazetteer, settings.topics)
    known = store.sources()
    stamps: dict[str, str] = {}
    unread: list[Unread] = []
    read_rows: Callable[[Unread], Rows] | None = None
    for name, data in _digests(root, problems):
        stamps[name] = fingerprint(reading, name, sha256(data).hexdigest())
        if stamps[name] in known:
            continue
        read_rows = read_rows or import_module(_READING).row_reader(settings.gazetteer, settings.topics)
        unread.append(Unread(name, data, stamps[name]))
        if len(unread) == _AT_ONCE:
            known.update(_read_into(store, read_rows, unread, workers))
            unread = []
    if read_rows:
        known.update(_read_into(store, read_rows, unread, workers))
    store.drop_sources(known.keys() - set(stamps.values()))
    store.commit()
    with uncollected():
        return tuple(_opened(store, known, stamps, problems))


def _opened(
    store: Store, known: Mapping[str, bytes], stamps: Mapping[str, str], problems: list[Problem]
) -> Iterator[Source]:
    """Digests that were read, but for those with an error."""
    for name, stamp in stamps.items():
        sheet = one_of(Sheet, known[stamp])
        problems.extend(sheet.problems)
        if sheet.issue is not None:
            records = StoredRecords(store, stamp, len(sheet.cards))
            yield Source(name, sheet.sha256, sheet.issue, sheet.cards, records, stamp)


def _read_into(
    store: Store, read_rows: Callable[[Unread], Rows], unread: Sequence[Unread], workers: Executor
) -> Iterator[tuple[str, bytes]]:
    """Read digests into the store; gives the sheet of each by its stamp."""
    for rows in map_batches(workers, read_rows, unread, _TOGETHER):
        store.save_source(rows.stamp, rows.sheet, rows.records)
        yield rows.stamp, rows.sheet
    store.commit()


def _digests(root: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every digest, in the order of their paths."""
    folder = root / "content" / "issues"
    if not folder.is_dir():
        hint = "make it; digests go there, by year: content/issues/2025/2025-12-08-02.txt"
        problems.append(Problem("content/issues", 0, "there is no folder content/issues", hint))
        return
    for path in files_below(folder, root, problems):
        name = name_in(root, path)
        if path.suffix.lower() not in DIGEST_ENDINGS:
            hint = "digests end in .txt or .md; move other files out of content/issues"
            problems.append(Problem(name, 0, "this is no digest and is passed over", hint, Severity.WARNING))
            continue
        data = read_inside(root, path, problems)
        if data is not None:
            yield name, data
