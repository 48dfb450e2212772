import json
import re
from dataclasses import replace
from datetime import datetime

import feedparser
import html5lib
import pytest

from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.model.job import all_files
from jianbao.model.site import Archive
from jianbao.render.encoding import one_line, printable
from jianbao.render.machine.feeds import FEED_LENGTH, feed_jobs
from tests.unit.render.reading import NAMESPACES, attributes, text, texts, xml
from tests.unit.render.specimens import BASE_URL, CONFIG, all_entries, archive_of, article, sample, source

RFC_3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}")


def files(archive: Archive) -> dict[str, bytes]:
    return {file.path: file.data for file in all_files(feed_jobs(archive, ""))}


def test_the_site_every_topic_and_every_county_have_both_feeds() -> None:
    archive = sample()
    folders = [""]
    folders += [group.path for group in archive.topic_groups]
    folders += [group.path for group in archive.county_groups]
    assert list(files(archive)) == [folder + name for folder in folders for name in ("feed.atom", "feed.json")]


def test_a_news_reader_reads_every_atom_feed_without_complaint() -> None:
    for path, data in files(sample()).items():
        if path.endswith(".atom"):
            parsed = feedparser.parse(data)
            assert not parsed.bozo, path
            assert parsed.version == "atom10"


def test_atom_has_what_rfc_4287_demands() -> None:
    for path, data in files(sample()).items():
        if not path.endswith(".atom"):
            continue
        feed = xml(data)
        for element in (feed, *feed.iterfind("a:entry", NAMESPACES)):
            for once in ("id", "title", "updated"):
                assert text(element, f"a:{once}")
        assert texts(feed, "a:author/a:name") == ["遵义剪报"]
        assert attributes(feed, "a:link[@rel='self']", "href") == [BASE_URL + path]
        times = texts(feed, ".//a:updated") + texts(feed, ".//a:published")
        assert all(RFC_3339.fullmatch(time) for time in times)
        ids = texts(feed, ".//a:id")
        assert len(ids) == len(set(ids))
        assert all(one.startswith("urn:uuid:") for one in ids)


def test_json_feed_has_what_version_1_1_demands() -> None:
    for path, data in files(sample()).items():
        if not path.endswith(".json"):
            continue
        feed = json.loads(data)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == BASE_URL + path
        assert feed["home_page_url"] == BASE_URL + path.removesuffix("feed.json")
        assert all(isinstance(item["id"], str) and item["content_html"] for item in feed["items"])
        assert all(datetime.fromisoformat(item["date_published"]).utcoffset() for item in feed["items"])
        assert all(author["name"] for item in feed["items"] for author in item.get("authors", ()))


def test_both_feeds_tell_the_same() -> None:
    made = files(sample())
    entries = xml(made["feed.atom"]).iterfind("a:entry", NAMESPACES)
    for entry, item in zip(entries, json.loads(made["feed.json"])["items"], strict=True):
        assert item["id"] == text(entry, "a:id")
        assert [item["url"]] == attributes(entry, "a:link", "href")
        assert item["title"] == text(entry, "a:title")
        assert item["date_published"] == text(entry, "a:published")
        assert item["content_html"] == text(entry, "a:content")
        assert [author["name"] for author in item.get("authors", ())] == texts(entry, "a:author/a:name")


def test_the_full_text_reads_back_and_nothing_in_it_is_markup() -> None:
    archive = sample()
    for entry, item in zip(all_entries(archive), json.loads(files(archive)["feed.json"])["items"], strict=True):
        tree = html5lib.parseFragment(item["content_html"], namespaceHTMLElements=False)
        assert {element.tag for element in tree.iter()} <= {"DOCUMENT_FRAGMENT", "p", "h2", "em"}
        words = one_line("".join(tree.itertext()))
        for block in archive.records[entry.id].article.blocks:
            if block.role not in {"title", "jump"}:
                assert one_line(block.text) in words


def test_a_vague_date_is_said_in_words_and_an_exact_one_is_not() -> None:
    items = json.loads(files(sample())["feed.json"])["items"]
    vague, exact = items[0], items[2]
    assert vague["date_published"] == "2025-12-01T00:00:00+08:00"
    assert vague["content_html"].startswith("<p><em>日期：约2025年12月</em></p>")
    assert exact["date_published"] == "2025-11-03T00:00:00+08:00"
    assert "日期：" not in exact["content_html"]


def test_updated_is_the_date_of_the_newest_article_and_an_empty_feed_has_one_too() -> None:
    made = files(sample())
    assert text(xml(made["feed.atom"]), "a:updated") == "2025-12-01T00:00:00+08:00"
    assert text(xml(made["topics/law/feed.atom"]), "a:updated").startswith("1970-01-01")


def test_ids_survive_a_move_to_another_host_and_addresses_follow_it() -> None:
    here = files(sample())["feed.json"].decode()
    moved = files(sample(replace(CONFIG, base_url="https://elsewhere.example/")))["feed.json"].decode()
    assert here != moved
    assert here.replace(BASE_URL, "https://elsewhere.example/") == moved


def test_without_a_known_address_the_feeds_are_those_of_the_preview() -> None:
    feed = json.loads(files(sample(replace(CONFIG, base_url=None)))["feed.json"])
    assert feed["feed_url"] == "http://localhost:8000/feed.json"


@pytest.mark.parametrize("count", [FEED_LENGTH - 1, FEED_LENGTH, FEED_LENGTH + 1])
def test_a_feed_holds_the_newest_only(count: int) -> None:
    days = tuple(
        source(
            IssueFields(date=EdtfDate(2025, 1 + day // 28, 1 + day % 28)),
            article(title=f"第{day}篇"),
            file=f"{day:03}.txt",
        )
        for day in range(count)
    )
    items = json.loads(files(archive_of(*days))["feed.json"])["items"]
    assert [item["title"] for item in items] == [f"第{day}篇" for day in reversed(range(count))][:FEED_LENGTH]


def test_no_forbidden_character_is_left() -> None:
    for data in files(sample()).values():
        assert printable(data.decode()) == data.decode()
