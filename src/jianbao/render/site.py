"""The site: from the archive and the theme to files by path."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateError, TemplateSyntaxError

import jianbao
from jianbao.model.errors import ContentError
from jianbao.model.problem import Problem
from jianbao.model.site import Archive, SiteConfig
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.assets import asset_files, asset_names
from jianbao.render.edition import Link, make_edition
from jianbao.render.environment import make_environment
from jianbao.render.links import root_at, root_from
from jianbao.render.plan import NOT_FOUND, View, views
from jianbao.render.strings import load_strings

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


def render_site(archive: Archive, theme: Theme) -> Iterator[OutputFile]:
    """Every page and asset of the site, one at a time.

    ContentError where the theme lacks the interface's language or one of its templates is broken.
    """
    strings = load_strings(theme, archive.config.language)
    environment = make_environment(theme, strings)
    environment.globals.update(site=_site(archive, theme))
    yield OutputFile(".nojekyll", b"")
    yield from asset_files(theme)
    for view in views(make_edition(archive, strings)):
        yield render_view(environment, view, archive.config)


def render_view(environment: Environment, view: View, config: SiteConfig) -> OutputFile:
    """The bytes of one page."""
    page = view.page
    missing = page.path == NOT_FOUND
    root = root_at(config.base_url) if missing else root_from(page.path)
    try:
        html = environment.get_template(view.template).render(view=view, page=page, root=root)
    except TemplateError as error:
        raise ContentError((_template_problem(error, view.template),)) from error
    # Only a lone surrogate cannot be encoded; no decoder of ours lets one in, but a template of a site's own might.
    return OutputFile(page.path if missing else f"{page.path}index.html", html.encode(errors="xmlcharrefreplace"))


def _template_problem(error: TemplateError, template: str) -> Problem:
    """What is wrong with a template; Jinja knows the line of a fault in its grammar only."""
    hint = "mend the template, or delete the site's own to use the one that jianbao brings"
    if isinstance(error, TemplateSyntaxError):
        return Problem(f"templates/{error.name or template}", error.lineno, f"no valid template: {error.message}", hint)
    return Problem(f"templates/{template}", 0, f"cannot be set: {error.message}", hint)


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
