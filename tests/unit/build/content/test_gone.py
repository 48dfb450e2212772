import pytest

from jianbao.build.content.gone import entry_line, read_gone
from jianbao.model.edtf import EdtfDate
from jianbao.model.gone import GONE


def test_an_entry_is_read_with_its_line() -> None:
    text = "gone:\n  - address: 20251208-07\n    date: 2026-01-12\n    reason: 合为一稿\n    moved: 20251208-06\n"
    (one,), problems = read_gone(text)
    assert not problems
    assert (one.path, one.moved) == ("articles/20251208-07/", "articles/20251208-06/")
    assert (one.date, one.reason, one.line) == (EdtfDate(2026, 1, 12), "合为一稿", 2)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("20251208-07", "articles/20251208-07/"),
        ("/topics/energy/", "topics/energy/"),
        ("topics/energy/index.html", "topics/energy/"),
        ("people/%E5%BE%90%E5%8D%8E%E8%94%9A/", "people/徐华蔚/"),
        ("people/~41~li/", "people/~41~li/"),
    ],
)
def test_addresses_are_read_as_a_browser_shows_them(address: str, path: str) -> None:
    (one,), problems = read_gone(f'gone:\n- {{address: "{address}", date: 2026, reason: 改名}}\n')
    assert not problems
    assert one.path == path


@pytest.mark.parametrize(
    "address",
    [
        "../../etc/",
        "topics/../..//",
        "https://x.example/",
        "topics/E/",
        "%2e%2e/x/",
        "/",
        "con",
        "topics/aux/",
        "a/" + "长" * 80,
    ],
)
def test_addresses_that_are_none_are_refused(address: str) -> None:
    gone, problems = read_gone(f'gone:\n- {{address: "{address}", date: 2026, reason: 改名}}\n')
    assert not gone
    assert [(problem.file, problem.line, problem.message) for problem in problems] == [
        (GONE, 2, "`address` cannot be read")
    ]


def test_what_is_missing_unknown_or_wrong_is_told() -> None:
    text = "gone:\n- {address: a-1, date: 2026-02-30, reason: x}\n- {address: b-1, why: x}\n"
    gone, problems = read_gone(text)
    assert not gone
    assert {(problem.line, problem.message) for problem in problems} == {
        (2, "`date` cannot be read"),
        (3, "the key `why` is not known"),
        (3, "`date` is missing"),
        (3, "`reason` is missing"),
    }
    assert read_gone("gone: []\n") == ((), ())
    assert read_gone("- a\n")[1]


def test_the_line_that_is_proposed_reads_back() -> None:
    for path, moved in (("articles/20251208-07/", "articles/20251208-06/"), ("topics/energy/", None)):
        (one,), problems = read_gone(f"gone:\n{entry_line(path, '2026-01-12', moved)}\n")
        assert not problems
        assert (one.path, one.moved) == (path, moved)
