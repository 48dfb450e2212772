"""The search module by itself: a page that can import it, with an index to open in it."""

import base64
from collections.abc import Mapping

from playwright.sync_api import Page, Route

from tests.unit.index.search.specimens import folder

HOME = "http://127.0.0.1:9/repo/"
"""Nothing listens there: every request is answered by the test."""

_OPEN = """async (files) => {
  const [search, suggest] = await Promise.all(["search", "suggest"].map((name) => import(`./search/${name}.js`)));
  const decode = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, decode(text)]));
  const fetch = async (url) => {
    const data = bytes.get(url.href.split("/search/")[1]);
    return new Response(data, { status: data ? 200 : 404 });
  };
  const base = new URL("search/", location.href), index = await search.open(base, { fetch });
  Object.assign(window, { search, bytes, index, helper: await suggest.open(base, { fetch }) });
}"""


def _answer(route: Route, modules: Mapping[str, bytes]) -> None:
    """Serve the modules and an empty page."""
    name = route.request.url.rpartition("/")[2]
    if name in modules:
        route.fulfill(body=modules[name], content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>search</title>", content_type="text/html")


def serve_modules(page: Page) -> None:
    """Leave the page where it can import the modules."""
    modules = {name: data for name, data in folder([]).items() if name.endswith(".js")}
    page.route("**/*", lambda route: _answer(route, modules))
    page.goto(HOME)


def load(page: Page, files: Mapping[str, bytes]) -> None:
    """Open an index in the page, as `index`."""
    page.evaluate(_OPEN, encoded(files))


def encoded(files: Mapping[str, bytes]) -> dict[str, str]:
    """Write files so that they can be handed to a script."""
    return {name: base64.b64encode(data).decode() for name, data in files.items()}
