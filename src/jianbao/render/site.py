"""The site: from the archive and the theme to jobs, and from these to files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import jianbao
from jianbao.model.job import Job, all_files, fixed_job
from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.assets import asset_files, asset_names
from jianbao.render.edition import Edition, Link, home_of, make_edition
from jianbao.render.environment import make_environment
from jianbao.render.equipment import Equipment
from jianbao.render.identifiers import published
from jianbao.render.looks import looks
from jianbao.render.machine.jobs import machine_jobs
from jianbao.render.plan import frame_jobs, page_jobs
from jianbao.render.press import Press
from jianbao.render.scripts import informed
from jianbao.render.strings import Strings, load_strings
from jianbao.text.fingerprint import fingerprint

SHARE_IMAGE = "share.png"
"""One for the whole site: to draw one for each article at build would take a font and 10 KB an article."""
_PLAIN = Equipment()
_SECTIONS = ("issues", "topics", "counties", "people")
_FRAMES = frozenset({"issues", "topics", "counties"})
_TEXT_LANGUAGE = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the reader may choose."""

    tag: str
    """BCP 47."""
    name: str
    """In the language itself."""
    home: str
    """Path of the home page in it."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on all pages."""

    title: str
    newspaper: str
    language: str
    """Of the pages that are made."""
    languages: tuple[Language, ...]
    """All that the reader may choose; empty where there is but one."""
    home: str
    """Path of the home page in `language`."""
    base_url: str | None
    chinese: str
    """The attribute that marks text as Chinese on a page in another language; empty on a Chinese page."""
    own: str
    """The same for the archive's own words (title, licence, its pages), on a page that is not in its first language."""
    license: str
    repository: str | None
    share_image: str | None
    """Address of the picture that stands beside a link that readers share; None where the site's own is not known."""
    assets: dict[str, str]
    """Published path of each asset by its name: `site.css` → `assets/site.3f2a91c0.css`."""
    sections: tuple[Link, ...]
    """The navigation; the text is the key of a string, `nav_…` left out."""
    texts: tuple[Link, ...]
    version: str


def site_jobs(archive: Archive, theme: Theme, code: str = "", equipment: Equipment = _PLAIN) -> Iterator[Job]:
    """All that the site holds beside the search index: pages, assets, and what programs read.

    `code` is the fingerprint of what renders. ContentError where the theme lacks the interface's language; a template
    that is broken is told by the jobs that use it.
    """
    config = archive.config
    # Days without an issue are on no page, boundaries on one: who adds one has not all of them made anew.
    everywhere = replace(config, no_issue=(), boundaries=None)
    setting = fingerprint(code, everywhere, archive.gazetteer, archive.topics, equipment.words)
    languages = {language: load_strings(theme, language) for language in (config.language, *config.languages)}
    offered = tuple(Language(tag, strings("language_name"), home_of(config, tag)) for tag, strings in languages.items())
    first, *further = (
        _printing(archive, theme, strings, offered, setting, equipment) for strings in languages.values()
    )
    yield fixed_job("no processing by the host", OutputFile(".nojekyll", b""))
    assets = {file.path: file for printing in (first, *further) for file in asset_files(printing.theme)}
    yield fixed_job("assets", *assets.values())
    if SHARE_IMAGE in theme.files:
        yield fixed_job("share image", OutputFile(SHARE_IMAGE, theme.files[SHARE_IMAGE]))
    yield fixed_job("pictures", *(OutputFile(picture.path, picture.data) for picture in archive.pictures))
    yield from page_jobs(first.edition, first.press)
    for printing in further:
        yield from frame_jobs(printing.edition, printing.press)
    yield from machine_jobs(first.edition, first.press, fingerprint(setting, first.edition.several_papers))


@dataclass(frozen=True, slots=True)
class _Printing:
    """What pages in one language are made with."""

    theme: Theme
    edition: Edition
    press: Press


def _printing(
    archive: Archive,
    theme: Theme,
    strings: Strings,
    languages: tuple[Language, ...],
    setting: str,
    equipment: Equipment,
) -> _Printing:
    theme = informed(theme, strings, archive.config)
    edition = make_edition(archive, strings)
    site = _site(archive, theme, strings.language, languages)
    environment = make_environment(theme, strings, equipment)
    environment.globals.update(site=site)
    look = fingerprint(setting, edition.several_papers, site, tuple(strings.texts.items()))
    return _Printing(theme, edition, Press(environment, archive.config, looks(theme, look)))


def render_site(archive: Archive, theme: Theme) -> Iterator[OutputFile]:
    """Every file of the jobs, one at a time."""
    return all_files(site_jobs(archive, theme))


def _site(archive: Archive, theme: Theme, language: str, languages: tuple[Language, ...]) -> Site:
    config = archive.config
    home = home_of(config, language)
    return Site(
        title=config.title,
        newspaper=config.newspaper,
        language=language,
        languages=languages if len(languages) > 1 else (),
        home=home,
        base_url=config.base_url,
        chinese="" if language == _TEXT_LANGUAGE else f" lang={_TEXT_LANGUAGE}",
        own="" if language == config.language else f" lang={config.language}",
        license=config.license,
        repository=config.repository,
        share_image=published(config.base_url, SHARE_IMAGE) if SHARE_IMAGE in theme.files else None,
        assets=dict(asset_names(theme)),
        sections=tuple(Link(name, f"{home if name in _FRAMES else ''}{name}/") for name in _SECTIONS),
        texts=tuple(
            Link(page.title, page.path)
            for page in archive.text_pages
            if config.footer is None or page.slug in config.footer
        ),
        version=jianbao.__version__,
    )
