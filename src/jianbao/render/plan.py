"""Which pages the site has. Pages that cost much to gather say what they follow from without being gathered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from jianbao.model.job import Job, Note, Outcomes
from jianbao.model.site import Entry, Issue, TextPage
from jianbao.model.theme import OutputFile
from jianbao.render.edition import Edition, Page
from jianbao.render.head import Head
from jianbao.render.heads import page_head
from jianbao.render.machine.citation import gbt_2025
from jianbao.render.machine.linked_data import website
from jianbao.render.machine.metadata import article_head
from jianbao.render.pages.accuracy import accuracy_view
from jianbao.render.pages.article import ArticleView, article_view
from jianbao.render.pages.corrections import corrections_of
from jianbao.render.pages.corrections_page import corrections_view
from jianbao.render.pages.counties import CountiesView, counties_view
from jianbao.render.pages.digest import DigestView, digest_paths, digest_views, manner
from jianbao.render.pages.figure_jobs import articles_job, figure_jobs
from jianbao.render.pages.figure_notes import figures_note
from jianbao.render.pages.gone import gone_view
from jianbao.render.pages.home import HomeView, home_view
from jianbao.render.pages.issue import IssuesView, IssueView, issue_view, issues_view
from jianbao.render.pages.keywords import keywords_job
from jianbao.render.pages.lists import list_jobs
from jianbao.render.pages.people import PeopleView, people_view, seldom_rows
from jianbao.render.pages.search import SearchView, search_view
from jianbao.render.pages.texts import NotFoundView, TextView, text_view
from jianbao.render.pages.topics import TopicsView, topics_view
from jianbao.render.pages.trends import trends_job
from jianbao.render.press import NOT_FOUND, Press, View
from jianbao.render.reference import reference
from jianbao.text.fingerprint import fingerprint

FrameView = HomeView | IssuesView | TopicsView | CountiesView | SearchView


def page_jobs(edition: Edition, press: Press) -> Iterator[Job]:
    """Every page of the site but that of downloads, in the order of its sections."""
    yield from frame_jobs(edition, press)
    yield press.job(NotFoundView(Page(NOT_FOUND, "", Head(edition.strings("missing_title")))))
    for issue in edition.archive.issues:
        yield from _issue(edition, press, issue)
    yield from list_jobs(edition, press)
    yield _people(edition, press)
    yield from figure_jobs(edition, press)
    yield keywords_job(edition, press)
    yield trends_job(edition, press)
    yield press.job(accuracy_view(edition))
    yield press.job(corrections_view(edition))
    for text in edition.archive.text_pages:
        yield _text(edition, press, text)
    for gone in edition.archive.gone:
        yield press.job(gone_view(edition, gone))


def section_head(edition: Edition, section: str) -> Head:
    """The head of the page that opens a section."""
    archive, t = edition.archive, edition.strings
    description = t(f"describe_{section}", title=archive.config.title, city=archive.gazetteer.name)
    return page_head(edition, f"{section}/", t(f"title_{section}"), description)


def frame_views(edition: Edition) -> Iterator[FrameView]:
    """The pages that open the sections: those that are there in every language of the site."""
    config, t = edition.archive.config, edition.strings
    description = config.description or t("describe_site", newspaper=config.newspaper)
    yield home_view(edition, page_head(edition, "", config.title, description, about=website(edition.archive)))
    yield issues_view(edition, section_head(edition, "issues"))
    yield topics_view(edition, section_head(edition, "topics"))
    yield counties_view(edition, section_head(edition, "counties"))
    yield search_view(edition, section_head(edition, "search"))


def frame_jobs(edition: Edition, press: Press) -> Iterator[Job]:
    """Their jobs, in the language of the edition."""
    return (press.job(_framed(view, edition.home)) for view in frame_views(edition))


def _framed(view: FrameView, home: str) -> FrameView:
    page = view.page
    return replace(view, page=replace(page, path=home + page.path, frame=page.path))


def _issue(edition: Edition, press: Press, issue: Issue) -> Iterator[Job]:
    """The page of an issue, and the pages of its articles, which show of other issues what they are related to."""
    facts = {"text": edition.texts[issue.key], "digests": manner(edition.archive)}
    neighbours = [edition.issues[key] if key else None for key in (issue.previous, issue.next)]
    yield Job(
        f"issue {issue.key}",
        {"look": press.look(IssueView.template), **facts, "neighbours": fingerprint(neighbours)},
        partial(_set, press, partial(_issue_view, edition, issue)),
    )
    yield Job(
        articles_job(issue.key),
        {
            "look": press.look(ArticleView.template),
            "look of digests": press.look(DigestView.template),
            **facts,
            "corrections": fingerprint(corrections_of(edition.archive, issue)),
            "related": edition.archive.related.get(issue.key, ""),
        },
        partial(_articles, press, edition, issue),
    )


def _people(edition: Edition, press: Press) -> Job:
    """The page of all people, sorted only where they are not those of last time."""
    archive = edition.archive
    names = [(one.name, len(one.entries)) for one in (*archive.people, *archive.officeholders, *archive.organisations)]
    counts = len(archive.people), len(archive.organisations)
    facts = {"look": press.look(PeopleView.template), "names": fingerprint(counts, names, seldom_rows(archive))}
    return Job("page /people/", facts, partial(_set, press, partial(_people_views, edition)))


def _people_views(edition: Edition) -> Iterator[View]:
    yield people_view(edition, section_head(edition, "people"))


def _set(press: Press, views: Callable[[], Iterator[View]], _: Outcomes) -> Iterator[OutputFile]:
    return map(press.set, views())


def _issue_view(edition: Edition, issue: Issue) -> Iterator[View]:
    title = f"{issue.newspaper} {edition.speak(issue.date)}"
    description = edition.strings("describe_issue", issue=title, count=len(issue.entries))
    yield issue_view(edition, issue, page_head(edition, issue.path, title, description))


def _articles(press: Press, edition: Edition, issue: Issue, _: Outcomes) -> Iterator[OutputFile | Note]:
    digests = digest_paths(edition.archive, issue)
    for identifier in issue.entries:
        entry = edition.archive.entries[identifier]
        yield press.set(_article_view(edition, entry, digests.get(entry.file)))
    yield from map(press.set, digest_views(edition, issue))
    yield from figures_note(edition.archive, issue)


def _article_view(edition: Edition, entry: Entry, digest: str | None) -> View:
    cited = reference(edition.archive, entry)
    return article_view(edition, entry, article_head(edition, entry, cited), gbt_2025(cited), digest)


def _text(edition: Edition, press: Press, text: TextPage) -> Job:
    """A page of text. Its Markdown is read only where it, or what it may lead to or show, is not that of last time."""
    archive = edition.archive
    head = page_head(edition, text.path, text.title)
    content = fingerprint(text, head, [(page.slug, page.path) for page in archive.text_pages], archive.pictures)
    facts = {"look": press.look(TextView.template), "content": content}
    return Job(f"page /{text.path}", facts, partial(_set, press, lambda: iter((text_view(edition, text, head),))))
