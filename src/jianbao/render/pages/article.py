"""The page of one article."""

from dataclasses import dataclass
from typing import ClassVar

from jianbao.model.digest import Article
from jianbao.model.edtf import Qualifier
from jianbao.model.record import TopicMatch
from jianbao.model.site import Entry
from jianbao.render.edition import Edition, Link, Page
from jianbao.render.encoding import one_line
from jianbao.render.head import Head
from jianbao.render.pages.digest import source_url
from jianbao.render.pages.pieces import Piece, pieces
from jianbao.render.pages.related import RelatedLine, related_lines

# Adults read 300 to 500 Chinese characters of prose a minute in silence; the middle of it.
_CHARACTERS_A_MINUTE = 400
_EVIDENCE = 3
"""Words that a topic is shown with."""


@dataclass(frozen=True, slots=True)
class TopicNote:
    """A topic of the article with the words that speak for it."""

    link: Link
    evidence: tuple[str, ...]
    """Empty where a mark or front matter decided."""


@dataclass(frozen=True, slots=True)
class StoryPiece:
    """A piece of the story that the article is one of."""

    page_number: int | None
    link: Link | None
    """None for the article itself."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the page of an article shows."""

    template: ClassVar[str] = "article.html"

    page: Page
    id: str
    title: str
    inferred: bool
    """The page prints no headline; `title` is made of the article's own words."""
    kind: str
    head: tuple[Piece, ...]
    body: tuple[Piece, ...]
    issue_path: str
    date: str
    """EDTF without its qualifier."""
    spoken: str
    """The date in words."""
    approximate: bool
    edtf: str
    """The date with its qualifier."""
    minutes: int
    """How long one reads; 0 for what is read in less than two minutes."""
    newspaper: str
    page_number: int | None
    section: str | None
    byline: tuple[tuple[str, str | None], ...]
    """Each name with the path of its page."""
    source: str | None
    continued_from: int | None
    continued_on: int | None
    story: tuple[StoryPiece, ...]
    """All pieces of the story in the order of reading; empty where the article is whole or the others are not held."""
    topics: tuple[TopicNote, ...]
    counties: tuple[Link, ...]
    keywords: tuple[str, ...]
    """With no space in them that breaks: such stand between them."""
    citation: str | None
    file: str
    lines: tuple[int, int]
    digest: str | None
    """Path of the page of its digest."""
    source_url: str | None
    """The lines of the digest in the repository."""
    previous: Link | None
    """Its path, as that of `next`, is relative to the folder of all articles."""
    next: Link | None
    related: tuple[RelatedLine, ...]


def article_view(
    edition: Edition, entry: Entry, head: Head, citation: str | None = None, digest: str | None = None
) -> ArticleView:
    """Gather the page of an article; `digest` is the path of the page that shows its lines."""
    record = edition.archive.records[entry.id]
    article = record.article
    above, below = pieces(article)
    return ArticleView(
        page=Page(entry.path, "", head),
        id=entry.id,
        title=article.title,
        inferred=article.title_inferred,
        kind=article.kind.value,
        head=above,
        body=below,
        issue_path=edition.issues[entry.issue].path,
        date=entry.date.base,
        spoken=edition.speak(entry.date),
        approximate=entry.date.qualifier is not Qualifier.CERTAIN,
        edtf=str(entry.date),
        minutes=_minutes(article),
        newspaper=entry.newspaper,
        page_number=entry.page,
        section=entry.section,
        byline=tuple((name, _path(edition.people.get(name))) for name in article.byline),
        source=article.source,
        continued_from=article.continued_from,
        continued_on=article.continued_on,
        story=tuple(_piece(edition, one, entry) for one in entry.story),
        topics=tuple(_topic_note(edition, match) for match in record.topics),
        counties=edition.county_links(entry),
        keywords=tuple(one_line(keyword).replace(" ", "\N{NO-BREAK SPACE}") for keyword in record.keywords),
        citation=citation,
        file=entry.file,
        lines=article.lines,
        digest=digest,
        source_url=source_url(edition.archive.config.repository, entry.file, article.lines),
        previous=_neighbour(edition, entry.previous),
        next=_neighbour(edition, entry.next),
        related=tuple(related_lines(edition, entry)),
    )


def _minutes(article: Article) -> int:
    minutes = round(sum(len(block.text) for block in article.blocks) / _CHARACTERS_A_MINUTE)
    return minutes if minutes > 1 else 0


def _path(link: Link | None) -> str | None:
    return link.path if link else None


def _topic_note(edition: Edition, match: TopicMatch) -> TopicNote:
    return TopicNote(edition.topics[match.topic], match.evidence[:_EVIDENCE])


def _piece(edition: Edition, identifier: str, here: Entry) -> StoryPiece:
    entry = edition.archive.entries[identifier]
    link = None if identifier == here.id else Link(entry.card.title, entry.path)
    return StoryPiece(entry.page, link)


def _neighbour(edition: Edition, identifier: str | None) -> Link | None:
    if identifier is None:
        return None
    entry = edition.archive.entries[identifier]
    return Link(entry.card.title, f"{entry.id}/")
