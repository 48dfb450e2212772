"""From a record to its card."""

from dataclasses import replace

from jianbao.model.card import Card
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
    )
    return replace(card, stamp=fingerprint(card))
