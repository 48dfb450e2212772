"""All pages of the site: from the archive and the theme to files by path."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from jinja2 import Environment

import jianbao
from jianbao.model.site import Archive, CountyGroup, CrossGroup, PersonGroup, SiteConfig, TextPage, TopicGroup
from jianbao.model.theme import OutputFile, Theme
from jianbao.render.article import article_view
from jianbao.render.assets import asset_files, asset_names
from jianbao.render.citation import gbt_2025
from jianbao.render.counties import counties_view, county_view
from jianbao.render.data import data_view
from jianbao.render.edition import Edition, Link, Page, make_edition
from jianbao.render.environment import make_environment
from jianbao.render.exports import exports
from jianbao.render.heads import Folder, numbered, page_head
from jianbao.render.home import home_view
from jianbao.render.issue import issue_view, issues_view
from jianbao.render.linked_data import dataset, website
from jianbao.render.links import root_at, root_from
from jianbao.render.metadata import article_head
from jianbao.render.people import people_view, person_view
from jianbao.render.reference import reference
from jianbao.render.search import search_view
from jianbao.render.strings import load_strings
from jianbao.render.texts import NotFoundView, text_view
from jianbao.render.topics import cross_view, topic_view, topics_view

_NOT_FOUND = "404.html"

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""No page may run, show or ask for anything that is not the site's own."""


class View(Protocol):
    """A page, ready to be set: a frozen value from which alone, with the theme, its bytes follow."""

    template: ClassVar[str]

    @property
    def page(self) -> Page:
        """Where it stands and what its head says."""


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on all pages."""

    title: str
    newspaper: str
    language: str
    license: str
    repository: str | None
    assets: dict[str, str]
    sections: tuple[Link, ...]
    """The navigation; the text is the key of a string, `nav_…` left out."""
    texts: tuple[Link, ...]
    policy: str
    version: str


def render_site(archive: Archive, theme: Theme) -> Iterator[OutputFile]:
    """Every page and asset of the site, one at a time. ContentError: the theme lacks the interface's language."""
    strings = load_strings(theme, archive.config.language)
    edition = make_edition(archive, strings)
    environment = make_environment(theme)
    environment.globals.update(site=_site(archive, theme), t=strings)
    yield OutputFile(".nojekyll", b"")
    yield from asset_files(theme)
    for view in views(edition):
        yield render_view(environment, view, archive.config)


def render_view(environment: Environment, view: View, config: SiteConfig) -> OutputFile:
    """The bytes of one page."""
    page = view.page
    missing = page.path == _NOT_FOUND
    root = root_at(config.base_url) if missing else root_from(page.path)
    html = environment.get_template(view.template).render(view=view, page=page, root=root)
    # Only a lone surrogate cannot be encoded; no decoder of ours lets one in, but a template of a site's own might.
    return OutputFile(page.path if missing else f"{page.path}index.html", html.encode(errors="xmlcharrefreplace"))


def views(edition: Edition) -> Iterator[View]:
    """Every page of the site, in the order of its sections."""
    yield from _fixed(edition)
    yield from _issues(edition)
    yield from _articles(edition)
    for topic in edition.archive.topic_groups:
        yield from _topic(edition, topic)
    for county in edition.archive.county_groups:
        yield from _county(edition, county)
    for person in edition.archive.people:
        yield from _person(edition, person)
    for text in edition.archive.text_pages:
        yield _text(edition, text)


def _fixed(edition: Edition) -> Iterator[View]:
    config, t = edition.archive.config, edition.strings
    description = config.description or t("describe_site", newspaper=config.newspaper)
    yield home_view(edition, page_head(edition, "", config.title, description, about=website(edition.archive)))
    yield issues_view(edition, page_head(edition, "issues/", t("title_issues"), t("describe_issues", title=config.title)))
    yield topics_view(edition, page_head(edition, "topics/", t("title_topics"), t("describe_topics", title=config.title)))
    city = edition.archive.gazetteer.name
    yield counties_view(edition, page_head(edition, "counties/", t("title_counties"), t("describe_counties", city=city)))
    yield people_view(edition, page_head(edition, "people/", t("title_people"), t("describe_people", title=config.title)))
    yield search_view(edition, page_head(edition, "search/", t("title_search"), t("describe_search", title=config.title)))
    yield _data(edition)
    yield NotFoundView(Page(_NOT_FOUND, "", page_head(edition, "", t("missing_title"))))


def _data(edition: Edition) -> View:
    t = edition.strings
    listing = exports(edition.archive).listing
    description = t("describe_data", title=edition.archive.config.title)
    about = dataset(edition.archive, listing, description)
    return data_view(edition, listing, page_head(edition, "data/", t("title_data"), description, about=about))


def _issues(edition: Edition) -> Iterator[View]:
    for issue in edition.archive.issues:
        title = f"{issue.newspaper} {edition.speak(issue.date)}"
        description = edition.strings("describe_issue", issue=title, count=len(issue.entries))
        yield issue_view(edition, issue, page_head(edition, issue.path, title, description))


def _articles(edition: Edition) -> Iterator[View]:
    for identifier in edition.archive.newest:
        entry = edition.archive.entries[identifier]
        cited = reference(edition.archive, entry)
        yield article_view(edition, entry, article_head(edition, entry, cited), gbt_2025(cited))


def _topic(edition: Edition, group: TopicGroup) -> Iterator[View]:
    name = edition.topics[group.topic.id].text
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        head = page_head(edition, page.path, title, description, Folder(group.path, name))
        yield topic_view(edition, group, page.number, head)
    for cross in group.counties:
        yield from _cross(edition, cross)


def _cross(edition: Edition, group: CrossGroup) -> Iterator[View]:
    topic, county = edition.topics[group.topic].text, edition.counties[group.county].text
    name = edition.strings("title_cross", topic=topic, county=county)
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        yield cross_view(edition, group, page.number, page_head(edition, page.path, title, description))


def _county(edition: Edition, group: CountyGroup) -> Iterator[View]:
    name = group.county.name
    description = edition.strings("describe_topic", name=name, title=edition.archive.config.title)
    for page in group.pages:
        title = numbered(edition, name, page.number, page.count)
        head = page_head(edition, page.path, title, description, Folder(group.path, name))
        yield county_view(edition, group, page.number, head)


def _person(edition: Edition, group: PersonGroup) -> Iterator[View]:
    description = edition.strings("describe_person", name=group.name, count=len(group.entries))
    for page in group.pages:
        title = numbered(edition, group.name, page.number, page.count)
        yield person_view(edition, group, page.number, page_head(edition, page.path, title, description))


def _text(edition: Edition, text: TextPage) -> View:
    return text_view(edition, text, page_head(edition, text.path, text.title))


def _site(archive: Archive, theme: Theme) -> Site:
    config = archive.config
    sections = ("issues", "topics", "counties", "people", "search")
    return Site(
        title=config.title,
        newspaper=config.newspaper,
        language=config.language,
        license=config.license,
        repository=config.repository,
        assets=dict(asset_names(theme)),
        sections=tuple(Link(name, f"{name}/") for name in sections),
        texts=tuple(Link(page.title, page.path) for page in archive.text_pages),
        policy=CONTENT_SECURITY_POLICY,
        version=jianbao.__version__,
    )
