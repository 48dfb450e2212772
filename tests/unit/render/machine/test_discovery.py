from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from jianbao.render.machine.discovery import llms, opensearch, robots
from tests.unit.render.reading import attributes, machine_files, text, xml
from tests.unit.render.specimens import BASE_URL, CONFIG, HOSTILE, archive_of, sample


def test_robots_opens_everything_and_names_the_sitemap() -> None:
    assert robots(sample()) == f"User-agent: *\nAllow: /\n\nSitemap: {BASE_URL}sitemap.xml\n"


@pytest.mark.parametrize("title", ["遵义剪报", "遵义及其十四个县区市报纸剪报全文检索", *HOSTILE])
def test_opensearch_keeps_the_limits_of_1_1(title: str) -> None:
    root = xml(opensearch(sample(replace(CONFIG, title=title, description=title * 200))))
    assert root.tag == "{http://a9.com/-/spec/opensearch/1.1/}OpenSearchDescription"
    assert 0 < len(text(root, "o:ShortName")) <= 16
    assert 0 < len(text(root, "o:LongName")) <= 48
    assert 0 < len(text(root, "o:Description")) <= 1024
    assert attributes(root, "o:Url[@type='text/html']", "template") == [f"{BASE_URL}search/?q={{searchTerms}}"]
    assert attributes(root, "o:Url[@rel='self']", "template") == [f"{BASE_URL}opensearch.xml"]


def test_llms_txt_is_a_title_a_summary_and_lists_of_links() -> None:
    archive = sample()
    tokens = MarkdownIt().parse(llms(archive))
    assert [(token.tag, tokens[at + 1].content) for at, token in enumerate(tokens) if token.type == "heading_open"] == [
        ("h1", "遵义剪报"), ("h2", "数据"), ("h2", "目录"), ("h2", "主题"), ("h2", "地方"),
    ]  # fmt: skip
    assert tokens[3].type == "blockquote_open"
    links = [child.attrGet("href") for token in tokens for child in token.children or () if child.type == "link_open"]
    made = {BASE_URL + file.path for file in machine_files(archive)}
    assert {link for link in links if not str(link).endswith("/")} <= made
    assert f"{BASE_URL}topics/energy/" in links
    assert f"{BASE_URL}topics/law/" not in links


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_title_stays_one_heading_of_llms_txt(hostile: str) -> None:
    config = replace(CONFIG, title=hostile, description=hostile, license=hostile)
    tokens = MarkdownIt().parse(llms(archive_of(config=config)))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2", "h2", "h2"]
    assert not any(child.type == "html_inline" for token in tokens for child in token.children or ())
