"""A reader with a real browser, who notices everything that goes wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.archive import Archive, documents, lay_over
from tests.browser.chromium import advice, find
from tests.browser.module import serve_modules
from tests.browser.server import serve

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name leads anywhere: a request to another host cannot succeed, even where there is a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 30_000
"""Milliseconds until an expectation fails; two cores that also run other tests are slow."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """Give the address of the built site, under a sub-path."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine; without one the tests fail, they are not skipped."""
    program = find()
    if program is None:
        pytest.fail(f"No Chromium was found. To install it: {advice(root=True)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """Give a page of nothing that can import the search module."""
    page = browser.new_page()
    serve_modules(page)
    yield page
    page.close()


Opener = Callable[..., Page]
"""Opens a page; takes the options of Playwright's `new_context`."""


class Watch:
    """Writes down what a reader should never meet: script errors, failed loads, requests to other hosts."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.complaints: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        """Listen to all pages of the context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"script error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        # A page names its icon by script; without one the browser asks the host, and nobody sees the answer.
        if message.location.get("url", "").endswith("/favicon.ico"):
            return
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text} ({message.location})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "file:")):
            self.complaints.append(f"request to another place: {request.url}")

    def _failed(self, request: Request) -> None:
        # What a reader leaves behind by going on is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Give an opener of fresh browser windows; the test fails if anything in them went wrong."""
    watch = Watch(site)
    contexts: list[BrowserContext] = []

    def opener(**options: object) -> Page:
        context = browser.new_context(**{"base_url": site, "locale": "zh-CN", **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()
    assert watch.complaints == []


@pytest.fixture
def page(open_page: Opener) -> Page:
    """Give one window of the usual kind."""
    return open_page()


@pytest.fixture
def archive(page: Page, site: str) -> Archive:
    """Give the archive that `page` searches in, which is not that of the site."""
    return lay_over(page, site, documents())


@pytest.fixture
def rough(browser: Browser, site: str) -> Iterator[Page]:
    """Give a window in which things go wrong on purpose; nobody minds what its console says."""
    context = browser.new_context(base_url=site, locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
