"""The pages that open the sections are there in every language of the site, and lead to each other without a script."""

import re
from dataclasses import replace
from urllib.parse import urljoin

import pytest

from jianbao.index.site import build_archive
from jianbao.model.site import TextPage
from tests.unit.render import sample
from tests.unit.render.browsing import (
    HOST,
    Site,
    by_class,
    dead_ends,
    elements,
    local,
    read_site,
    text_of,
)

FRAMES = ("", "issues/", "topics/", "counties/", "search/")
HOMES = {"zh-Hans": "", "en": "en/", "zh-Hant": "zh-hant/"}


@pytest.fixture(scope="module")
def spoken() -> Site:
    return read_site(sample.archive(languages=("en", "zh-Hant"), base_url="https://archive.example/"), sample.theme())


def links(site: Site, path: str, place: str) -> dict[str, str]:
    """Full address by text of the links in the elements of a class, or of a name."""
    page = site.page(path)
    parts = [*by_class(page, place), *(element for element in elements(page) if local(element) == place)]
    found = (link for part in parts for link in elements(part) if local(link) == "a")
    return {text_of(link): urljoin(HOST + path, link.attrib["href"]) for link in found}


def test_a_page_of_text_may_bear_the_name_of_a_language_only_where_that_is_none_of_the_site() -> None:
    """Without English in the interface `content/pages/en.md` is a page; with it both would stand at `/en/`."""
    page = TextPage("en", "en/", "About this archive", "<p>In English.</p>")
    plain, problems = build_archive(replace(sample.content(), text_pages=(page,)))
    assert not problems
    assert "In English." in text_of(read_site(plain, sample.theme()).page("en/"))
    _, problems = build_archive(replace(sample.content(languages=("en",)), text_pages=(page,)))
    assert [problem.message for problem in problems] == [
        "the home page in the language en and the page pages/en.md both claim the address /en/"
    ]


@pytest.mark.parametrize(("language", "home"), HOMES.items())
@pytest.mark.parametrize("frame", FRAMES)
def test_each_is_in_its_language_and_names_the_others(spoken: Site, frame: str, language: str, home: str) -> None:
    page = spoken.page(home + frame)
    assert page.attrib["lang"] == language
    others = links(spoken, home + frame, "footer")
    names = {"zh-Hans": "简体中文", "en": "English", "zh-Hant": "繁體中文"}
    told = {tag: others.get(name) for tag, name in names.items()}
    assert told == {tag: HOST + other + frame if tag != language else None for tag, other in HOMES.items()}
    heads = [e for e in elements(page) if local(e) == "link"]
    alternates = {e.get("hreflang"): e.get("href") for e in heads if "hreflang" in e.attrib}
    assert alternates == {tag: f"https://archive.example/{other}{frame}" for tag, other in HOMES.items()}
    canonical = [e.get("href") for e in heads if e.get("rel") == "canonical"]
    assert canonical == [f"https://archive.example/{home}{frame}"]


def test_the_text_stays_as_it_is(spoken: Site) -> None:
    hant = spoken.page("zh-hant/")
    assert "一根竹子的“七十二变”" in text_of(hant)
    assert "約" in text_of(spoken.page("zh-hant/issues/"))
    assert {e.get("lang") for e in by_class(hant, "sheet")} == {"zh-Hans"}


def test_what_the_archive_says_of_itself_is_marked_as_its_own_language(spoken: Site) -> None:
    footer = next(e for e in elements(spoken.page("en/")) if local(e) == "footer")
    told = {text_of(e): e.get("lang") for e in elements(footer) if local(e) in {"p", "a"} and text_of(e)}
    assert told["样例文字，可自由使用。"] == "zh-Hans"
    assert told["指南"] == "zh-Hans"
    plain = next(e for e in elements(spoken.page("")) if local(e) == "footer")
    assert {e.get("lang") for e in elements(plain) if local(e) == "p"} == {None}


def test_topics_are_called_as_the_language_calls_them(spoken: Site) -> None:
    names = {home: text_of(by_class(spoken.page(f"{home}topics/"), "tree")[0]) for home in HOMES.values()}
    assert "文化艺术" in names[""]
    assert "文化藝術" in names["zh-hant/"]
    assert "人才" in names["zh-hant/"]
    assert "Culture and arts" in names["en/"]


def test_a_month_with_one_issue_is_no_date(spoken: Site) -> None:
    assert re.search(r"December 1 issue\b", text_of(spoken.page("en/issues/")))


def test_the_way_through_a_language_stays_in_it(spoken: Site) -> None:
    assert set(links(spoken, "en/issues/", "nav").values()) == {
        f"{HOST}{path}" for path in ("en/issues/", "en/topics/", "en/counties/", "people/")
    }
    ways = [urljoin(f"{HOST}en/", e.attrib["href"]) for e in by_class(spoken.page("en/"), "find")]
    assert ways == [f"{HOST}en/search/"]


def test_articles_lead_to_the_home_page_in_each(spoken: Site) -> None:
    path = next(name for name in spoken.pages if name.startswith("articles/")).removesuffix("index.html")
    assert links(spoken, path, "footer")["English"] == f"{HOST}en/"


def test_every_address_leads_to_a_file(spoken: Site) -> None:
    assert dead_ends(spoken) == set()


def test_a_site_of_one_language_offers_none(site: Site) -> None:
    assert "English" not in links(site, "", "footer")
    assert not [name for name in site.pages if name.startswith(("en/", "zh-hant/"))]
