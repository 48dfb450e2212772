"""All files of the site that are not pages: what programs read."""

from collections.abc import Iterator

from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.discovery import discovery_files
from jianbao.render.exports import exports
from jianbao.render.feeds import feed_files
from jianbao.render.sitemap import sitemap_files


def machine_files(archive: Archive) -> Iterator[OutputFile]:
    """Feeds, sitemap, robots.txt, OpenSearch description, llms.txt, data: a function of the archive alone."""
    yield from feed_files(archive)
    yield from sitemap_files(archive)
    yield from discovery_files(archive)
    yield from exports(archive).files
