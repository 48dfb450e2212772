import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest

from jianbao.model.site import Archive
from jianbao.render.machine.sitemap import sitemap_files
from jianbao.render.site import render_site
from tests.unit.render.reading import NAMESPACES, text, texts, xml
from tests.unit.render.sample import archive as long_archive
from tests.unit.render.sample import theme
from tests.unit.render.specimens import BASE_URL, CONFIG, sample


def files(archive: Archive, most: int = 50_000) -> dict[str, bytes]:
    return {file.path: file.data for file in sitemap_files(archive, most)}


def addresses(data: bytes) -> list[str]:
    return texts(xml(data), "s:*/s:loc")


@pytest.mark.parametrize("archive", [sample(), long_archive(base_url=BASE_URL)])
def test_it_names_existing_pages_only_and_every_article_issue_and_list(archive: Archive) -> None:
    written = (file.path for file in render_site(archive, theme()))
    pages = {path.removesuffix("index.html") for path in written if path.endswith("index.html")}
    named = [unquote(address.removeprefix(BASE_URL)) for address in addresses(files(archive)["sitemap.xml"])]
    empty = {group.path for group in archive.topic_groups if not group.entries}
    empty |= {group.path for group in archive.county_groups if not group.entries}
    assert len(named) == len(set(named))
    # Digests line by line are noindex: their text stands in the articles.
    digests = {path for path in pages if re.search(r"^issues/[^/]+/digest", path)}
    assert digests
    assert pages - set(named) == {"search/"} | empty | digests
    assert set(named) <= pages


def test_the_pages_of_further_languages_are_named() -> None:
    told = addresses(files(long_archive(base_url=BASE_URL, languages=("en", "zh-Hant")))["sitemap.xml"])
    for home in ("en/", "zh-hant/"):
        assert {f"{BASE_URL}{home}{section}" for section in ("", "issues/", "topics/", "counties/")} <= set(told)


def test_every_address_is_absolute_and_ascii_and_every_lastmod_a_date() -> None:
    root = xml(files(sample())["sitemap.xml"])
    assert root.tag == f"{{{NAMESPACES['s']}}}urlset"
    dates: dict[str, list[date]] = {}
    for url in root:
        loc = text(url, "s:loc")
        assert loc.startswith(BASE_URL)
        assert loc.isascii()
        dates[loc] = [date.fromisoformat(day) for day in texts(url, "s:lastmod")]
    assert dates[f"{BASE_URL}articles/20251103-02-01/"] == [date(2025, 11, 3)]
    assert dates[f"{BASE_URL}articles/202512-01/"] == [date(2025, 12, 1)]
    assert dates[f"{BASE_URL}about/"] == []


def test_more_pages_than_a_file_may_hold_are_split_under_an_index() -> None:
    whole = addresses(files(sample())["sitemap.xml"])
    split = files(sample(), most=10)
    parts = [address.removeprefix(BASE_URL) for address in addresses(split["sitemap.xml"])]
    assert xml(split["sitemap.xml"]).tag == f"{{{NAMESPACES['s']}}}sitemapindex"
    assert sorted(parts) == sorted(set(split) - {"sitemap.xml"})
    assert [address for part in parts for address in addresses(split[part])] == whole
    assert all(1 <= len(addresses(split[part])) <= 10 for part in parts)


def test_an_unpublished_site_has_the_preview_s_addresses() -> None:
    assert addresses(files(sample(replace(CONFIG, base_url=None)))["sitemap.xml"])[0] == "http://localhost:8000/"
