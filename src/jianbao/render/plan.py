"""Which pages the site has. Pages that cost much to gather say what they follow from without being gathered."""

from collections.abc import Callable, Iterator
from functools import partial

from jianbao.model.job import Job, Outcomes
from jianbao.model.site import Entry, Issue, TextPage
from jianbao.model.theme import OutputFile
from jianbao.render.article import ArticleView, article_view
from jianbao.render.citation import gbt_2025
from jianbao.render.counties import counties_view
from jianbao.render.edition import Edition, Page
from jianbao.render.head import Head
from jianbao.render.heads import page_head
from jianbao.render.home import home_view
from jianbao.render.issue import IssueView, issue_view, issues_view
from jianbao.render.linked_data import website
from jianbao.render.lists import list_jobs
from jianbao.render.metadata import article_head
from jianbao.render.people import people_view
from jianbao.render.press import NOT_FOUND, Press, View
from jianbao.render.reference import reference
from jianbao.render.search import search_view
from jianbao.render.texts import NotFoundView, text_view
from jianbao.render.topics import topics_view
from jianbao.text.fingerprint import fingerprint


def page_jobs(edition: Edition, press: Press) -> Iterator[Job]:
    """Every page of the site but that of downloads, in the order of its sections."""
    yield from map(press.job, _fixed(edition))
    for issue in edition.archive.issues:
        yield from _issue(edition, press, issue)
    yield from list_jobs(edition, press)
    for text in edition.archive.text_pages:
        yield press.job(_text(edition, text))


def section_head(edition: Edition, section: str) -> Head:
    """The head of the page that opens a section."""
    archive, t = edition.archive, edition.strings
    description = t(f"describe_{section}", title=archive.config.title, city=archive.gazetteer.name)
    return page_head(edition, f"{section}/", t(f"title_{section}"), description)


def _fixed(edition: Edition) -> Iterator[View]:
    config, t = edition.archive.config, edition.strings
    description = config.description or t("describe_site", newspaper=config.newspaper)
    yield home_view(edition, page_head(edition, "", config.title, description, about=website(edition.archive)))
    yield issues_view(edition, section_head(edition, "issues"))
    yield topics_view(edition, section_head(edition, "topics"))
    yield counties_view(edition, section_head(edition, "counties"))
    yield people_view(edition, section_head(edition, "people"))
    yield search_view(edition, section_head(edition, "search"))
    yield NotFoundView(Page(NOT_FOUND, "", Head(t("missing_title"))))


def _issue(edition: Edition, press: Press, issue: Issue) -> Iterator[Job]:
    """The page of an issue, and the pages of its articles, which show nothing of other issues."""
    facts = {"text": edition.texts[issue.key]}
    neighbours = [edition.issues[key] if key else None for key in (issue.previous, issue.next)]
    yield Job(
        f"issue {issue.key}",
        {"look": press.look(IssueView.template), **facts, "neighbours": fingerprint(neighbours)},
        partial(_set, press, partial(_issue_view, edition, issue)),
    )
    yield Job(
        f"articles of {issue.key}",
        {"look": press.look(ArticleView.template), **facts},
        partial(_set, press, partial(_article_views, edition, issue)),
    )


def _set(press: Press, views: Callable[[], Iterator[View]], _: Outcomes) -> Iterator[OutputFile]:
    return map(press.set, views())


def _issue_view(edition: Edition, issue: Issue) -> Iterator[View]:
    title = f"{issue.newspaper} {edition.speak(issue.date)}"
    description = edition.strings("describe_issue", issue=title, count=len(issue.entries))
    yield issue_view(edition, issue, page_head(edition, issue.path, title, description))


def _article_views(edition: Edition, issue: Issue) -> Iterator[View]:
    return (_article_view(edition, edition.archive.entries[identifier]) for identifier in issue.entries)


def _article_view(edition: Edition, entry: Entry) -> View:
    cited = reference(edition.archive, entry)
    return article_view(edition, entry, article_head(edition, entry, cited), gbt_2025(cited))


def _text(edition: Edition, text: TextPage) -> View:
    return text_view(edition, text, page_head(edition, text.path, text.title))
