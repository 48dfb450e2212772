"""The record of published addresses: what is written reads back, and two branches of it are one again."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.build.publishing.ledger import (
    HEAD,
    joined,
    ledger_of,
    ledger_text,
    read_ledger,
    sound,
    titles_of,
    write_ledger,
)
from jianbao.build.standing import LEDGER
from jianbao.index.permanence import Lost
from jianbao.model.gone import Recorded
from jianbao.model.problem import Problem, Severity

KNOWN = {
    "articles/20251208-01/": Recorded("茶园 管护"),
    "articles/20251208-02/": Recorded("仁怀酱香", gone=True),
    "issues/2025-12-08/": Recorded(""),
    "people/named/徐华蔚/": Recorded("", gone=True),
    "about/": Recorded(""),
    "articles/20251210-01/": Recorded("酱香", new=True),
}
paths = st.builds("articles/{}/".format, st.text(string.ascii_lowercase + string.digits + "-·茶", min_size=1))
titles = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]))


def test_a_line_is_an_address_and_what_stood_there() -> None:
    assert ledger_text(KNOWN) == HEAD + (
        "about/\narticles/20251208-01/ 茶园 管护\n-articles/20251208-02/ 仁怀酱香\n"
        "+articles/20251210-01/ 酱香\n"
        "issues/2025-12-08/\n-people/named/徐华蔚/\n"
    )


@given(st.dictionaries(paths, st.builds(Recorded, titles, st.booleans(), st.booleans())))
def test_what_is_written_reads_back(ledger: dict[str, Recorded]) -> None:
    problems: list[Problem] = []
    assert ledger_of(ledger_text(ledger), problems) == ledger
    assert ledger_of(ledger_text(ledger).replace("\n", "\r\n"), []) == ledger
    assert problems == []


def test_two_branches_are_joined_by_keeping_the_lines_of_both() -> None:
    ours, theirs = ("articles/a-1/ 一\narticles/a-2/ 二\n", "articles/a-1/ 一\narticles/b-1/ 三\n")
    merged = f"{HEAD}<<<<<<< HEAD\n{ours}||||||| base\n=======\n{theirs}>>>>>>> their branch\n"
    problems: list[Problem] = []
    assert titles_of(ledger_of(merged, problems)) == {
        "articles/a-1/": "一",
        "articles/a-2/": "二",
        "articles/b-1/": "三",
    }
    assert problems == []


def test_what_is_no_address_is_told_with_its_line_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / LEDGER).write_text(f"{HEAD}articles/a-1/ 一\nhttps://x.example/y/ 二\n", encoding="utf-8")
    problems: list[Problem] = []
    assert read_ledger(tmp_path, problems) == {"articles/a-1/": Recorded("一")}
    (problem,) = problems
    assert (problem.file, problem.line) == ("content/addresses.txt", HEAD.count("\n") + 2)


@pytest.mark.parametrize(
    "path",
    ["articles/../", "topics/con/", "people/named/A/", "articles/%2e%2e/", f"people/{'长' * 80}/", "articles/a\tb/"],
)
def test_no_page_is_put_where_a_hostile_line_wants_it(path: str) -> None:
    assert sound([Lost(path, ""), Lost("articles/20251208-01/", "")]) == (Lost("articles/20251208-01/", ""),)


def test_a_record_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / LEDGER).write_bytes(HEAD.encode() + "articles/a-1/ 茶园管护\n".encode("gb18030"))
    problems: list[Problem] = []
    read_ledger(tmp_path, problems)
    assert [(problem.line, problem.severity) for problem in problems] == [(HEAD.count("\n") + 1, Severity.ERROR)]


def test_it_is_written_only_where_it_is_another(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / LEDGER).touch()
    assert write_ledger(tmp_path, KNOWN)
    before = (tmp_path / LEDGER).stat()
    assert not write_ledger(tmp_path, dict(reversed(KNOWN.items())))
    assert (tmp_path / LEDGER).stat().st_ino == before.st_ino
    assert read_ledger(tmp_path, []) == KNOWN


def test_of_two_that_know_an_address_the_title_that_is_known_counts() -> None:
    one, other = ({"a/": "一", "b/": ""}, {"a/": "二", "b/": "三", "c/": "四"})
    records = [{path: Recorded(title) for path, title in each.items()} for each in (one, other)]
    assert titles_of(joined(*records)) == {"a/": "一", "b/": "三", "c/": "四"}


def test_of_two_articles_at_one_address_the_first_keeps_it_and_both_are_told() -> None:
    problems: list[Problem] = []
    assert ledger_of("articles/a-4/ 戊\narticles/a-4/ 丁\narticles/a-4/ 戊\n", problems) == {
        "articles/a-4/": Recorded("戊")
    }
    (problem,) = problems
    assert (problem.line, "戊, and 丁" in problem.message) == (2, True)
