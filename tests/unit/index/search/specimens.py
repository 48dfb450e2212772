"""Small archives to search in, and what a plain scan finds in them."""

from collections.abc import Sequence

from jianbao.index.search.fold import fold
from jianbao.index.search.query import parse
from jianbao.index.search.read import SearchIndex, open_index
from jianbao.index.search.write import search_files
from jianbao.model.search import SearchDocument, SearchName


def document(  # noqa: PLR0913 - one keyword a field, most of them left out by each test
    identifier: str,
    *paragraphs: str,
    title: str = "",
    date: str = "2025-12-08",
    topics: Sequence[str] = (),
    counties: Sequence[str] = (),
    people: Sequence[str] = (),
    kind: str = "news",
    newspaper: str = "遵义日报",
    names: Sequence[SearchName] = (),
) -> SearchDocument:
    base = date.rstrip("~")
    blocks = [("title", title)] if title else []
    return SearchDocument(
        id=identifier,
        path=f"articles/{identifier}/",
        title=title or identifier,
        date=date,
        first_day=base + "-01" * (2 - base.count("-")),
        newspaper=newspaper,
        kind=kind,
        topics=tuple(topics),
        counties=tuple(counties),
        people=tuple(people),
        blocks=(*blocks, *(("paragraph", text) for text in paragraphs)),
        names=tuple(names),
    )


def folder(documents: Sequence[SearchDocument]) -> dict[str, bytes]:
    """Files of `search/` by name below it."""
    return {file.path.removeprefix("search/"): file.data for file in search_files(documents)}


def index_of(documents: Sequence[SearchDocument]) -> SearchIndex:
    return open_index(folder(documents).__getitem__)


def scan(documents: Sequence[SearchDocument], text: str) -> set[str]:
    """Ids of the articles that the query finds, by looking through all of them."""
    query = parse(text)

    def has(document: SearchDocument, term: str) -> bool:
        return any(term in fold(block) for _, block in document.blocks)

    return {
        document.id
        for document in documents
        if all(has(document, term) for term in query.terms) and not any(has(document, term) for term in query.excluded)
    }
