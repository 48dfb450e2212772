import re
from dataclasses import replace

import pytest

from jianbao.model.site import Archive
from jianbao.render.encoding import one_line
from jianbao.render.reference import reference
from jianbao.render.site import render_site
from jianbao.text.controls import visible
from tests.unit.render.reading import html, json_ld, metas
from tests.unit.render.sample import theme
from tests.unit.render.specimens import BASE_URL, CONFIG, all_entries, sample
from tests.unit.render.zotero import Item, read

ARCHIVE = sample()


def pages(archive: Archive) -> dict[str, str]:
    files = render_site(archive, theme())
    return {file.path.removesuffix("index.html"): file.data.decode() for file in files if file.path.endswith(".html")}


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    return pages(ARCHIVE)


def test_zotero_takes_every_article_for_a_newspaper_article(rendered: dict[str, str]) -> None:
    for entry in all_entries(ARCHIVE):
        cited = reference(ARCHIVE, entry)
        assert read(rendered[entry.path]) == Item(
            item_type="newspaperArticle",
            title=visible(cited.title),
            authors=tuple(visible(part) for author in cited.authors for part in re.split(r"\s*;\s*", author)),
            publication=cited.newspaper,
            date=cited.date.base,
            page=None if cited.page is None else str(cited.page),
            url=cited.url,
            language="zh-Hans",
            section=cited.section,
            abstract=visible(cited.abstract),
        )


def test_zotero_would_be_misled_by_a_journal_title(rendered: dict[str, str]) -> None:
    """The emulation is no yes-man: with the tag that the project must never write, it sees something else."""
    page = rendered["articles/202512-01/"].replace("z:itemType DC.type", "x")
    assert read(page).item_type == "journalArticle"
    assert all("citation_journal_title" not in page for page in rendered.values())


def test_no_tag_is_said_twice_but_authors(rendered: dict[str, str]) -> None:
    for entry in all_entries(ARCHIVE):
        page = rendered[entry.path]
        keys = [key for kind in ("name", "property") for key, _ in metas(page, kind)]
        repeated = {key for key in keys if keys.count(key) > 1}
        assert repeated <= {"citation_author"}


def test_open_graph_is_complete(rendered: dict[str, str]) -> None:
    for path, page in rendered.items():
        if path != "404.html" and "name=robots content=noindex" not in page:
            told = dict(metas(page, "property"))
            assert told["og:type"] == ("article" if path.startswith("articles/") else "website")
            assert told["og:title"]
            assert told["og:image"] == f"{BASE_URL}share.png"
            (address,) = html(page).iterfind("head/link[@rel='canonical']")
            assert address.attrib["href"].startswith(BASE_URL)
            # Articles say these in none of them: each byte there is paid ten thousand times.
            optional = (told.get("og:site_name"), address.get("property"))
            assert optional == ((None, None) if path.startswith("articles/") else ("遵义剪报", "og:url"))


def test_news_article_has_what_search_engines_need(rendered: dict[str, str]) -> None:
    for entry in all_entries(ARCHIVE):
        cited = reference(ARCHIVE, entry)
        node = json_ld(rendered[entry.path])["NewsArticle"]
        headline = node["headline"]
        assert isinstance(headline, str)
        assert 0 < len(headline) <= 110
        assert cited.title.startswith(headline.removesuffix("……"))
        assert node["datePublished"] == cited.date.base
        assert node.get("author", []) == [{"@type": "Person", "name": author} for author in cited.authors]
        assert node["isPartOf"] == {"@type": "Newspaper", "name": cited.newspaper}
        assert node.get("printPage") == (None if cited.page is None else str(cited.page))
        assert "articleBody" not in node


def test_topics_are_told_by_the_address_of_their_iptc_concept(rendered: dict[str, str]) -> None:
    about = json_ld(rendered["articles/202512-01/"])["NewsArticle"]["about"]
    assert about == [
        {"@id": "http://cv.iptc.org/newscodes/mediatopic/20000256", "name": "能源"},
        {"@id": "http://cv.iptc.org/newscodes/mediatopic/20000500", "name": "人才"},
    ]


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("issues/2025-12/", ["issues/"]),
        ("topics/energy/", ["topics/"]),
        ("topics/energy/nanzhu/", ["topics/", "topics/energy/"]),
        ("counties/nanzhu/", ["counties/"]),
        ("people/徐华蔚/", ["people/"]),
    ],
)
def test_breadcrumbs_lead_from_the_section_to_the_page(rendered: dict[str, str], path: str, way: list[str]) -> None:
    steps = json_ld(rendered[path])["BreadcrumbList"]["itemListElement"]
    assert isinstance(steps, list)
    assert [step.get("item") for step in steps] == [*(BASE_URL + one for one in way), None]
    assert [step["position"] for step in steps] == list(range(1, len(way) + 2))
    assert all(step["name"] for step in steps)


def test_the_home_page_tells_of_the_search_and_the_data_page_of_the_files(rendered: dict[str, str]) -> None:
    action = json_ld(rendered[""])["WebSite"]["potentialAction"]
    assert isinstance(action, dict)
    assert action["target"]["urlTemplate"] == f"{BASE_URL}search/?q={{search_term_string}}"
    dataset = json_ld(rendered["data/"])["Dataset"]
    assert dataset["temporalCoverage"] == "2024-01-01/2025-12-31"
    files = dataset["distribution"]
    assert isinstance(files, list)
    assert [file["name"] for file in files] == [
        "articles-2024.jsonl.gz", "articles-2024.csv.gz", "articles-2025.jsonl.gz", "articles-2025.csv.gz",
        "topics.json", "places.json", "archive.json", "datapackage.json",
    ]  # fmt: skip


def test_a_hostile_text_stays_text(rendered: dict[str, str]) -> None:
    """No script but the site's own and the data; no comment, which `<!--` in a script could open."""
    for path, page in rendered.items():
        for script in html(page).iter("script"):
            assert script.get("src") or script.get("type") in {"application/ld+json", "application/json"}, path
        for line in re.findall(r"<script type=application/ld\+json>(.*)</script>", page):
            assert not set(line) & set("<>&\u2028\u2029")


def test_a_site_of_unknown_address_claims_none() -> None:
    page = pages(sample(replace(CONFIG, base_url=None)))["articles/202512-01/"]
    assert "rel=canonical" not in page
    assert "og:url" not in page
    assert "localhost" not in page
    assert "BreadcrumbList" not in json_ld(page)
    assert read(page).item_type == "newspaperArticle"


def test_the_description_is_one_line(rendered: dict[str, str]) -> None:
    for page in rendered.values():
        description = dict(metas(page, "name")).get("description", "")
        assert one_line(description) == description
