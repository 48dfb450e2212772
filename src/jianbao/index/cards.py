"""From a record to its card."""

from dataclasses import replace

from jianbao.index.reprints import sketch
from jianbao.model.card import Card, Officeholder
from jianbao.model.digest import Role
from jianbao.model.record import Record
from jianbao.text.fingerprint import fingerprint


def card_of(record: Record) -> Card:
    """What lists, groups and addresses need of a record."""
    article = record.article
    card = Card(
        id=article.id,
        line=article.lines[0],
        kind=article.kind,
        title=article.title,
        title_inferred=article.title_inferred,
        kicker=article.kicker,
        subtitle=article.subtitle,
        byline=article.byline,
        continued_from=article.continued_from,
        continued_on=article.continued_on,
        confidence=article.confidence,
        topics=tuple(match.topic for match in record.topics),
        counties=record.counties,
        primary_counties=record.primary_counties,
    )
    full = replace(
        card,
        stamp=fingerprint(card),
        keywords=record.keywords,
        officeholders=_officeholders(record),
        organisations=tuple(dict.fromkeys(each.name for each in record.organisations)),
        figures=len(record.figures),
        sketch=sketch(block.text for block in article.blocks if block.role is Role.PARAGRAPH),
    )
    rest = (full.stamp, full.keywords, full.officeholders, full.organisations, full.figures, full.sketch)
    return replace(full, whole=fingerprint(rest))


def _officeholders(record: Record) -> tuple[Officeholder, ...]:
    found: dict[str, Officeholder] = {}
    for person in record.people:
        if person.office and person.by != "byline":
            found.setdefault(person.name, Officeholder(person.name, person.office, person.organisation))
    return tuple(found.values())
