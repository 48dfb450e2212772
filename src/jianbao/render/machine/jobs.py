"""All files of the site that are not pages: what programs read. And the page that lists them."""

from collections.abc import Iterator

from jianbao.model.job import Job, fixed_job
from jianbao.render.edition import Edition
from jianbao.render.machine.data import data_jobs
from jianbao.render.machine.discovery import discovery_files
from jianbao.render.machine.feeds import feed_jobs
from jianbao.render.machine.sitemap import sitemap_files
from jianbao.render.press import Press


def machine_jobs(edition: Edition, press: Press, setting: str) -> Iterator[Job]:
    """Feeds, sitemap, robots.txt, OpenSearch description, llms.txt, data: they follow from the archive alone.

    `setting` is the fingerprint of the code, the configuration and the vocabulary.
    """
    yield from feed_jobs(edition.archive, setting)
    yield fixed_job("sitemap", *sitemap_files(edition.archive))
    yield fixed_job("ways for programs", *discovery_files(edition.archive))
    yield from data_jobs(edition, press, setting)
