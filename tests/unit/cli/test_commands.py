import json
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.programs import SCRIPTS, attempt
from tests.unit.cli.conftest import GOOD, Run, put, tree


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--base-url", "example.org"],
        ["parse"],
        ["parse", "no-such-file.txt"],
        ["search", "x"],
        ["serve", "x"],
    ],
)
def test_wrong_usage_exits_with_2(jianbao: Run, arguments: list[str]) -> None:
    done = jianbao(*arguments)
    assert done.returncode == 2
    assert "Error: " in done.stderr


def test_help_names_every_command(jianbao: Run) -> None:
    text = jianbao("--help").stdout
    assert all(
        re.search(rf"^  {name} ", text, re.MULTILINE) for name in ("build", "check", "mark", "parse", "search", "serve")
    )


def test_a_folder_of_somebody_else_is_not_overwritten(root: Path, jianbao: Run) -> None:
    thesis = root.parent / "thesis"
    thesis.mkdir()
    (thesis / "chapter.docx").write_bytes(b"years of work")
    done = jianbao("build", "--output", thesis)
    assert done.returncode == 2
    assert "was not made by jianbao" in done.stderr
    assert list(thesis.iterdir()) == [thesis / "chapter.docx"]
    for source in ("content/issues/site", ".", ".."):
        done = jianbao("build", "--output", root / source)
        assert done.returncode == 2
        assert "name a" in done.stderr


def test_the_same_content_gives_the_same_bytes(root: Path, jianbao: Run) -> None:
    jianbao("build", "--output", root / "one")
    jianbao("build", "--output", root / "two")
    assert tree(root / "one") == tree(root / "two")


def test_a_build_with_nothing_new_imports_neither_parser_nor_segmenter(root: Path, jianbao: Run) -> None:
    jianbao("build")
    done = attempt(sys.executable, "-X", "importtime", SCRIPTS / "jianbao", "--root", root, "build")
    imported = set(re.findall(r"\| +([\w.]+)$", done.stderr, re.MULTILINE))
    assert done.returncode == 0
    assert "jianbao.build.run" in imported
    assert imported.isdisjoint({"jianbao.parse.digest", "jianbao.enrich.article", "rjieba", "jianbao.cli.search"})


def test_a_second_build_writes_nothing_and_an_issue_less_is_an_issue_less(root: Path, jianbao: Run) -> None:
    put(root, "2025-12-09.txt", "仁怀酱香走进武汉\n\n近日，推介会在武汉举行。\n")
    jianbao("build")
    again = json.loads(jianbao("build", "--json").stdout)
    assert (again["written"], again["removed"], again["articles"]) == (0, 0, 2)
    (root / "content" / "issues" / "2025-12-09.txt").unlink()
    less = json.loads(jianbao("build", "--json").stdout)
    assert (less["articles"], less["issues"]) == (1, 1)
    assert not (root / "_site" / "articles" / "20251209-01").exists()


def test_an_archive_without_digests_builds(root: Path, jianbao: Run) -> None:
    (root / "content" / "issues" / "2025-12-08.txt").unlink()
    assert json.loads(jianbao("build", "--json").stdout)["articles"] == 0
    assert (root / "_site" / "index.html").is_file()


def test_parse_answers_one_document_a_file(root: Path, jianbao: Run) -> None:
    first, empty = put(root, "a.txt", GOOD), put(root, "b.txt", "")
    done = jianbao("parse", "--format", "json", first, empty, first)
    documents = [json.loads(row) for row in done.stdout.splitlines()]
    assert [document and document["articles"][0]["title"] for document in documents] == [
        "茶园管护正当时",
        None,
        "茶园管护正当时",
    ]
    assert documents[0]["issue"]["date"] is None
    assert done.returncode == 1


def test_mark_writes_once_and_check_shows_the_difference(root: Path, jianbao: Run) -> None:
    path = put(root, "2025-12-08.txt", GOOD)
    shown = jianbao("mark", "--check", path)
    assert shown.returncode == 1
    assert "+# 茶园管护正当时" in shown.stdout
    assert path.read_text(encoding="utf-8") == GOOD
    assert jianbao("mark", path).returncode == 0
    marked = path.read_text(encoding="utf-8")
    assert marked.startswith("# 茶园管护正当时")
    assert jianbao("mark", "--check", path).returncode == 0
    assert jianbao("mark", path).stdout == ""
    assert path.read_text(encoding="utf-8") == marked


def test_mark_pins_the_ids_that_a_build_gives(root: Path, jianbao: Run) -> None:
    path = put(root, "2025-12-08.txt", GOOD)
    assert jianbao("mark", "--pin", path).returncode == 0
    marked = path.read_text(encoding="utf-8")
    assert marked.startswith("# 茶园管护正当时 {#20251208-01}\n")
    assert jianbao("mark", "--pin", path).stdout == ""
    assert path.read_text(encoding="utf-8") == marked


def test_mark_leaves_links_and_protected_files_alone(root: Path, jianbao: Run) -> None:
    path = put(root, "2025-12-08.txt", GOOD)
    link = root / "link.txt"
    link.symlink_to(path)
    linked = jianbao("mark", link)
    assert linked.returncode == 1
    assert "link.txt: this is a symbolic link" in linked.stderr
    assert link.is_symlink()
    path.chmod(0o444)
    protected = jianbao("mark", path)
    assert protected.returncode == 1
    assert "the file is write-protected" in protected.stderr
    assert path.read_text(encoding="utf-8") == GOOD


def test_check_lists_likely_slips_with_their_line(root: Path, jianbao: Run) -> None:
    put(root, "2025-12-09.txt", "茶园管护\n\n湄潭县构建“选拔一培育一激励”机制，\n思想统一了,才能形成合力。\n")
    done = jianbao("check")
    assert done.returncode == 0
    file = "content/issues/2025-12-09.txt"
    assert f"{file}:3: warning: 一 between the items of a list is likely a dash" in done.stderr
    assert "hint: perhaps 选拔—培育—激励" in done.stderr
    assert f"{file}:4: warning: half-width punctuation between Chinese characters" in done.stderr


def test_search_answers_as_the_site_does(root: Path, jianbao: Run) -> None:
    put(root, "2025-12-09.txt", "仁怀酱香走进武汉\n\n近日，推介会在武汉举行。\n")
    jianbao("build")
    answer = json.loads(jianbao("search", "茶农修枝", "--json").stdout)
    assert [hit["id"] for hit in answer["hits"]] == ["20251208-01"]
    assert jianbao("search", "农修枝、施").stdout.startswith("1 found")
    assert jianbao("search", "茶枝").stdout.startswith("0 found")


def test_check_lists_doubts_and_strict_counts_them(root: Path, jianbao: Run) -> None:
    assert jianbao("check").returncode == 0
    put(root, "2025-12-09.txt", "近日，图片展在汇川区开幕，展期至12月20日。\n图为展览现场。（林小满 摄）\n")
    done = jianbao("check", "--strict")
    assert done.returncode == 1
    assert "content/issues/2025-12-09.txt:1: warning: the article has no headline" in done.stderr


def test_serve_shows_the_site_on_this_machine_only(root: Path) -> None:
    command = [str(SCRIPTS / "jianbao"), "--root", str(root), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[0]
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
                assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
                assert "遵义剪报" in answer.read().decode()
            strange = urllib.request.Request(address, headers={"Host": "evil.example"})  # noqa: S310 - same
            with pytest.raises(urllib.error.HTTPError, match="403"):
                urllib.request.urlopen(strange, timeout=30)  # noqa: S310 - same
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(address + "articles/..%2f..%2fcontent/site.yaml", timeout=30)  # noqa: S310 - same
        finally:
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Aborted" not in told
    assert "Traceback" not in told


def test_a_file_that_no_build_makes_cannot_be_explained(jianbao: Run) -> None:
    assert "new" in jianbao("build", "--explain", "articles/20251208-01/").stdout
    for options in ([], ["--json"]):
        done = jianbao("build", "--explain", "articles/20991208-01/", *options)
        assert done.returncode == 2
        assert "the site has no articles/20991208-01/index.html" in done.stderr


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"jianbao, version \d+\.\d+\.\d+\n", attempt(SCRIPTS / "jianbao", "--version").stdout)


def test_python_starts_the_commands_too(root: Path) -> None:
    done = attempt(sys.executable, "-m", "jianbao", "--root", root, "check", "--strict")
    assert (done.returncode, done.stdout) == (0, "1 articles checked\n")
    assert "Usage: jianbao " in attempt(sys.executable, "-m", "jianbao", "--help").stdout
