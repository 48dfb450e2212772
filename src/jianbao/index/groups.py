"""The groups that index pages show: topics, counties, a topic in a county, reporters. Lists are newest first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from jianbao.index.addresses import (
    county_path,
    cross_path,
    named_path,
    person_path,
    topic_path,
)
from jianbao.index.pagination import paginate
from jianbao.model.site import CountyGroup, CrossGroup, Entry, Mention, NamedGroup, PersonGroup, TopicGroup
from jianbao.model.vocabulary import Gazetteer, Topics

FEWEST = 4
"""Articles that name a person with an office, below which there is no page: a name that stands once may be misread, and
10,000 articles gave 1,980 names, 333 of them four times or more. The page of all people says so."""
LISTED = 300
"""Names without a page that the page of all people lists at most, each with its articles: some 60 KB."""
_SHORT_ROWS = 3
"""How many more rows fit on a page of such a person than on other lists."""
_FUNCTION_WORDS = frozenset("在是把将对从和与的等及为今出带又也就住生于正有没不已先还都给让被同作会说")
Members = Mapping[str, Sequence[str]]
"""Ids of articles by a name, newest first."""
LONGEST_NAME = 40
"""Characters of a byline's name that gets a page of its own; longer ones are no names of persons."""


def cross_groups(topics: Topics, gazetteer: Gazetteer, newest: Iterable[Entry], size: int) -> tuple[CrossGroup, ...]:
    """Every topic in every county that has articles of it, those with most articles first."""
    topics_of = _counting(topics)
    counties = {county.code: (county.slug, index) for index, county in enumerate(gazetteer.counties)}
    order = {topic.id: index for index, topic in enumerate(topics.all)}
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in newest:
        for topic in topics_of(entry.card.topics):
            for code in entry.card.counties:
                members[topic, code].append(entry.id)
    crosses = []
    for (topic, code), ids in members.items():
        path = cross_path(topic, counties[code][0])
        crosses.append(CrossGroup(topic, code, path, tuple(ids), paginate(path, ids, size)))
    return tuple(
        sorted(crosses, key=lambda cross: (-len(cross.entries), order[cross.topic], counties[cross.county][1]))
    )


def topic_groups(
    topics: Topics, crosses: Sequence[CrossGroup], newest: Iterable[Entry], size: int
) -> tuple[TopicGroup, ...]:
    """Every topic of the tree with its articles and those of its children."""
    topics_of = _counting(topics)
    members: dict[str, list[str]] = defaultdict(list)
    for entry in newest:
        for topic in topics_of(entry.card.topics):
            members[topic].append(entry.id)
    in_topic: dict[str, list[CrossGroup]] = defaultdict(list)
    for cross in crosses:
        in_topic[cross.topic].append(cross)
    return tuple(
        TopicGroup(
            topic=topic,
            path=topic_path(topic.id),
            entries=tuple(members[topic.id]),
            pages=paginate(topic_path(topic.id), members[topic.id], size),
            counties=tuple(in_topic[topic.id]),
        )
        for topic in topics.all
    )


def county_groups(
    gazetteer: Gazetteer, crosses: Sequence[CrossGroup], newest: Iterable[Entry], size: int
) -> tuple[CountyGroup, ...]:
    """Every county of the gazetteer with the articles that name it."""
    members, primary, named = (defaultdict[str, list[str]](list) for _ in range(3))
    for entry in newest:
        for code in entry.card.counties:
            members[code].append(entry.id)
            (primary if code in entry.card.primary_counties else named)[code].append(entry.id)
    in_county: dict[str, list[CrossGroup]] = defaultdict(list)
    for cross in crosses:
        in_county[cross.county].append(cross)
    return tuple(
        CountyGroup(
            county=county,
            path=county_path(county.slug),
            entries=tuple(members[county.code]),
            pages=paginate(county_path(county.slug), primary[county.code], size),
            topics=tuple(in_county[county.code]),
            named=_named(named_path(county.slug), named[county.code], size),
        )
        for county in gazetteer.counties
    )


def _named(path: str, ids: Sequence[str], size: int) -> NamedGroup:
    return NamedGroup(path, tuple(ids), paginate(path, ids, size) if ids else ())


def people_groups(newest: Iterable[Entry], size: int) -> tuple[PersonGroup, ...]:
    """Everyone who stands in a byline, those with most articles first."""
    members: dict[str, list[str]] = defaultdict(list)
    for entry in newest:
        for name in dict.fromkeys(entry.card.byline):
            if 0 < len(name) <= LONGEST_NAME:
                members[name].append(entry.id)
    return tuple(
        PersonGroup(name, person_path(name), tuple(ids), paginate(person_path(name), ids, size))
        for name, ids in sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def officeholders(newest: Sequence[Entry]) -> Members:
    """Everyone whom articles name with an office."""
    known = {person.name for entry in newest for person in entry.card.officeholders}
    members: dict[str, list[str]] = defaultdict(list)
    for entry in newest:
        for name in dict.fromkeys(bearer(person.name, known) for person in entry.card.officeholders):
            if len(name) <= LONGEST_NAME:
                members[name].append(entry.id)
    return members


def organisations(newest: Sequence[Entry]) -> Members:
    """Every organisation that articles name in full."""
    members: dict[str, list[str]] = defaultdict(list)
    for entry in newest:
        for name in entry.card.organisations:
            members[name].append(entry.id)
    return members


def often_named(members: Members, path: Callable[[str], str], size: int) -> tuple[PersonGroup, ...]:
    """Those whom at least `FEWEST` articles name, those with most articles first."""
    return tuple(
        PersonGroup(name, path(name), tuple(ids), paginate(path(name), ids, _SHORT_ROWS * size))
        for name, ids in sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(ids) >= FEWEST
    )


def seldom_named(members: Members) -> tuple[Mention, ...]:
    """Those whom fewer name, by name: all of a small archive; of a larger one those who come near to a page."""
    seldom = [Mention(name, tuple(ids)) for name, ids in sorted(members.items()) if len(ids) < FEWEST]
    for least in range(1, FEWEST):
        enough = [one for one in seldom if len(one.entries) >= least]
        if len(enough) <= LISTED:
            return tuple(enough)
    return ()


def bearer(name: str, known: Collection[str]) -> str:
    """The name itself, or the one that it is with a word of the sentence at its end: 李强同 beside 李强."""
    return name[:-1] if name[-1] in _FUNCTION_WORDS and name[:-1] in known else name


def _counting(topics: Topics) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """From the topics of an article to those that it counts for, each once: its own and all above them."""
    lineage: dict[str, tuple[str, ...]] = {}
    for topic in topics.all:
        lineage[topic.id] = (topic.id, *(lineage.get(topic.parent, ()) if topic.parent else ()))

    @cache
    def counted(own: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(topic for one in own for topic in lineage.get(one, ())))

    return counted
