"""The sitemap: every page that shows articles or text, with the date of its newest article as `lastmod`.

No other time is told: when a page was written is no matter of the content, and the same content gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from jianbao.model.site import Archive, CountyGroup, ListPage, TopicGroup
from jianbao.model.theme import OutputFile
from jianbao.render.edition import home_of
from jianbao.render.encoding import add, xml_bytes
from jianbao.render.identifiers import absolute
from jianbao.render.pages.accuracy import ADDRESS as ACCURACY
from jianbao.render.pages.corrections_page import ADDRESS as CORRECTIONS
from jianbao.render.pages.figures import concerning, figures_path, newest_stating

MOST_URLS = 50_000
"""What one file may hold (sitemaps.org); the other limit, 50 MB, is far off at about 100 bytes a page."""

_IN_EVERY_LANGUAGE = ("", "issues/", "topics/", "counties/")
_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Location:
    """A page of the site."""

    path: str
    lastmod: str | None
    """ISO date of the first day that the date of its newest article can mean; None for a page without articles."""


def locations(archive: Archive) -> Iterator[Location]:
    """All pages, articles last and oldest first, so that a new issue changes only the end."""
    newest = _newest(archive, archive.newest)
    for section in ("", "issues/", "topics/", "counties/", "people/", "figures/", "keywords/", "trends/", "data/"):
        yield Location(section, newest)
    for language in archive.config.languages:
        home = home_of(archive.config, language)
        yield from (Location(home + section, newest) for section in _IN_EVERY_LANGUAGE)
    for path in (*(page.path for page in archive.text_pages), ACCURACY, CORRECTIONS):
        yield Location(path, None)
    yield from _groups(archive)
    for issue in reversed(archive.issues):
        day = issue.date.first_day
        yield Location(issue.path, day)
        for identifier in issue.entries:
            yield Location(archive.entries[identifier].path, day)


def _groups(archive: Archive) -> Iterator[Location]:
    """The pages of topics, counties and people."""
    for topic in archive.topic_groups:
        yield from _lists(archive, topic.pages)
        for cross in topic.counties:
            yield from _lists(archive, cross.pages)
    for county in archive.county_groups:
        if county.entries:
            newest = _newest(archive, county.entries)
            yield from (Location(page.path, _newest(archive, page.entries) or newest) for page in county.pages)
        yield from _lists(archive, county.named.pages)
    groups: tuple[TopicGroup | CountyGroup, ...] = (*archive.topic_groups, *archive.county_groups)
    for group in groups:
        if newest_stating(archive, concerning(group)):
            yield Location(figures_path(group), _newest(archive, concerning(group)))
    for person in (*archive.people, *archive.officeholders, *archive.organisations):
        yield from _lists(archive, person.pages)


def sitemap_files(archive: Archive, most: int = MOST_URLS) -> Iterator[OutputFile]:
    """`sitemap.xml`; of more than `most` pages an index with that name, and `sitemap-1.xml` and so on beside it.

    They stand at the root because a sitemap may only name pages below its own folder.
    """
    base_url = archive.config.base_url
    found = tuple(locations(archive))
    if len(found) <= most:
        yield OutputFile("sitemap.xml", _urlset(base_url, found))
        return
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    root = ET.Element("sitemapindex", {"xmlns": _SCHEMA})
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        yield OutputFile(name, _urlset(base_url, part))
        sitemap = add(root, "sitemap")
        add(sitemap, "loc", absolute(base_url, name))
        newest = max((page.lastmod for page in part if page.lastmod), default=None)
        if newest is not None:
            add(sitemap, "lastmod", newest)
    yield OutputFile("sitemap.xml", xml_bytes(root))


def _urlset(base_url: str | None, pages: Iterable[Location]) -> bytes:
    # Written out: an element tree of 20,000 pages took eight times as long. Absolute addresses have no `<` and no `&`.
    urls = [
        f"<url><loc>{absolute(base_url, page.path)}</loc>{f'<lastmod>{page.lastmod}</lastmod>' if page.lastmod else ''}"
        "</url>"
        for page in pages
    ]
    return f'{_DECLARATION}<urlset xmlns="{_SCHEMA}">{"".join(urls)}</urlset>\n'.encode()


def _lists(archive: Archive, pages: Iterable[ListPage]) -> Iterator[Location]:
    """The pages of a list; one that lists nothing yet is left out."""
    return (Location(page.path, _newest(archive, page.entries)) for page in pages if page.entries)


def _newest(archive: Archive, ids: Sequence[str]) -> str | None:
    return archive.entries[ids[0]].date.first_day if ids else None
