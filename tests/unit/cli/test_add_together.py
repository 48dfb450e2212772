"""Several files of one page, files that are there already, and all that is wrong with them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.cli.main import main
from jianbao.parse.digest import read_digest
from tests.unit.cli.conftest import GOOD, in_process
from tests.unit.cli.test_add import digests
from tests.unit.importers.epapers import LIST

Run = Callable[..., Result]


@pytest.fixture
def jianbao(root: Path) -> Run:
    """Give the command line on the archive, in this process."""
    return in_process(root)


def test_an_article_in_two_pages_of_its_site_is_one_and_lists_of_articles_are_none(
    root: Path, jianbao: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "2025-12" / "08"
    folder.mkdir(parents=True)
    texts = {"content_5.htm": "上半篇。", "content_5_2.htm": "下半篇。", "content_6.htm": "另一篇同题。"}
    for name, text in texts.items():
        page = f"<body><h1>茶园管护正当时</h1><div id=ozoom><p>{text}</p></div><p>下一篇</p></body>"
        (folder / name).write_text(page, encoding="utf-8")
    (folder / "node_2.htm").write_text(LIST, encoding="utf-8")
    done = jianbao("add", folder, "--page", "7")
    assert "node_2.htm: warning: passed over: the page only leads to articles and holds none" in done.stderr
    digest = read_digest((root / "content" / "issues" / "2025" / "2025-12-08-07.txt").read_bytes(), "a.txt").digest
    assert digest is not None
    assert [[block.text for block in article.blocks] for article in digest.articles] == [
        ["茶园管护正当时", "上半篇。", "下半篇。"],
        ["茶园管护正当时", "另一篇同题。"],
    ]


def test_with_each_file_of_a_page_an_article_begins_and_one_that_is_there_twice_is_told_of(
    root: Path, jianbao: Run, tmp_path: Path
) -> None:
    for name in ("2025-12-09-01.txt", "2025-12-09-01-copy.txt"):
        (tmp_path / name).write_text(GOOD + "\n" * len(name), encoding="utf-8")
    shown = jianbao("add", *sorted(tmp_path.glob("*.txt"))).stdout
    written = (root / "content" / "issues" / "2025" / "2025-12-09-01.txt").read_text(encoding="utf-8")
    assert written.count("# 茶园管护正当时") == 2
    assert "note: the same article stands in it more than once: 茶园管护正当时" in shown


def test_a_copy_beside_a_file_is_passed_over_and_standard_input_read_once(
    root: Path, jianbao: Run, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    for folder in (tmp_path, tmp_path / "b"):
        (folder / "2025-12-09-01.txt").write_text(GOOD, encoding="utf-8")
    done = jianbao("add", tmp_path / "2025-12-09-01.txt", tmp_path / "b")
    assert done.exit_code == 0
    assert "b/2025-12-09-01.txt: warning: passed over: it is a copy of " in done.stderr
    assert (root / "content" / "issues" / "2025" / "2025-12-09-01.txt").read_text(encoding="utf-8").count(GOOD) == 1
    twice = CliRunner().invoke(main, ["--root", str(root), "add", "-", "-", "--date", "2025-12-10"], input=GOOD * 2)
    assert (twice.exit_code, digests(root)) == (0, {"2025-12-09-01.txt", "2025-12-10.txt"})


def test_an_article_that_was_published_keeps_its_address_when_its_page_is_replaced(
    root: Path, jianbao: Run, tmp_path: Path
) -> None:
    second = "仁怀酱香走进武汉\n\n　　近日，推介会在武汉举行，人民生活有了新发展。\n"
    for name, text in (("2025-12-09-01.txt", f"{GOOD}\n{second}"), ("2025-12-09-01.md", f"{second}\n{GOOD}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert jianbao("add", tmp_path / "2025-12-09-01.txt").exit_code == 0
    assert jianbao("build").exit_code == 0
    assert jianbao("add", tmp_path / "2025-12-09-01.md", "--replace").exit_code == 0
    text = (root / "content" / "issues" / "2025" / "2025-12-09-01.txt").read_text(encoding="utf-8")
    assert "仁怀酱香走进武汉 {#20251209-01-02}\n" in text
    assert "茶园管护正当时 {#20251209-01-01}\n" in text


def test_every_line_that_is_wrong_is_told(root: Path, jianbao: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"title": "甲", "date": "2025-12-09"}\n{broken\n\n{"date": "9999"}\n', "utf-8")
    (tmp_path / "b.jsonl").write_text('{"title": "甲", "date": "2025-12-09"}\n{"title": "乙"}\n', encoding="utf-8")
    (tmp_path / "c.txt").write_text("---\ndate: 2025-12-09\npage: 7\n---\n题 {.nope}\n文\n乙 {.no}\n", encoding="utf-8")
    done = jianbao("add", *sorted(tmp_path.glob("?.*")))
    told = [
        line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in done.stderr.splitlines() if "hint:" not in line
    ]
    assert told == ["a.jsonl:2", "a.jsonl:4", "b.jsonl:2", "c.txt:5", "c.txt:7", "5 errors"]
    assert "nothing was written" in done.stdout
    assert digests(root) == set()


def test_a_file_of_several_pages_is_kept_once(root: Path, jianbao: Run, tmp_path: Path) -> None:
    articles = [{"title": f"题目{page}", "date": "2025-12-09", "page": page, "text": "文。"} for page in (1, 2)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    assert jianbao("add", tmp_path / "a.jsonl", "--keep-original").exit_code == 0
    kept = [path for path in (root / "content" / "originals").rglob("*") if path.is_file()]
    assert [path.parent.name for path in kept] == ["2025-12-09-01"]
