"""What the search index is told of each article."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from jianbao.model.card import Card
from jianbao.model.record import Record
from jianbao.model.search import NameKind, SearchDocument, SearchName
from jianbao.model.site import Archive, CountyGroup
from jianbao.model.vocabulary import Gazetteer


def search_documents(archive: Archive) -> Iterator[SearchDocument]:
    """One document an article, oldest issue first, so that a new issue comes at the end."""
    return documents(archive, (identifier for issue in reversed(archive.issues) for identifier in issue.entries))


def documents(archive: Archive, identifiers: Iterable[str]) -> Iterator[SearchDocument]:
    """The documents of some articles."""
    pages = _Pages.of(archive)
    for identifier in identifiers:
        entry, record = archive.entries[identifier], archive.records[identifier]
        article = record.article
        yield SearchDocument(
            id=entry.id,
            path=entry.path,
            title=article.title,
            date=str(entry.date),
            first_day=entry.date.first_day,
            newspaper=entry.newspaper,
            kind=article.kind,
            topics=entry.card.topics,
            counties=record.counties,
            people=article.byline,
            blocks=tuple((block.role, block.text) for block in article.blocks),
            names=(*pages.gathering(entry.card), *_mentioned(record, archive.gazetteer)),
        )


@dataclass(frozen=True, slots=True)
class _Pages:
    """Names of the pages that gather articles."""

    topics: Mapping[str, tuple[SearchName, ...]]
    """Each topic with those above it, by id."""
    counties: Mapping[str, SearchName]
    people: Mapping[str, SearchName]

    @classmethod
    def of(cls, archive: Archive) -> Self:
        topics: dict[str, tuple[SearchName, ...]] = {}
        for group in archive.topic_groups:
            above = topics[group.topic.parent] if group.topic.parent else ()
            topics[group.topic.id] = (SearchName(group.topic.name, NameKind.TOPIC, group.path), *above)
        return cls(
            topics,
            {group.county.code: _county(group) for group in archive.county_groups},
            {group.name: SearchName(group.name, NameKind.REPORTER, group.path) for group in archive.people},
        )

    def gathering(self, card: Card) -> Iterator[SearchName]:
        """Those that gather an article."""
        for topic in card.topics:
            yield from self.topics.get(topic, ())
        yield from (self.counties[code] for code in card.counties)
        yield from (self.people[name] for name in card.byline if name in self.people)


def _county(group: CountyGroup) -> SearchName:
    county = group.county
    return SearchName(
        county.short, NameKind.PLACE, group.path, full=county.name, former=county.former, aliases=county.aliases
    )


def _mentioned(record: Record, gazetteer: Gazetteer) -> Iterator[SearchName]:
    """What the article itself names: the city, townships and areas, people, and its most telling words."""
    if any(gazetteer.short in block.text for block in record.article.blocks):
        yield SearchName(gazetteer.short, NameKind.PLACE, full=gazetteer.name, aliases=gazetteer.aliases)
    for mention in record.mentions:
        if mention.by in {"township", "area"} and len(mention.surface) > 1:
            yield SearchName(mention.surface, NameKind.PLACE)
    yield from (SearchName(person.name, NameKind.PERSON) for person in record.people)
    words = (*record.keywords, *(word for match in record.topics for word in match.evidence))
    yield from (SearchName(word, NameKind.WORD) for word in words if len(word) > 1)
