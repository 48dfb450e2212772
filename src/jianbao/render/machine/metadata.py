"""The head of an article's page: what citation managers, cards and search engines read.

Zotero reads it without a translator for this site: `z:itemType` decides that it is a newspaper article, which
`citation_journal_title` would undo; Highwire's names give title, authors, date and page, PRISM's the newspaper.
Zotero takes the abstract from `description` and the address from where it read the page. What would only say the same
again (DC.source, citation_abstract, citation_public_url, og:url, the language where it is that of the page) is left
out: it would stand in every article. So is citation_keywords, a hundred bytes: the page shows the keywords, and they
are copied and exported with the citation (RIS, BibTeX, CSL-JSON). Breadcrumbs, 260 bytes, are told by lists and issues.
"""

from collections.abc import Iterator

from jianbao.model.site import Entry
from jianbao.render.edition import Edition
from jianbao.render.encoding import script_json
from jianbao.render.head import Head, Meta
from jianbao.render.machine.linked_data import graph, news_article
from jianbao.render.reference import Reference


def article_head(edition: Edition, entry: Entry, cited: Reference) -> Head:
    """The head of the page of an article."""
    language, column = edition.archive.config.language, edition.archive.records[entry.id].article.column
    return Head(
        title=cited.title,
        description=cited.abstract,
        canonical=cited.url,
        metas=tuple(_metas(cited, language)),
        json_ld=script_json(graph(news_article(cited, column, language))),
    )


def _metas(cited: Reference, language: str) -> Iterator[Meta]:
    # Zotero takes a name apart at its spaces.
    yield Meta("name", "z:itemType DC.type", "newspaperArticle")
    yield Meta("name", "citation_title", cited.title, also="og:title")
    for author in cited.authors:
        yield Meta("name", "citation_author", author)
    yield Meta("name", "citation_date", cited.date.base)
    yield Meta("name", "prism.publicationName", cited.newspaper)
    if cited.page is not None:
        yield Meta("name", "citation_firstpage", str(cited.page))
    if cited.number:
        yield Meta("name", "citation_issue", cited.number)
    if cited.section:
        yield Meta("property", "article:section", cited.section)
    if cited.language != language:
        yield Meta("name", "citation_language", cited.language)
    yield Meta("property", "og:type", "article")
