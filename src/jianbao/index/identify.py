"""Which issue an article belongs to, and its permanent id."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from types import MappingProxyType

from jianbao.index.addresses import article_id, issue_key
from jianbao.index.cards import card_of
from jianbao.index.numbers import Known, by_page, numbered, page_of
from jianbao.model.card import Card
from jianbao.model.digest import Digest, IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.gone import GONE
from jianbao.model.problem import Problem, Severity
from jianbao.model.record import Record
from jianbao.model.site import Newspaper, SiteConfig
from jianbao.text.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Source:
    """A digest, read and enriched."""

    file: str
    """Path relative to the archive's root."""
    sha256: str
    """Of the file's bytes as stored."""
    issue: IssueFields
    cards: tuple[Card, ...]
    """Of its articles, in the order of the page."""
    records: Sequence[Record]
    """One for each card; in a build they are on disk until they are asked for."""
    stamp: str = ""
    """Fingerprint of what it was read from, and of how."""


def source_of(digest: Digest, records: Sequence[Record]) -> Source:
    """A source all in memory."""
    cards = tuple(map(card_of, records))
    return Source(digest.file, digest.sha256, digest.issue, cards, records, fingerprint(digest.issue, records))


@dataclass(frozen=True, slots=True)
class Placed:
    """A source that knows its issue and the ids of its articles."""

    source: Source
    newspaper: Newspaper
    date: EdtfDate
    key: str
    """Of the issue."""
    ids: tuple[str, ...]
    """One for each card."""


def identify(
    config: SiteConfig,
    sources: Iterable[Source],
    retired: Mapping[str, int] = MappingProxyType({}),
    record: Known = MappingProxyType({}),
) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """Give every source its issue and every article its id.

    Pinned ids (`{#…}`) are taken first; an article that is on `record` keeps its own (see `numbered`); any other gets
    the number of its place in the page, or in the whole issue where pages are unknown, digests in the order of their
    paths, and passes over numbers that are taken. Ids of articles that are no more count as taken: `retired` has them
    with the line of `GONE` that says so.
    """
    problems: list[Problem] = []
    papers = {paper.name: paper for paper in (Newspaper(config.newspaper, ""), *config.newspapers)}
    ordered = sorted(sources, key=lambda source: source.file)
    homes = [(source, home) for source in ordered if (home := _home(config, papers, source, problems))]
    fixed = retired.keys() | _pinned(ordered, retired, problems)
    pages: dict[str, tuple[Callable[[int], str], list[Card]]] = {}
    for source, (paper, date) in homes:
        id_of = partial(article_id, paper, date, source.issue.page)
        if (start := page_of(id_of(1))) in pages and any(card.id is None for card in source.cards):
            problems.append(_may_move(source.file, issue_key(paper, date)))
        pages.setdefault(start, (id_of, []))[1].extend(source.cards)
    known = by_page(record)
    ids = {start: iter(numbered(cards, id_of, fixed, known.get(start, {}))) for start, (id_of, cards) in pages.items()}
    placed = []
    for source, (paper, date) in homes:
        own = ids[page_of(article_id(paper, date, source.issue.page, 1))]
        own_ids = tuple(islice(own, len(source.cards)))
        placed.append(Placed(source, paper, date, issue_key(paper, date), own_ids))
    return tuple(placed), tuple(problems)


def no_date(file: str) -> Problem:
    """What is said of a digest that neither front matter, nor file name, nor folio dates."""
    hint = "put front matter at its head (`---`, `date: 2025-12-08`, `---`), or name the file 2025-12-08-02.txt"
    return Problem(file, 1, "the digest has no date", hint)


def _home(
    config: SiteConfig, papers: Mapping[str, Newspaper], source: Source, problems: list[Problem]
) -> tuple[Newspaper, EdtfDate] | None:
    name = source.issue.newspaper or config.newspaper
    if name not in papers:
        hint = "add it to `newspapers` in content/site.yaml with a `slug` that leads its addresses, or mend the name"
        problems.append(Problem(source.file, 1, f"the newspaper {name} is not known to this archive", hint))
    if source.issue.date is None:
        problems.append(no_date(source.file))
    if source.issue.date is None or name not in papers:
        return None
    return papers[name], source.issue.date


def _may_move(file: str, key: str) -> Problem:
    message = (
        f"this is not the only digest of {key} for its page, so its articles are numbered by the order of file names"
    )
    hint = "another file may move these numbers: give each digest its `page`, or pin ids with `{#…}`"
    return Problem(file, 1, message, hint, Severity.WARNING)


def _pinned(sources: Sequence[Source], retired: Mapping[str, int], problems: list[Problem]) -> set[str]:
    """The pinned ids."""
    taken: dict[str, str] = {}
    for source in sources:
        for card in source.cards:
            identifier = card.id
            if identifier is None:
                continue
            if identifier in taken:
                message = f"the id {identifier} is already that of the article at {taken[identifier]}"
                problems.append(Problem(source.file, card.line, message, "pin another id with `{#…}`"))
            elif identifier in retired:
                message = f"the id {identifier} is that of an article that is no more ({GONE}:{retired[identifier]})"
                hint = "pin another id; or, where it is the same article, take the entry out of that file"
                problems.append(Problem(source.file, card.line, message, hint))
            taken.setdefault(identifier, f"{source.file}:{card.line}")
    return set(taken)
