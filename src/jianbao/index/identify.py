"""Which issue an article belongs to, and its permanent id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jianbao.index.addresses import article_id, issue_key
from jianbao.model.digest import Digest
from jianbao.model.edtf import EdtfDate
from jianbao.model.problem import Problem, Severity
from jianbao.model.record import Record
from jianbao.model.site import Newspaper, SiteConfig


@dataclass(frozen=True, slots=True)
class Source:
    """A digest with its articles enriched, in the order of the page."""

    digest: Digest
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A source that knows its issue and the ids of its articles."""

    source: Source
    newspaper: Newspaper
    date: EdtfDate
    key: str
    """Of the issue."""
    ids: tuple[str, ...]
    """One for each record."""


def identify(config: SiteConfig, sources: Iterable[Source]) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """Give every source its issue and every article its id.

    Pinned ids (`{#…}`) are taken first; an article without one gets the number of its place in the page, or in the
    whole issue where pages are unknown, digests in the order of their paths, and passes over numbers that are taken.
    """
    problems: list[Problem] = []
    papers = {paper.name: paper for paper in (Newspaper(config.newspaper, ""), *config.newspapers)}
    ordered = sorted(sources, key=lambda source: source.digest.file)
    homes = [(source, home) for source in ordered if (home := _home(config, papers, source.digest, problems))]
    taken = _pinned(ordered, problems)
    counts: dict[tuple[str, int | None], int] = {}
    placed = []
    for source, (paper, date) in homes:
        key = issue_key(paper, date)
        if (key, source.digest.issue.page) in counts and any(one.article.id is None for one in source.records):
            problems.append(_may_move(source.digest, key))
        ids = _ids(source, paper, date, taken, counts)
        placed.append(Placed(source, paper, date, key, ids))
    return tuple(placed), tuple(problems)


def _home(
    config: SiteConfig, papers: Mapping[str, Newspaper], digest: Digest, problems: list[Problem]
) -> tuple[Newspaper, EdtfDate] | None:
    name = digest.issue.newspaper or config.newspaper
    if name not in papers:
        hint = "add it to `newspapers` in content/site.yaml with a `slug` that leads its addresses, or mend the name"
        problems.append(Problem(digest.file, 1, f"the newspaper {name} is not known to this archive", hint))
    if digest.issue.date is None:
        hint = "put front matter at its head (`---`, `date: 2025-12-08`, `---`), or name the file 2025-12-08-02.txt"
        problems.append(Problem(digest.file, 1, "the digest has no date", hint))
    if digest.issue.date is None or name not in papers:
        return None
    return papers[name], digest.issue.date


def _may_move(digest: Digest, key: str) -> Problem:
    message = (
        f"this is not the only digest of {key} for its page, so its articles are numbered by the order of file names"
    )
    hint = "another file may move these numbers: give each digest its `page`, or pin ids with `{#…}`"
    return Problem(digest.file, 1, message, hint, Severity.WARNING)


def _pinned(sources: Sequence[Source], problems: list[Problem]) -> dict[str, str]:
    """The pinned ids, each with the place that claims it."""
    taken: dict[str, str] = {}
    for source in sources:
        for record in source.records:
            identifier = record.article.id
            if identifier is None:
                continue
            line = record.article.lines[0]
            if identifier in taken:
                message = f"the id {identifier} is already that of the article at {taken[identifier]}"
                problems.append(Problem(source.digest.file, line, message, "pin another id with `{#…}`"))
            taken.setdefault(identifier, f"{source.digest.file}:{line}")
    return taken


def _ids(
    source: Source,
    paper: Newspaper,
    date: EdtfDate,
    taken: dict[str, str],
    counts: dict[tuple[str, int | None], int],
) -> tuple[str, ...]:
    page = source.digest.issue.page
    group = (issue_key(paper, date), page)
    ids: list[str] = []
    for record in source.records:
        counts[group] = counts.get(group, 0) + 1
        if record.article.id is not None:
            ids.append(record.article.id)
            continue
        while (identifier := article_id(paper, date, page, counts[group])) in taken:
            counts[group] += 1
        taken[identifier] = source.digest.file
        ids.append(identifier)
    return tuple(ids)
