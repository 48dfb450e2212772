"""Addresses that are to last: what would be lost of them, and which articles would be found under another."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianbao.index.addresses import article_at, article_path, issue_path
from jianbao.index.gone import retired_ids
from jianbao.index.numbers import page_of
from jianbao.model.gone import Ledger
from jianbao.model.site import Archive, Entry

_ISSUES = "issues/"
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lost:
    """An address that was published and leads nowhere now."""

    path: str
    title: str
    """What stood there; empty where that is not known, or where it is no article."""
    passing: bool = False
    """It only stood there while that was in doubt: nobody has to look any more."""


@dataclass(frozen=True, slots=True)
class Renumbered:
    """An article that is about to get an address under which another one was published."""

    entry: Entry
    before: str
    """Its id as it was published."""


@dataclass(frozen=True, slots=True)
class Retitled:
    """An article under whose address another headline was published, on a page where the numbers may have moved on."""

    entry: Entry
    before: str
    """The headline that was published."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An archive beside the addresses that were published."""

    lasting: Mapping[str, str]
    """All addresses of the archive that people may cite: title by path."""
    renumbered: tuple[Renumbered, ...]
    lost: tuple[Lost, ...]
    retitled: tuple[Retitled, ...]
    successors: Mapping[str, str]
    """Where it is likely that something is now that was lost: path by path."""


def lasting_addresses(archive: Archive) -> dict[str, str]:
    """Every address that people may cite: articles, with their titles, issues, topics, counties, people, pages of text.

    Feeds go with the page that they follow. The later pages of lists, and where a topic and a county meet, are views of
    what the archive holds at the time.
    """
    issues = [issue.path for issue in archive.issues]
    topics = [group.path for group in archive.topic_groups]
    counties = [group.path for group in archive.county_groups]
    people = [group.path for group in (*archive.people, *archive.officeholders)]
    texts = [page.path for page in archive.text_pages]
    articles = {entry.path: entry.card.title for entry in archive.entries.values()}
    return dict.fromkeys([*issues, *topics, *counties, *people, *texts], "") | articles


def compare(archive: Archive, ledger: Ledger) -> Comparison:
    """Compare with what is on record. Lost is what neither leads to what it led to nor is said to be no more.

    An address at which a renumbered article stands is lost, too, unless it is that of another.
    """
    published = {path: one.title for path, one in ledger.items() if not one.new}
    moved = renumbered(archive, published)
    lasting = lasting_addresses(archive)
    known = lasting.keys() - {one.entry.path for one in moved}
    settled = known | {gone.path for gone in archive.gone} | {article_path(one.before) for one in moved}
    lost = tuple(Lost(path, ledger[path].title, ledger[path].new) for path in sorted(ledger.keys() - settled))
    return Comparison(lasting, moved, lost, retitled(archive, published, moved), successors(archive, published, lost))


def renumbered(archive: Archive, published: Mapping[str, str]) -> tuple[Renumbered, ...]:
    """Articles that were published under another id, known by their titles among the articles of their issue.

    A title that the issue has twice, then or now, tells nothing, and neither does an article whose id is pinned.
    """
    entries = archive.entries.values()
    # Where all articles of a title are found as they were published, none of them was renumbered.
    doubtful = {entry.card.title for entry in entries if published.get(entry.path) != entry.card.title}
    if not doubtful:
        return ()
    before: dict[tuple[str, str], list[str]] = {}
    for path, title in published.items():
        if title and title in doubtful and (identifier := article_at(path)):
            before.setdefault((page_of(identifier), title), []).append(identifier)
    now: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.card.title in doubtful:
            now.setdefault((page_of(entry.id), entry.card.title), []).append(entry)
    settled = {entry.id for entry in entries if entry.card.id} | retired_ids(archive.gone).keys()
    once = ((own[0], before[key][0]) for key, own in now.items() if len(own) == len(before.get(key, ())) == 1)
    return tuple(
        Renumbered(entry, identifier)
        for entry, identifier in once
        if entry.id != identifier and settled.isdisjoint((entry.id, identifier))
    )


def retitled(archive: Archive, published: Mapping[str, str], moved: Collection[Renumbered]) -> tuple[Retitled, ...]:
    """Articles that may be others than those that were published under their ids.

    A new headline alone is a headline that was mended. Where several of the page are new, or the number of its articles
    has changed, too, the numbers may have moved on. Pinned ids are what somebody has looked at.
    """
    known = {identifier for one in moved for identifier in (one.entry.id, one.before)}
    found = [
        Retitled(entry, title)
        for entry in archive.entries.values()
        if (title := published.get(entry.path)) and title != entry.card.title
        if entry.card.id is None and entry.id not in known
    ]
    if not found:
        return ()
    pages = Counter(page_of(one.entry.id) for one in found)
    now = Counter(page for identifier in archive.entries if (page := page_of(identifier)) in pages)
    then = Counter(page for path in published if (page := page_of(article_at(path) or "")) in pages)
    doubtful = {page for page, count in pages.items() if count > 1 or now[page] != then[page]}
    return tuple(one for one in found if page_of(one.entry.id) in doubtful)


def successors(archive: Archive, published: Mapping[str, str], lost: Sequence[Lost]) -> dict[str, str]:
    """Where what stood at lost addresses is now: articles known by their titles, and issues of which all went to one.

    A title that was lost twice, or is new twice, tells nothing. A topic or county that is new while one was lost has
    probably been renamed.
    """
    if not lost:
        return {}
    gone, new = Counter(one.title for one in lost), dict[str, list[Entry]]()
    for entry in archive.entries.values():
        if entry.path not in published and entry.card.title in gone:
            new.setdefault(entry.card.title, []).append(entry)
    found = {one.path: new[one.title][0] for one in lost if gone[one.title] == len(new.get(one.title, ())) == 1}
    paths = {path: entry.path for path, entry in found.items()}
    for issue in (one.path for one in lost if one.path.startswith(_ISSUES)):
        start = article_path(_DATE.sub(lambda date: date[0].replace("-", ""), issue[len(_ISSUES) : -1])).rstrip("/")
        went = {found.get(one.path) for one in lost if one.path.startswith(f"{start}-")}
        homes = {entry.issue for entry in went if entry}
        if len(homes) == 1 and None not in went:
            paths[issue] = issue_path(homes.pop())
    for groups in (archive.topic_groups, archive.county_groups):
        section = groups[0].path.partition("/")[0] if groups else ""
        given_up = [one.path for one in lost if one.path.startswith(f"{section}/")]
        begun = [group.path for group in groups if group.path not in published]
        if len(given_up) == len(begun) == 1:
            paths[given_up[0]] = begun[0]
    return paths


def kept_ids(archive: Archive, published: Mapping[str, str]) -> dict[str, str]:
    """The id to pin of every article, by the one that it has now: that under which it was published, else its own.

    A new article whose number is that of a published one gets the next that was never anybody's.
    """
    known = {one.entry.id: one.before for one in renumbered(archive, published)}
    pinned = {entry.id for entry in archive.entries.values() if entry.card.id}
    taken = pinned | set(known.values())
    staying = archive.entries.keys() - known.keys()
    used = taken | staying | retired_ids(archive.gone).keys() | set(map(article_at, published))
    kept = {}
    for identifier in archive.entries:
        own = known.get(identifier, identifier)
        if identifier not in known and identifier not in pinned and identifier in taken:
            own = next(one for one in _following(identifier) if one not in used)
            used.add(own)
        kept[identifier] = own
    return kept


def _following(identifier: str) -> Iterator[str]:
    start, _, number = identifier.rpartition("-")
    return (f"{start}-{next_one:02}" for next_one in range(int(number) + 1, 10**6))
