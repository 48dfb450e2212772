"""Articles in traditional characters: enriched by what is written in simplified ones, and told as they are printed."""

from dataclasses import replace

from jianbao.model.digest import Article
from jianbao.model.record import Figure, OrganisationMention, PersonMention, PlaceMention, Record, TopicMatch
from jianbao.text.simplified import Printed, is_traditional, simplified


def readable(article: Article) -> Article:
    """The article as it is read: every block as long as it is; the same article where there is nothing to change."""
    if not is_traditional("\n".join(block.text for block in article.blocks)):
        return article
    blocks = tuple(replace(block, text=simplified(block.text)) for block in article.blocks)
    return replace(article, blocks=blocks, byline=tuple(map(simplified, article.byline)))


def as_printed(record: Record, article: Article) -> Record:
    """What was found in the simplified reading of an article, as it stands in the article itself."""
    return _Article(article, record.article).told(record)


class _Article:
    """An article beside its reading."""

    def __init__(self, printed: Article, read: Article) -> None:
        self._printed = printed
        self._texts = tuple(block.text for block in printed.blocks)
        self._whole = Printed("\n".join(self._texts), "\n".join(block.text for block in read.blocks))
        self._byline = dict(zip(read.byline, printed.byline, strict=True))

    def told(self, record: Record) -> Record:
        return replace(
            record,
            article=self._printed,
            topics=tuple(map(self._topic, record.topics)),
            mentions=tuple(map(self._place, record.mentions)),
            keywords=tuple(map(self._whole.find, record.keywords)),
            people=tuple(map(self._person, record.people)),
            organisations=tuple(map(self._organisation, record.organisations)),
            figures=tuple(map(self._figure, record.figures)),
        )

    def _at(self, mention: PlaceMention | PersonMention | OrganisationMention | Figure) -> str:
        return self._texts[mention.block][mention.start : mention.end]

    def _topic(self, match: TopicMatch) -> TopicMatch:
        return replace(match, evidence=tuple(map(self._whole.find, match.evidence)))

    def _place(self, mention: PlaceMention) -> PlaceMention:
        return replace(mention, surface=self._at(mention))

    def _person(self, mention: PersonMention) -> PersonMention:
        return replace(
            mention,
            name=self._byline.get(mention.name) or self._whole.find(mention.name),
            surface=self._at(mention),
            office=self._whole.find(mention.office),
            organisation=self._whole.find(mention.organisation),
        )

    def _organisation(self, mention: OrganisationMention) -> OrganisationMention:
        return replace(mention, name=self._at(mention))

    def _figure(self, figure: Figure) -> Figure:
        return replace(figure, printed=self._at(figure), subject=self._whole.find(figure.subject))
