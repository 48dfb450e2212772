"""The groups that index pages show: topics, counties, a topic in a county, reporters. Lists are newest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from jianbao.index.addresses import county_path, cross_path, person_path, topic_path
from jianbao.index.pagination import paginate
from jianbao.model.site import CountyGroup, CrossGroup, Entry, PersonGroup, TopicGroup
from jianbao.model.vocabulary import Gazetteer, Topics

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
    members: dict[str, list[str]] = defaultdict(list)
    for entry in newest:
        for code in entry.card.counties:
            members[code].append(entry.id)
    in_county: dict[str, list[CrossGroup]] = defaultdict(list)
    for cross in crosses:
        in_county[cross.county].append(cross)
    return tuple(
        CountyGroup(
            county=county,
            path=county_path(county.slug),
            entries=tuple(members[county.code]),
            pages=paginate(county_path(county.slug), members[county.code], size),
            topics=tuple(in_county[county.code]),
        )
        for county in gazetteer.counties
    )


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


def _counting(topics: Topics) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """From the topics of an article to those that it counts for, each once: its own and all above them."""
    lineage: dict[str, tuple[str, ...]] = {}
    for topic in topics.all:
        lineage[topic.id] = (topic.id, *(lineage.get(topic.parent, ()) if topic.parent else ()))

    @cache
    def counted(own: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(topic for one in own for topic in lineage.get(one, ())))

    return counted
