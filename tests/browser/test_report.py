"""Whoever reads an article and finds an error can say so there, with the article and its lines filled in."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route

from jianbao.render.site import render_site
from tests.unit.render import sample

HOST = "http://127.0.0.1:9/"
"""Nothing listens there: every request is answered by the test."""
SITE = "https://archive.example/"
TYPES = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript"}


def test_the_report_names_the_article_and_its_lines(rough: Page) -> None:
    archive = sample.archive(base_url=SITE, repository="https://forge.example/someone/archive/")
    files = {file.path: file.data for file in render_site(archive, sample.theme())}

    def answer(route: Route) -> None:
        name = urlsplit(route.request.url).path.removeprefix("/")
        name += "index.html" if name.endswith("/") else ""
        route.fulfill(body=files.get(name, b""), content_type=TYPES.get(name.rpartition(".")[2], "text/plain"))

    rough.route("**/*", answer)
    for entry in archive.entries.values():
        article = archive.records[entry.id].article
        rough.goto(HOST + entry.path)
        form = urlsplit(rough.get_by_role("link", name="报告差错").get_attribute("href") or "")
        assert (form.netloc, form.path) == ("forge.example", "/someone/archive/issues/new")
        told = parse_qs(form.query)
        assert told["title"][0].startswith("差错：")
        address, digest = told["body"][0].splitlines()
        assert address == f"{SITE}{entry.path}"
        assert digest.startswith(f"{SITE}issues/")
        assert digest.endswith(f"#L{article.lines[0]} 第{article.lines[0]}—{article.lines[1]}行")
