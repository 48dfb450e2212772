"""Another archive laid over the built site, made for what tests of the search page want to see; parts of that page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, Route, expect

from jianbao.model.search import NameKind, SearchDocument, SearchName
from tests.unit.index.search.specimens import document, folder

YEARS = range(2021, 2025)
TERM = "白酒"
NAMES = (
    SearchName("仁怀", NameKind.PLACE, "counties/renhuai/", full="仁怀市", former=("仁怀县",)),
    SearchName("王一", NameKind.REPORTER, "people/wangyi/"),
    SearchName("仁怀白酒", NameKind.WORD),
)


@cache
def documents() -> tuple[SearchDocument, ...]:
    """Articles of every month of some years, each on a topic of its own but the first few."""
    months = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]
    articles = [
        document(
            f"a{number:02}",
            f"仁怀{TERM}第{number}号",
            date=f"{month}-05",
            topics=[f"t{max(number, 3):02}"],
            counties=["520382" if number % 2 else "520302"],
            kind="photo" if number < 5 else "news",
            newspaper="遵义晚报" if number < 7 else "遵义日报",
            people=["王一"],
        )
        for number, month in enumerate(months)
    ]
    return tuple(replace(article, names=NAMES) for article in articles)


@cache
def indexed(documents: tuple[SearchDocument, ...]) -> Mapping[str, bytes]:
    """Give the files of the index; most tests search in the same articles."""
    return folder(documents)


class Archive:
    """Answers for the index and the articles of another archive, and writes down what was asked for."""

    def __init__(self, site: str, documents: Sequence[SearchDocument]) -> None:
        self.site = site
        self.own = re.compile(f"^{re.escape(site)}(search/.*[.]bin|articles/)")
        """Addresses that it answers for; all else comes from the site."""
        self.files = indexed(tuple(documents))
        self.pages = {
            each.path: f"<article><div class=text>{''.join(f'<p>{text}' for _, text in each.blocks)}</div></article>"
            for each in documents
        }
        self.asked: list[str] = []
        """Articles."""
        self.damaged: dict[str, bytes | None] = {}
        """Files of the index that are not what they should be, by name; None for one that is not there."""

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(self.site).partition("?")[0]
        name = path.removeprefix("search/")
        if path in self.pages:
            self.asked.append(path)
            route.fulfill(body=self.pages[path], content_type="text/html; charset=utf-8")
            return
        body = self.damaged.get(name, self.files.get(name))
        if body is None:
            route.fulfill(status=404, body="not here")
        else:
            route.fulfill(body=body, content_type="application/octet-stream")


def lay_over(page: Page, site: str, documents: Sequence[SearchDocument]) -> Archive:
    """Let the page search in these articles."""
    archive = Archive(site, documents)
    page.route(archive.own, archive.answer)
    return archive


def box(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("combobox", name="检索全文")


def hits(page: Page) -> Locator:
    return page.locator("#hits").get_by_role("heading")


def status(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("status")


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name)


def facet(page: Page, name: str) -> Locator:
    """Give the buttons of a facet."""
    return page.get_by_role("group", name=name).get_by_role("button")


def bars(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="按时间缩小范围").get_by_role("button")


def chips(page: Page) -> Locator:
    return page.get_by_role("list", name="已选范围").get_by_role("button")


def submit(page: Page, query: str) -> None:
    box(page).fill(query)
    box(page).press("Enter")
    expect(page).to_have_title(re.compile(f"^{query} · "))


def searched(page: Page) -> str:
    """Give what the address says."""
    return unquote(page.url.partition("?")[2])


def expect_count(page: Page, count: int) -> None:
    expect(status(page)).to_contain_text(f"查到{count}篇")
