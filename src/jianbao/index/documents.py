"""What the search index is told of each article."""

from collections.abc import Iterator

from jianbao.model.search import SearchDocument
from jianbao.model.site import Archive


def search_documents(archive: Archive) -> Iterator[SearchDocument]:
    """One document an article, oldest issue first, so that a new issue comes at the end."""
    for issue in reversed(archive.issues):
        for identifier in issue.entries:
            entry = archive.entries[identifier]
            article = entry.record.article
            yield SearchDocument(
                id=entry.id,
                path=entry.path,
                title=article.title,
                date=str(entry.date),
                first_day=entry.date.first_day,
                newspaper=entry.newspaper,
                kind=article.kind,
                topics=tuple(match.topic for match in entry.record.topics),
                counties=entry.record.counties,
                people=article.byline,
                blocks=tuple((block.role, block.text) for block in article.blocks),
            )
