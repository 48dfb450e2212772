"""Nothing that people write becomes more than text, on any page and in any file of the site."""

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import Element

import html5lib
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from jianbao.build.run import build
from jianbao.text.controls import CONTROLS
from tests.browser.server import serve
from tests.hostile import ATTACKS, write_hostile

BASE_URL = "https://archive.example/repo/"
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href"}
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
EVIL = "window.met = []; window.evil = number => { window.met.push(number); }"
"""Attacks call this: what it met, it remembers."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the hostile archive."""
    root = tmp_path_factory.mktemp("hostile")
    write_hostile(root)
    built = build(root, root / "_site", BASE_URL)
    assert built.articles == 2 * len(ATTACKS)
    return root / "_site"


@pytest.fixture
def victim(browser: Browser, hostile: Path) -> Iterator[Page]:
    """Give a window in which any script of a page may run: the policy of the site's pages is switched off."""
    with serve(hostile) as address:
        context = browser.new_context(base_url=address, bypass_csp=True, locale="zh-CN")
        context.add_init_script(EVIL)
        yield context.new_page()
        context.close()


def pages(site: Path) -> dict[str, Element]:
    """Every page of the site by its address, as a browser reads it."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html5lib.parse(
            path.read_bytes(), transport_encoding="utf-8", namespaceHTMLElements=False
        )
        for path in sorted(site.rglob("*.html"))
    }


def elements(tree: Element) -> Iterator[tuple[str, dict[str, str]]]:
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], dict(element.attrib)


def test_no_element_and_no_attribute_comes_from_the_content(hostile: Path) -> None:
    found = pages(hostile)
    assert len(found) > 2 * len(ATTACKS)
    for address, tree in found.items():
        for tag, attributes in elements(tree):
            names = {name.lower() for name in attributes}
            assert tag not in {"iframe", "object", "embed", "base", "style", "x-evil", "frame"}, address
            assert not {name for name in names if name.startswith("on") or "evil" in name}, (address, tag)
            assert not names & {"srcdoc", "formaction", "autofocus", "style"}, (address, tag)
            for name in names & ADDRESSES:
                links_out = tag == "a" and address == "about/"  # what a keeper's own page may do, and only by http
                url = attributes[name].removeprefix("//evil.example/") if links_out else attributes[name]
                assert _leads_into_the_site(url), (address, tag, url)


def test_no_page_holds_a_character_that_changes_what_others_look_like(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        assert not CONTROLS.search(path.read_text("utf-8")), path


def test_every_script_is_a_file_of_the_site_or_data(hostile: Path) -> None:
    for address, tree in pages(hostile).items():
        for script in tree.iter("script"):
            if script.get("src") is None:
                assert script.get("type") in {"application/ld+json", "application/json"}, address
                json.loads(script.text or "")
            else:
                source = script.get("src", "").removeprefix("/repo/")
                folder = hostile if address == "404.html" else hostile / address
                assert (folder / source).resolve().is_relative_to(hostile / "assets")


def test_files_for_programs_hold_text_only(hostile: Path) -> None:
    for path in hostile.rglob("*"):
        if path.suffix in {".xml", ".atom", ".svg"}:
            tree = etree.fromstring(path.read_bytes())
            names = {etree.QName(one).localname for one in tree.iter("*")}
            own = {"svg"} if path.suffix == ".svg" else set()
            assert not names & {"script", "img", "svg", "x-evil", "iframe"} - own
        elif path.suffix == ".json" and "search" not in path.parts:
            json.loads(path.read_text("utf-8"))
        elif path.name.endswith(".csv.gz"):
            rows = csv.reader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8-sig")))
            assert not [cell for row in rows for cell in row if cell.startswith(FORMULA) and not _is_number(cell)], path


def test_names_of_files_are_harmless_on_any_disk(hostile: Path) -> None:
    names = [path.relative_to(hostile).as_posix() for path in hostile.rglob("*") if path.is_file()]
    assert len({name.casefold() for name in names}) == len(names)
    parts = {part for name in names for part in name.split("/")}
    assert not [part for part in parts if set(part) & set('<>:"|?*\\') or part.endswith((".", " "))]
    assert max(len(part.encode()) for part in parts) <= 255


def test_no_script_of_the_content_runs(hostile: Path, victim: Page) -> None:
    seen = []
    for address in _one_of_each_kind(hostile):
        victim.goto(quote(address), wait_until="load")
        assert victim.evaluate("document.querySelector('main') !== null")
        seen.append((address, victim.evaluate("window.met")))
    assert [one for one in seen if one[1]] == []
    assert len(seen) > len(ATTACKS)


def test_a_page_that_moved_leads_on_without_a_script(victim: Page) -> None:
    victim.goto("topics/old/")
    victim.wait_for_url("**/topics/tea/")
    assert victim.evaluate("window.met") == []


def test_no_script_of_a_query_runs(victim: Page) -> None:
    for attack in (ATTACKS[1], ATTACKS[0], ATTACKS[10], "茶园", '"' + ATTACKS[2]):
        victim.goto(f"search/?q={quote(attack)}&topic={quote(attack)}", wait_until="networkidle")
        victim.get_by_role("searchbox").or_(victim.get_by_role("combobox")).first.fill(attack[:6])
        victim.wait_for_load_state("networkidle")
        assert victim.evaluate("window.met") == []
        assert victim.evaluate("document.querySelectorAll('x-evil, iframe, [onerror], [onload]').length") == 0


def _leads_into_the_site(url: str) -> bool:
    relative = ":" not in url.partition("/")[0] and "//" not in url
    return relative or url.startswith((BASE_URL, "#"))


def _one_of_each_kind(site: Path) -> list[str]:
    """All articles, and the pages of every other section but the later ones of lists."""
    left_out = ("/page/", "/old/", ".html")
    return [address for address in pages(site) if not any(word in address for word in left_out)]


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
