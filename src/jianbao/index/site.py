"""The archive as a whole, worked out from its records: issues, entries, and the groups that pages are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from jianbao.index.addresses import article_at, article_path, issue_path, officeholder_path, organisation_path
from jianbao.index.gone import retired_ids, settle
from jianbao.index.groups import (
    county_groups,
    cross_groups,
    officeholders,
    often_named,
    organisations,
    people_groups,
    seldom_named,
    topic_groups,
)
from jianbao.index.identify import Placed, Source, identify
from jianbao.index.permanence import Lost
from jianbao.index.related import Relations
from jianbao.index.stories import Part, stories
from jianbao.model.boundaries import Boundaries
from jianbao.model.correction import Correction
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.gone import Gone, Ledger
from jianbao.model.problem import Problem
from jianbao.model.record import Record
from jianbao.model.site import Archive, Entry, Issue, IssuePage, Picture, SiteConfig, TextPage
from jianbao.model.vocabulary import Gazetteer, Topics


@dataclass(frozen=True, slots=True)
class Content:
    """All that an archive is made from."""

    config: SiteConfig
    gazetteer: Gazetteer
    topics: Topics
    sources: tuple[Source, ...]
    text_pages: tuple[TextPage, ...]
    gone: tuple[Gone, ...] = ()
    pictures: tuple[Picture, ...] = ()
    corrections: tuple[Correction, ...] = ()
    boundaries: Boundaries | None = None
    """Of all counties, where the settings tell their source and approval."""
    ledger: Ledger = field(default_factory=dict)
    """The addresses that are on record as published."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Where an article comes from: its source, and its place there."""

    placed: Placed
    index: int


class Records(Mapping[str, Record]):
    """The records of an archive by id, each fetched from its source when it is asked for."""

    def __init__(self, homes: Mapping[str, _Home]) -> None:
        self._homes = homes

    def __getitem__(self, identifier: str) -> Record:
        home = self._homes[identifier]
        return home.placed.source.records[home.index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)


def build_archive(content: Content) -> tuple[Archive, tuple[Problem, ...]]:
    """Work out the archive. Where there are problems, the archive leaves out what they concern."""
    record = {identifier: one for path, one in content.ledger.items() if (identifier := article_at(path))}
    placed, problems = identify(content.config, content.sources, retired_ids(content.gone), record)
    issues = _issues(placed)
    homes = {identifier: _Home(one, index) for one in placed for index, identifier in enumerate(one.ids)}
    entries = {entry.id: entry for issue in issues for entry in _entries(issue, homes)}
    newest = tuple(identifier for issue in issues for identifier in issue.entries)
    ordered = [entries[identifier] for identifier in newest]
    size = content.config.page_size
    relations = Relations(reversed(issues), entries)
    crosses = cross_groups(content.topics, content.gazetteer, ordered, size)
    holders, bodies = officeholders(ordered), organisations(ordered)
    archive = Archive(
        config=content.config,
        gazetteer=content.gazetteer,
        topics=content.topics,
        entries=entries,
        records=Records(homes),
        newest=newest,
        issues=issues,
        topic_groups=topic_groups(content.topics, crosses, ordered, size),
        county_groups=county_groups(content.gazetteer, crosses, ordered, size),
        people=people_groups(ordered, size),
        text_pages=content.text_pages,
        pictures=content.pictures,
        corrections=content.corrections,
        boundaries=content.boundaries,
        unsorted=tuple(entry.id for entry in ordered if not entry.card.topics),
        officeholders=often_named(holders, officeholder_path, size),
        organisations=often_named(bodies, organisation_path, size),
        seldom_named=seldom_named(holders),
        seldom_organisations=seldom_named(bodies),
        relations=relations,
        related=relations.stamps(),
    )
    return _with_gone(archive, content.gone, (*problems, *_claimed_twice(archive)))


def _with_gone(
    archive: Archive, gone: Sequence[Gone], problems: tuple[Problem, ...]
) -> tuple[Archive, tuple[Problem, ...]]:
    if not gone:
        return archive, problems
    articles = {entry.path for entry in archive.entries.values()}
    pages, wrong = settle(gone, {path for path, _ in _addresses(archive)}, articles)
    return replace(archive, gone=pages), (*problems, *wrong)


def with_lost(archive: Archive, lost: Iterable[Lost], successors: Mapping[str, str]) -> Archive:
    """The archive with a page in the place of everything that is `lost`: it says so, and where that probably is now."""
    missing = {one.path: Gone(one.path, None, "", None, 0, successors.get(one.path)) for one in lost}
    if not missing:
        return archive
    standing = {path.casefold() for path, _ in _addresses(archive)} | {one.path for one in archive.gone}
    pages = [*archive.gone, *(gone for path, gone in missing.items() if path.casefold() not in standing)]
    return replace(archive, gone=tuple(sorted(pages, key=lambda gone: gone.path)))


def _issues(placed: Sequence[Placed]) -> tuple[Issue, ...]:
    """Issues, newest first; the vaguer date of two that begin on one day counts as older."""
    in_order = sorted(placed, key=lambda one: (one.date.first_day, one.date.base, one.newspaper.slug, one.key))
    grouped = {key: tuple(members) for key, members in groupby(in_order, key=lambda one: one.key)}
    runs: dict[str, list[str]] = {}
    for key, members in grouped.items():
        runs.setdefault(members[0].newspaper.slug, []).append(key)
    before = {later: earlier for run in runs.values() for earlier, later in pairwise(run)}
    after = {earlier: later for later, earlier in before.items()}
    issues = [_issue(key, members, before.get(key), after.get(key)) for key, members in grouped.items()]
    return tuple(reversed(issues))


def _issue(key: str, members: Sequence[Placed], previous: str | None, following: str | None) -> Issue:
    by_page = sorted(members, key=lambda one: (one.source.issue.page or 10**6, one.source.file))
    pages = tuple(
        IssuePage(_page_fields(list(digests)), tuple(i for one in digests for i in one.ids))
        for digests in (list(group) for _, group in groupby(by_page, key=lambda one: one.source.issue.page))
    )
    return Issue(
        key=key,
        path=issue_path(key),
        date=_date([one.date for one in by_page]),
        newspaper=by_page[0].newspaper.name,
        number=next((one.source.issue.number for one in by_page if one.source.issue.number), None),
        pages=pages,
        previous=previous,
        next=following,
    )


def _date(dates: Sequence[EdtfDate]) -> EdtfDate:
    """The issue's date: as sure as its least sure digest."""
    return next((date for date in dates if date.qualifier is not Qualifier.CERTAIN), dates[0])


def _page_fields(digests: Sequence[Placed]) -> IssueFields:
    fields = [one.source.issue for one in digests]
    first = fields[0]
    return IssueFields(
        newspaper=digests[0].newspaper.name,
        date=first.date,
        number=first.number,
        page=first.page,
        section=next((one.section for one in fields if one.section), None),
        source=next((one.source for one in fields if one.source), None),
    )


def _entries(issue: Issue, homes: Mapping[str, _Home]) -> Iterator[Entry]:
    order = issue.entries
    told = stories([_part(identifier, homes[identifier]) for identifier in order])
    for identifier, previous, following in zip(order, (None, *order), (*order[1:], None), strict=False):
        home = homes[identifier]
        source = home.placed.source
        yield Entry(
            id=identifier,
            path=article_path(identifier),
            card=source.cards[home.index],
            issue=issue.key,
            date=home.placed.date,
            newspaper=issue.newspaper,
            page=source.issue.page,
            section=source.issue.section,
            file=source.file,
            sha256=source.sha256,
            previous=previous,
            next=following,
            number=issue.number,
            stamp=source.stamp,
            story=told.get(identifier, ()),
        )


def _part(identifier: str, home: _Home) -> Part:
    source = home.placed.source
    card = source.cards[home.index]
    title = None if card.title_inferred else card.title
    return Part(identifier, source.issue.page, title, card.continued_from, card.continued_on)


def _claimed_twice(archive: Archive) -> list[Problem]:
    """Every address has one owner; on a file system that folds case, too."""
    owners: dict[str, str] = {}
    problems = []
    for path, owner in _addresses(archive):
        first = owners.setdefault(path.casefold(), owner)
        if first != owner:
            hint = "give one of the two another name, slug or id"
            problems.append(Problem("content", 0, f"{first} and {owner} both claim the address /{path}", hint))
    return problems


_FIXED = (
    *("", "issues/", "articles/", "topics/", "counties/", "people/", "figures/", "keywords/", "search/", "data/"),
    *("trends/", "corrections/", "about/accuracy/", "assets/", "pictures/"),
)


def _addresses(archive: Archive) -> Iterable[tuple[str, str]]:
    for fixed in _FIXED:
        yield fixed, f"the page /{fixed}"
    for language in archive.config.languages:
        yield f"{language.lower()}/", f"the home page in the language {language}"
    for issue in archive.issues:
        yield issue.path, f"the issue {issue.key}"
    for entry in archive.entries.values():
        yield entry.path, f"the article {entry.id}"
    for page in archive.text_pages:
        yield page.path, f"the page pages/{page.slug}.md"
    for person in archive.people:
        yield person.path, f"the reporter {person.name}"
    for person in archive.officeholders:
        yield person.path, f"the person {person.name}"
    for organisation in archive.organisations:
        yield organisation.path, f"the organisation {organisation.name}"
    yield from _listed(archive)


def _listed(archive: Archive) -> Iterable[tuple[str, str]]:
    """The pages of topics and counties."""
    for topic in archive.topic_groups:
        yield f"{topic.path}figures/", f"the figures of the topic {topic.topic.id}"
        yield from ((page.path, f"the topic {topic.topic.id}, page {page.number}") for page in topic.pages)
        for cross in topic.counties:
            owner = f"the topic {cross.topic} in the county {cross.county}"
            yield from ((page.path, f"{owner}, page {page.number}") for page in cross.pages)
    for county in archive.county_groups:
        owner = f"the county {county.county.name}"
        yield f"{county.path}figures/", f"the figures of {owner}"
        yield from ((page.path, f"{owner}, page {page.number}") for page in county.pages)
        yield from ((page.path, f"{owner} where it is only named, page {page.number}") for page in county.named.pages)
