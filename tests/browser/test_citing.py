"""What a reader copies from an article's page is what the archive exports of it."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, Route, expect

from jianbao.model.site import Archive
from jianbao.render.machine.citation import bibtex, csl_json, gbt_2015, gbt_2025, ris
from jianbao.render.reference import Reference, reference
from jianbao.render.site import render_site
from jianbao.text.controls import visible
from tests.browser.conftest import Opener
from tests.unit.render import sample, specimens

HOME = "http://127.0.0.1:9/repo/"
"""Nothing listens there: every request is answered by the test."""
SEEN = "2026-01-12"
_CITE = """async ([modules, html, archive, path]) => {
  history.replaceState(null, "", path);
  const load = (name) => import(`/${modules}/${name}.js`);
  const [{ recordOf }, formats] = await Promise.all([load("record"), load("citation")]);
  const of = recordOf(new DOMParser().parseFromString(html, "text/html"), archive);
  const { gbt2025, gbt2015, bibtex, ris, csl } = formats;
  return [gbt2025(of), gbt2015(of, "2026-01-12"), bibtex(of), ris(of), csl(of)];
}"""


def exported(cited: Reference) -> list[str]:
    accessed = SEEN if cited.url else None
    made = [gbt_2025(cited), gbt_2015(cited, accessed), bibtex(cited), ris(cited), csl_json(cited)]
    return [visible(text) for text in made]


def _serve(page: Page, files: Mapping[str, bytes]) -> None:
    def answer(route: Route) -> None:
        name = route.request.url.removeprefix("http://127.0.0.1:9/")
        if name in files:
            route.fulfill(body=files[name], content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>nothing</title>", content_type="text/html")

    page.route("**/*", answer)
    page.goto(HOME)


@pytest.mark.parametrize(
    "archive",
    [
        pytest.param(specimens.sample(), id="hostile"),
        pytest.param(sample.archive(base_url="https://archive.example/"), id="untitled"),
        pytest.param(sample.archive(language="en"), id="another language, no address"),
    ],
)
def test_every_form_is_the_one_that_is_exported(archive: Archive, rough: Page) -> None:
    files = {file.path: file.data for file in render_site(archive, sample.theme())}
    modules = next(name.rpartition("/")[0] for name in files if name.endswith("/citation.js"))
    _serve(rough, files)
    for entry in archive.entries.values():
        html = files[f"{entry.path}index.html"].decode()
        copied = rough.evaluate(_CITE, [modules, html, archive.config.title, f"/repo/{entry.path}"])
        cited = reference(archive, entry)
        assert copied == exported(cited)


def test_a_form_is_shown_and_copied(open_page: Opener) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("articles/202512-01/")
    for name, beginning in (
        ("BibTeX", r"@article{202512-01,\n  entrysubtype = {newspaper}"),
        ("RIS", r"TY  - NEWS\r?\nTI  - 遵义：“一县一策”"),
        ("CSL-JSON", r'\[{"id":"202512-01","type":"article-newspaper"'),
        ("GB/T 7714—2015", r"遵义：.+\[N/OL\]. 遵义日报, \[2025-12\]\[\d{4}-\d\d-\d\d\]. http"),
        ("GB/T 7714—2025", r"遵义：.+\[N/OL\]. 遵义日报，\[2025-12\]. http"),
    ):
        page.get_by_role("button", name=f"复制 {name}").click()
        expect(page.get_by_role("status")).to_have_text("已复制")
        shown = page.locator(".cite")
        expect(shown).to_have_text(re.compile(beginning))
        assert re.match(beginning, page.evaluate("navigator.clipboard.readText()"))


def test_without_a_clipboard_the_text_is_selected(open_page: Opener) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("articles/202512-01/")
    page.get_by_role("button", name="复制 BibTeX").click()
    expect(page.get_by_role("status")).to_contain_text("已选中")
    assert page.evaluate("String(getSelection())").startswith("@article{202512-01")


def test_without_a_script_the_printed_citation_stands(open_page: Opener) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("articles/202512-01/")
    expect(page.locator(".cite")).to_contain_text("[N/OL]. 遵义日报，[2025-12].")
    expect(page.get_by_role("button", name=re.compile("BibTeX"))).to_have_count(0)
