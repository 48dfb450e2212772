"""What is wrong with the content is told at once, with file, line and hint, and the last good site stays."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.conftest import GOOD, Run, put, tree

HEAD = "---\ndate: 2025-12-09\n"

FLAWS: dict[str, tuple[str | bytes, int, str]] = {
    "without-date.txt": (GOOD, 1, "no date"),
    "broken.txt": (HEAD + "number: [1, 2\n---\n" + GOOD, 3, "not valid YAML"),
    "unknown.txt": (HEAD + "pgae: 2\n---\n" + GOOD, 3, "pgae"),
    "twice.txt": (HEAD + "page: 1\npage: 2\n---\n" + GOOD, 4, "page"),
    "when.txt": ("---\npage: 1\ndate: 2025-02-30\n---\n" + GOOD, 3, "`date`"),
    "open.txt": (HEAD + GOOD, 1, "---"),
    "gb.txt": ("头版\n茶园管护正当时\n".encode("gb18030"), 1, "UTF-8"),
    "empty-2025-12-10.txt": (b"", 1, "empty"),
    "blank-2025-12-11.txt": (" \n\n　\n", 1, "empty"),
    "paper.txt": (HEAD + "newspaper: 月球日报\n---\n" + GOOD, 1, "月球日报"),
    "topic.txt": (HEAD + "topics: [enrgy]\n---\n" + GOOD, 3, "enrgy"),
    "county.txt": (HEAD + 'counties: ["999999"]\n---\n' + GOOD, 3, "999999"),
    "role-2025-12-12.txt": ("标题 {.tittle}\n\n正文。\n", 1, "tittle"),
}


def test_all_flaws_of_a_digest_are_told_in_one_round(root: Path, jianbao: Run) -> None:
    put(root, "page.txt", f"---\ntopics: [enrgy]\n---\n# 标题 {{.tittle}}\n{GOOD}")
    told = jianbao("check").stderr

    for place, word in ((1, "no date"), (2, "enrgy"), (4, "tittle")):
        assert f"content/issues/page.txt:{place}: " in told
        assert word in told


@pytest.mark.parametrize("name", FLAWS)
def test_one_flaw_is_one_message_with_file_line_and_hint(root: Path, jianbao: Run, name: str) -> None:
    content, line, word = FLAWS[name]
    put(root, name, content)
    done = jianbao("build")
    assert done.returncode == 1
    told = [row for row in done.stderr.splitlines() if row.startswith("content/")]
    assert [row for row in told if row.startswith(f"content/issues/{name}:{line}: ") and word in row] == told
    assert len(told) == 1
    assert "\n  hint: " in done.stderr
    assert done.stderr.rstrip().endswith("1 error")
    assert not (root / "_site").exists()


def test_all_flaws_are_told_at_once_in_the_order_of_the_files(root: Path, jianbao: Run) -> None:
    for name, (content, _, _) in FLAWS.items():
        put(root, name, content)
    (root / "content" / "site.yaml").write_text("title: x\nnewspaper: 遵义日报\ncolour: red\n", encoding="utf-8")
    done = jianbao("build")
    files = re.findall(r"^content/(?:issues/)?([^:\n]+):", done.stderr, re.MULTILINE)
    assert sorted(files) == sorted([*FLAWS, "site.yaml"])
    assert (
        files == sorted(files, key=lambda name: ("" if name == "site.yaml" else "issues/") + name)
        or files[-1] == "site.yaml"
    )
    assert done.stderr.rstrip().endswith(f"{len(FLAWS) + 1} errors")


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_content_the_message_says_where_to_go(tmp_path: Path, jianbao: Run, command: str) -> None:
    shutil.rmtree(tmp_path / "archive" / "content")
    done = jianbao(command)
    assert done.returncode == 1
    assert done.stderr.startswith("content: there is no folder content/\n  hint: ")


@pytest.mark.parametrize("name", ["site.yaml", "topics.yaml", "places.yaml"])
def test_a_missing_or_broken_settings_file_is_told(root: Path, jianbao: Run, name: str) -> None:
    path = root / "content" / name
    path.write_text("a: [\n", encoding="utf-8")
    assert f"content/{name}:1: " in jianbao("build").stderr
    path.unlink()
    assert f"content/{name}: the file is missing" in jianbao("build").stderr


def test_the_last_good_site_stays(root: Path, jianbao: Run) -> None:
    assert jianbao("build").returncode == 0
    before = tree(root / "_site")
    put(root, "broken.txt", FLAWS["broken.txt"][0])
    assert jianbao("build").returncode == 1
    assert tree(root / "_site") == before


def test_a_template_in_another_encoding_ruins_no_page(root: Path, jianbao: Run) -> None:
    own = root / "templates" / "article.html"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes("{% extends 'base.html' %}\n{# 稿件 #}".encode("gb18030"))
    done = jianbao("build")
    assert done.returncode == 1
    assert "templates/article.html:2: the template is not in UTF-8" in done.stderr


def test_a_link_out_of_the_archive_is_not_followed(root: Path, jianbao: Run) -> None:
    secret = root.parent / "secret.txt"
    secret.write_text("不可外传", encoding="utf-8")
    (root / "content" / "issues" / "2025-12-09.txt").symlink_to(secret)
    done = jianbao("build")
    assert done.returncode == 1
    assert "content/issues/2025-12-09.txt: the link leads out of the archive" in done.stderr


def test_check_tells_the_same_as_data(root: Path, jianbao: Run) -> None:
    put(root, "unknown.txt", FLAWS["unknown.txt"][0])
    done = jianbao("check", "--json")
    assert done.returncode == 1
    (problem,) = [json.loads(row) for row in done.stdout.splitlines()]
    assert (problem["file"], problem["line"], problem["severity"]) == ("content/issues/unknown.txt", 3, "error")
