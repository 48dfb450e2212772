"""The site: from the archive and the theme to jobs, and from these to files."""

from collections.abc import Iterator
from dataclasses import dataclass

import jianbao
from jianbao.model.job import Job, all_files, fixed_job
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.assets import asset_files, asset_names
from jianbao.render.edition import Link, make_edition
from jianbao.render.environment import make_environment
from jianbao.render.looks import looks
from jianbao.render.machine import machine_jobs
from jianbao.render.plan import page_jobs
from jianbao.render.press import Press
from jianbao.render.strings import load_strings
from jianbao.text.fingerprint import fingerprint

_SECTIONS = ("issues", "topics", "counties", "people")


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on all pages."""

    title: str
    newspaper: str
    language: str
    chinese: str
    """The attribute that marks text as Chinese on a page in another language; empty on a Chinese page."""
    license: str
    repository: str | None
    assets: dict[str, str]
    """Published path of each asset by its name: `site.css` → `assets/site.3f2a91c0.css`."""
    sections: tuple[Link, ...]
    """The navigation; the text is the key of a string, `nav_…` left out."""
    texts: tuple[Link, ...]
    version: str


def site_jobs(archive: Archive, theme: Theme, code: str = "") -> Iterator[Job]:
    """All that the site holds beside the search index: pages, assets, and what programs read.

    `code` is the fingerprint of what renders. ContentError where the theme lacks the interface's language; a template
    that is broken is told by the jobs that use it.
    """
    strings = load_strings(theme, archive.config.language)
    edition = make_edition(archive, strings)
    site = _site(archive, theme)
    setting = fingerprint(code, archive.config, archive.gazetteer, archive.topics, edition.several_papers)
    environment = make_environment(theme, strings)
    environment.globals.update(site=site)
    press = Press(environment, archive.config, looks(theme, fingerprint(setting, site, tuple(strings.texts.items()))))
    yield fixed_job("no processing by the host", OutputFile(".nojekyll", b""))
    yield fixed_job("assets", *asset_files(theme))
    yield from page_jobs(edition, press)
    yield from machine_jobs(edition, press, setting)


def render_site(archive: Archive, theme: Theme) -> Iterator[OutputFile]:
    """Every file of the jobs, one at a time."""
    return all_files(site_jobs(archive, theme))


def _site(archive: Archive, theme: Theme) -> Site:
    config = archive.config
    return Site(
        title=config.title,
        newspaper=config.newspaper,
        language=config.language,
        chinese="" if config.language.startswith("zh") else " lang=zh-Hans",
        license=config.license,
        repository=config.repository,
        assets=dict(asset_names(theme)),
        sections=tuple(Link(name, f"{name}/") for name in _SECTIONS),
        texts=tuple(Link(page.title, page.path) for page in archive.text_pages),
        version=jianbao.__version__,
    )
