import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from jianbao.parse.digest import read_digest
from tests.programs import SCRIPTS
from tests.unit.cli.conftest import GOOD, in_process, put, tree
from tests.unit.importers.specimens import make_docx, make_pdf
from tests.unit.importers.test_html import FOUNDER

PAGE = "某某日报 2025年12月10日 星期三 第4版\n仁怀酱香走进武汉\n\n　　近日，推介会在武汉举行，人民生活有了新发展。\n"


Run = Callable[..., Result]


@pytest.fixture
def jianbao(root: Path) -> Run:
    """Give the command line on the archive, in this process: standard input is no terminal."""
    return in_process(root)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Give a folder with one file of each format, each of another page of December 2025."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "legacy.txt").write_bytes(PAGE.encode("gb18030"))
    (folder / "2025-12-11-01.docx").write_bytes(
        make_docx(("Heading 1", "茶园管护正当时"), ("Normal", "　　技术员走进茶园。"))
    )
    column = [(text, 50, 700 - 15 * n, 10) for n, text in enumerate(("入冬以来技术员走进茶园指", "导茶农修枝施肥。"))]
    (folder / "2025-12-11-02.pdf").write_bytes(make_pdf([("茶园管护正当时", 50, 740, 24), *column]))
    (folder / "content_7.htm").write_bytes(FOUNDER.encode("gb18030").replace(b"2025-12-08", b"2025-12-12"))
    lines = [{"title": title, "date": "2025-12-13", "page": 1, "text": f"{title}的正文。"} for title in ("甲", "乙")]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


def digests(root: Path) -> set[str]:
    return {path.name for path in (root / "content" / "issues").rglob("*.txt")} - {"2025-12-08.txt"}


def test_a_folder_of_every_format_becomes_digests_that_build(root: Path, inbox: Path, jianbao: Run) -> None:
    done = jianbao("add", inbox, "--keep-original", "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    assert digests(root) == {f"2025-12-{page}.txt" for page in ("10-04", "11-01", "11-02", "12-02", "13-01")}
    for told in (
        "legacy.txt (text, GB18030; SHA-256",
        "2025-12-10, page 4",
        "1. 仁怀酱香走进武汉",
        "2. 乙",
        "5 digests written",
    ):
        assert told in done.stdout
    assert len(list((root / "content" / "originals").rglob("*.*"))) == 5
    marked = (root / "content" / "issues" / "2025" / "2025-12-12-02.txt").read_text(encoding="utf-8")
    assert "入冬不闲 {.kicker}\n# 茶园管护\n正当时 {.continuation}\n湄潭县技术员下乡 {.subtitle}\n" in marked
    assert json.loads(jianbao("build", "--json").stdout)["articles"] == 7
    assert jianbao("check", "--strict").exit_code in {0, 1}


def test_a_dry_run_shows_all_and_writes_nothing(root: Path, inbox: Path, jianbao: Run) -> None:
    before = tree(root)
    shown = json.loads(jianbao("add", inbox, "--dry-run", "--json").stdout)
    assert tree(root) == before
    assert shown["written"] is False
    page = next(digest for digest in shown["digests"] if digest["date"] == "2025-12-10")
    assert page["sources"][0]["encoding"] == "GB18030"
    assert [article["title"] for article in page["articles"]] == ["仁怀酱香走进武汉"]
    assert 0 < page["articles"][0]["confidence"] <= 1


def test_standard_input_is_a_source(root: Path) -> None:
    command = (
        SCRIPTS / "jianbao",
        "--root",
        root,
        "add",
        "-",
        "--date",
        "2025-12-09",
        "--page",
        "3",
        "--section",
        "文化",
    )
    done = subprocess.run(command, input=GOOD.encode("utf-16"), capture_output=True, check=True)
    assert "standard input" not in done.stderr.decode()
    text = (root / "content" / "issues" / "2025" / "2025-12-09-03.txt").read_text(encoding="utf-8")
    assert text.startswith('---\ndate: 2025-12-09\npage: 3\nsection: "文化"\nsource: "standard input (SHA-256 ')
    assert text.endswith(f"---\n\n{GOOD}")


@pytest.mark.parametrize(("keys", "code", "written"), [(b"\n", 0, 1), (b"y\n", 0, 1), (b"n\n", 1, 0)])
def test_at_a_terminal_it_asks(root: Path, tmp_path: Path, keys: bytes, code: int, written: int) -> None:
    source = tmp_path / "2025-12-09-01.txt"
    source.write_text(GOOD, encoding="utf-8")
    keeper, terminal = os.openpty()
    os.write(keeper, keys)
    command = [str(SCRIPTS / "jianbao"), "--root", str(root), "add", str(source)]
    done = subprocess.run(command, stdin=terminal, capture_output=True, check=False, encoding="utf-8")
    os.close(keeper)
    os.close(terminal)
    assert "Write this? [Y/n]" in done.stdout
    assert (done.returncode, len(digests(root))) == (code, written)


def test_a_page_that_is_there_stays_unless_told(root: Path, jianbao: Run, tmp_path: Path) -> None:
    put(root, "2025-12-09-01.txt", "# 茶园管护正当时 {#20251209-01-07}\n\n旧文。\n")
    source = tmp_path / "2025-12-09-01.md"
    source.write_text("茶园管护正当时\n\n入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥。\n", encoding="utf-8")
    before = tree(root / "content")
    done = jianbao("add", source, "--yes")
    assert (done.exit_code, tree(root / "content")) == (1, before)
    assert "is in the archive already: content/issues/2025-12-09-01.txt\n  hint: --replace" in done.stderr
    assert "in place of content/issues/2025-12-09-01.txt" in jianbao("add", source, "--replace").stdout
    new = (root / "content" / "issues" / "2025-12-09-01.txt").read_bytes()
    digest = read_digest(new, "2025-12-09-01.txt").digest
    assert digest is not None
    assert digest.articles[0].id == "20251209-01-07"
    assert "旧文" not in new.decode()
    again = jianbao("add", source, "--date", "2025-12-20")
    assert "the same file was brought in before, as content/issues/2025-12-09-01.txt" in again.stderr
    assert "there is nothing new to bring in" in again.stderr
    assert again.exit_code == 1


def test_a_folder_that_grows_may_be_added_again_and_again(root: Path, inbox: Path, jianbao: Run) -> None:
    assert jianbao("add", inbox, "--yes").exit_code == 0
    before = digests(root)
    (inbox / "2025-12-14-01.txt").write_text(GOOD, encoding="utf-8")
    done = jianbao("add", inbox, "--yes")
    assert done.exit_code == 0
    assert digests(root) - before == {"2025-12-14-01.txt"}
    assert done.stderr.count("passed over: the same file was brought in before") == 5


def test_a_page_without_an_article_is_passed_over_and_told(root: Path, inbox: Path, jianbao: Run) -> None:
    (inbox / "2025-12-14-01.txt").write_text("第1版 2025年12月14日 星期日\n广 告\n", encoding="utf-8")
    done = jianbao("add", inbox, "--yes")
    assert done.exit_code == 0
    assert "2025-12-14-01.txt: warning: passed over: no article was found in it" in done.stderr
    assert "2025-12-14-01.txt" not in digests(root)
    assert "there is nothing new to bring in" in jianbao("add", inbox / "2025-12-14-01.txt", "--yes").stderr


def test_a_page_that_a_person_marked_as_one_of_advertisements_comes_in(root: Path, inbox: Path, jianbao: Run) -> None:
    (inbox / "2025-12-14-01.txt").write_text(
        "---\ndate: 2025-12-14\npage: 1\n---\n广 告 {.furniture}\n", encoding="utf-8"
    )
    assert jianbao("add", inbox / "2025-12-14-01.txt", "--yes").exit_code == 0
    assert digests(root) == {"2025-12-14-01.txt"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("字" * 5_000_001, "at most 5,000,000 are read"),
        ("字\n" * 200_001, "200,000 lines"),
        ("字" * 2_000_001, "2,000,001"),
    ],
)
def test_what_cannot_be_a_page_is_refused(root: Path, inbox: Path, jianbao: Run, text: str, message: str) -> None:
    (inbox / "2025-12-14.txt").write_text(text, encoding="utf-8")
    done = jianbao("add", inbox / "2025-12-14.txt", "--yes")
    assert done.exit_code == 1
    assert message in done.stderr
    assert not digests(root)


def test_one_problem_stops_all_and_all_are_told(root: Path, inbox: Path, jianbao: Run) -> None:
    (inbox / "undated.txt").write_text(GOOD, encoding="utf-8")
    (inbox / "broken.docx").write_bytes(b"PK\x03\x04")
    (inbox / "foreign.jsonl").write_text('{"title": "a", "date": "2025", "newspaper": "月球日报"}', encoding="utf-8")
    before = tree(root / "content")
    done = jianbao("add", inbox, inbox.parent / "missing.txt", "--yes")
    assert (done.exit_code, tree(root / "content")) == (1, before)
    for name in ("undated.txt", "broken.docx", "foreign.jsonl:1", "missing.txt"):
        assert f"{name}: " in done.stderr
    assert done.stderr.count("  hint: ") == 4
    assert done.stderr.rstrip().endswith("4 errors")


def test_a_text_with_front_matter_is_a_digest_already(root: Path, jianbao: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(
        "---\ndate: 2025-12-09\npage: 5\ntopics: [energy]\n---\n\n# 题目 {#my-id}\n正文。\n", encoding="utf-8"
    )
    assert jianbao("add", source).exit_code == 0
    text = (root / "content" / "issues" / "2025" / "2025-12-09-05.txt").read_text(encoding="utf-8")
    assert "# 题目 {#my-id}\n" in text
    assert 'topics: ["energy"]' in text


def test_text_that_looks_like_marks_stays_text(root: Path, jianbao: Run, tmp_path: Path) -> None:
    source = tmp_path / "2025-12-09.txt"
    source.write_text("茶园管护正当时\n\n# 井号开头的一行正文。\n括号结尾 {.title}\n", encoding="utf-8")
    assert "kept as text (with --marks they are marks): 2" in jianbao("add", source).stdout
    written = (root / "content" / "issues" / "2025" / "2025-12-09.txt").read_bytes()
    lines = [line.text for line in read_digest(written, "2025-12-09.txt").lines]
    assert lines == ["茶园管护正当时", "# 井号开头的一行正文。", "括号结尾 {.title}"]


@pytest.mark.parametrize(
    "arguments",
    [["add"], ["add", "x", "--date", "8.12.2025"], ["add", "x", "--page", "0"], ["add", "x", "--encoding", "klingon"]],
)
def test_wrong_usage_exits_with_2(jianbao: Run, arguments: list[str]) -> None:
    assert jianbao(*arguments).exit_code == 2


def test_no_archive_is_told(tmp_path: Path, jianbao: Run) -> None:
    done = jianbao("--root", tmp_path, "add", "x.txt")
    assert done.exit_code == 1
    assert "jianbao init DIR" in done.stderr


def test_a_hostile_text_gives_the_terminal_no_command(jianbao: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    article = {
        "title": "题\x1b]0;owned\x07目",
        "date": "2025-12-09",
        "text": "文。",
        "k\x1b[2J": 1,
        "section": "\x1b[31m",
    }
    source.write_text(json.dumps(article), encoding="utf-8")
    shown = jianbao("add", source).stdout
    assert "题\ufffd]0;owned\ufffd目" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(("pages", "written"), [((1, 1, 1), 1), ((1, 2, 3), 3)])
def test_several_at_once_lose_nothing(root: Path, pages: tuple[int, ...], written: int) -> None:
    """Processes that add at the same moment: a page that is there by then is refused, and every other one is there."""
    texts = [f"冬修水利忙{number}\n　　沟渠清淤工程{number}开工，群众投工投劳。\n" for number in range(len(pages))]
    began = [
        subprocess.Popen(
            [SCRIPTS / "jianbao", "--root", root, "add", "--yes", "--date=2026-02-01", f"--page={page}", "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for page in pages
    ]
    for process, text in zip(began, texts, strict=True):
        assert process.stdin
        process.stdin.write(text.encode())
        process.stdin.close()
    ended = [process.wait() for process in began]
    assert ended.count(0) == written
    kept = "".join(path.read_text(encoding="utf-8") for path in (root / "content" / "issues").rglob("2026-02-01-*"))
    for code, text in zip(ended, texts, strict=True):
        assert (text in kept) == (code == 0)
    assert not list((root / "content").rglob(".*.new"))


@pytest.mark.parametrize("there", [f"---\npage: 3\n---\n{GOOD}".encode(), GOOD.encode("gb18030")])
@pytest.mark.parametrize("options", [[], ["--replace"]])
def test_a_file_of_another_page_in_its_place_stays(
    root: Path, jianbao: Run, tmp_path: Path, there: bytes, options: list[str]
) -> None:
    put(root, "2025/2025-12-10-04.txt", there)
    before = tree(root / "content")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = jianbao("add", tmp_path / "page.txt", "--yes", *options)
    assert (done.exit_code, "a file stands that is not this page" in done.stderr) == (1, True)
    assert tree(root / "content") == before
