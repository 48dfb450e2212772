"""What search engines are told: schema.org in JSON-LD. The text itself is not repeated; it stands in the page."""

from collections.abc import Sequence

from jianbao.model.site import Archive, SiteConfig
from jianbao.render.edition import Link
from jianbao.render.identifiers import absolute, published
from jianbao.render.machine.exports import DataFile, medtop_uri
from jianbao.render.reference import Reference

HEADLINE_LENGTH = 110
"""Characters of `headline`: what Google takes of it."""

_CONTEXT = "https://schema.org"

Node = dict[str, object]


def graph(*nodes: Node) -> Node:
    """A document of one node or of several; nodes and values that are None or empty are left out."""
    told = [{key: value for key, value in node.items() if value} for node in nodes if node]
    return {"@context": _CONTEXT, **(told[0] if len(told) == 1 else {"@graph": told})}


def news_article(cited: Reference, column: str | None, language: str) -> Node:
    """An article on a page in `language`, which is named only where the article has another.

    Of a date that is not known to the day, `datePublished` has the year or the month. What the page itself shows and no
    search engine asks for (`dateline`) is left to the exports: ten thousand pages would repeat it.
    """
    return {
        "@type": "NewsArticle",
        "headline": cut(cited.title, HEADLINE_LENGTH),
        "alternativeHeadline": cited.subtitle,
        "datePublished": cited.date.base,
        "inLanguage": None if cited.language == language else cited.language,
        "author": [{"@type": "Person", "name": name} for name in cited.authors],
        "isPartOf": {"@type": "Newspaper", "name": cited.newspaper},
        "printPage": None if cited.page is None else str(cited.page),
        "printSection": cited.section,
        "printColumn": column,
        "about": [
            {**({"@id": medtop_uri(topic.medtop)} if topic.medtop else {}), "name": topic.name}
            for topic in cited.topics
        ],
        "contentLocation": [{"@type": "Place", "name": county.name} for county in cited.counties],
    }


def breadcrumbs(config: SiteConfig, way: Sequence[Link]) -> Node:
    """The way from the home page, which search engines supply themselves, to this one, the last of `way`.

    Nothing where it has no step between, or where the site's address is not known.
    """
    if config.base_url is None or len(way) < 2:  # noqa: PLR2004 - Google wants two steps at least
        return {}
    *before, last = way
    steps: list[Node] = [
        {"@type": "ListItem", "position": position, "name": step.text, "item": absolute(config.base_url, step.path)}
        for position, step in enumerate(before, 1)
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [*steps, {"@type": "ListItem", "position": len(way), "name": last.text}],
    }


def website(archive: Archive) -> Node:
    """The site, with its search."""
    config = archive.config
    search = published(config.base_url, "search/")
    return {
        "@type": "WebSite",
        "name": config.title,
        "url": published(config.base_url, ""),
        "description": config.description,
        "inLanguage": config.language,
        "potentialAction": search
        and {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def dataset(archive: Archive, listing: Sequence[DataFile], description: str) -> Node:
    """The archive as data, for dataset searches."""
    config, issues = archive.config, archive.issues
    return {
        "@type": "Dataset",
        "name": config.title,
        "description": description,
        "url": published(config.base_url, "data/"),
        "inLanguage": "zh-Hans",
        "license": config.license,
        "creator": {"@type": "Organization", "name": config.title},
        "temporalCoverage": issues and f"{issues[-1].date.first_day}/{issues[0].date.last_day}",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": archive.gazetteer.name},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path.rpartition("/")[2],
                "contentUrl": absolute(config.base_url, file.path),
                "encodingFormat": file.media_type,
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in listing
        ],
    }


def cut(text: str, length: int) -> str:
    """The text, ended by an ellipsis where it is longer than `length` characters."""
    return text if len(text) <= length else text[: length - 2].rstrip() + "……"
