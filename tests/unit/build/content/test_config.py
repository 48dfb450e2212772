import pytest

from jianbao.build.content.config import normal_base_url, read_config
from jianbao.model.site import Newspaper

GOOD = "title: 遵义剪报\nnewspaper: 遵义日报\n"


def lines_of(text: str) -> list[int]:
    return [problem.line for problem in read_config(text, "site.yaml")[1]]


def test_defaults_stand_in_for_what_is_not_set() -> None:
    config, problems = read_config(GOOD, "site.yaml")
    assert not problems
    assert config is not None
    assert (config.language, config.base_url, config.page_size) == ("zh-Hans", None, 30)


def test_a_base_url_ends_in_a_slash_and_a_repository_does_not() -> None:
    config, _ = read_config(GOOD + "base_url: https://a.example/b\nrepository: https://c.example/d/\n", "site.yaml")
    assert config is not None
    assert (config.base_url, config.repository) == ("https://a.example/b/", "https://c.example/d")


def test_further_papers_need_a_name_and_a_slug() -> None:
    config, problems = read_config(GOOD + "newspapers:\n  - name: 遵义晚报\n    slug: evening\n", "site.yaml")
    assert not problems
    assert config is not None
    assert config.newspapers == (Newspaper("遵义晚报", "evening"),)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (GOOD + "basurl: https://a.example\n", [3]),
        ("newspaper: x\n", [1]),
        (GOOD + "base_url: javascript:alert(1)\n", [3]),
        (GOOD + "repository: ftp://a.example\n", [3]),
        (GOOD + "page_size: 2\n", [3]),
        (GOOD + "no_issue: [2026-10-01, 国庆]\n", [3]),
        (GOOD + "no_issue: 2026-10-07/2026-10-01\n", [3]),
        (GOOD + "newspapers:\n  - name: x\n    slug: A/B\n", [5]),
        (GOOD + "newspapers:\n  - {name: x, slug: a}\n  - {name: y, slug: a}\n", [3]),
        (GOOD + "newspapers: x\n", [3]),
        ("- title\n", [1]),
        ("", [1]),
    ],
)
def test_each_flaw_is_told_with_its_line(text: str, lines: list[int]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize(
    "address", ["example.org", "https://", "https://a b", 'https://a"b', "https://a/?q=1", "file:///x"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    assert normal_base_url(address) is None
