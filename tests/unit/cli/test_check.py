"""The list of problems and doubts, for a person and for programs."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jianbao.cli.main import main
from tests.small_archive import SITE, write_archive

TITLES = ("茶园管护正当时", "东关区小学开学", "北溪县修渠引水")


def issue(root: Path, day: dt.date, *titles: str) -> None:
    text = "\n\n".join(f"# {title}\n\n记者{day}获悉：{title}。 {{.paragraph}}" for title in titles)
    path = root / "content" / "issues" / f"{day}.txt"
    path.write_text(f"---\ndate: {day}\n---\n\n{text}\n", encoding="utf-8")


def check(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *options])


def month(root: Path, *without: int) -> None:
    """Every day of January has an issue, but these."""
    for day in range(1, 32):
        if day not in without:
            issue(root, dt.date(2026, 1, day), *(f"{title}之{day}" for title in TITLES))


def test_days_without_an_issue_are_listed_and_can_be_settled(tmp_path: Path) -> None:
    write_archive(tmp_path)
    month(tmp_path, 5, 17, 18)
    told = [json.loads(row) for row in check(tmp_path, "--json").stdout.splitlines()]
    assert [(row["file"].rpartition("/")[2], row["message"], row["severity"]) for row in told] == [
        ("2026-01-06.txt", "before this issue, 新州日报 has none on 2026-01-05", "warning"),
        ("2026-01-19.txt", "before this issue, 新州日报 has none from 2026-01-17 to 2026-01-18 (2 issues)", "warning"),
    ]
    assert "`no_issue: [2026-01-17/2026-01-18]`" in told[1]["hint"]
    settings = SITE + "no_issue: [2026-01-05, 2026-01-17/2026-01-18]\n"
    (tmp_path / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    assert check(tmp_path, "--strict").exit_code == 0


def test_a_page_that_was_added_twice_is_told(tmp_path: Path) -> None:
    write_archive(tmp_path)
    for day in (8, 9):
        issue(tmp_path, dt.date(2025, 12, day), *TITLES)
    issue(tmp_path, dt.date(2025, 12, 10), TITLES[0])
    done = check(tmp_path, "--strict")
    assert done.exit_code == 1
    assert "content/issues/2025-12-09.txt: warning: it has the same headlines as content/issues/2025-12-08.txt" in (
        done.stderr
    )
    assert "1 warning" in done.stderr


def test_annotations_stand_beside_their_lines_and_are_never_commands(tmp_path: Path) -> None:
    write_archive(tmp_path)
    issue(tmp_path, dt.date(2025, 12, 8), "茶园%0A::error::")
    path = tmp_path / "content" / "issues" / "a,b:c.txt"
    path.write_text("---\ndate: 2025-12-09\nxyz: 1\n---\n茶园\n", encoding="utf-8")
    done = check(tmp_path, "--format", "github")
    assert done.exit_code == 1
    (row,) = [row for row in done.stdout.splitlines() if not row.startswith("::warning file=content/issues/2025-12-08")]
    assert row.startswith("::error file=content/issues/a%2Cb%3Ac.txt,line=3::the key `xyz` is not known%0A")
    path.unlink()
    issue(tmp_path, dt.date(2025, 12, 9), "仁怀\x1b]::warning::%")
    rows = check(tmp_path, "--format", "github").stdout.splitlines()
    assert rows
    assert all(row.startswith("::warning file=content/issues/2025-12-0") for row in rows)


def test_a_name_of_several_lines_takes_one_and_gives_no_command(tmp_path: Path) -> None:
    write_archive(tmp_path)
    name = "a\n::error::b\x1b[2Jc.txt"
    (tmp_path / "content" / "issues" / name).write_text("---\ndate: 2025-12-09\nxyz: 1\n---\n茶园\n", encoding="utf-8")
    told = check(tmp_path).stderr.splitlines()
    assert told[0] == "content/issues/a\\n::error::b\\x1b[2Jc.txt:3: the key `xyz` is not known"
    assert told[1].startswith("  hint: ")
    (row,) = check(tmp_path, "--format", "github").stdout.splitlines()
    assert row.startswith("::error file=content/issues/a%0A%3A%3Aerror%3A%3Ab\\x1b[2Jc.txt,line=3::the key")
    assert json.loads(check(tmp_path, "--json").stdout)["file"] == f"content/issues/{name}"


def test_an_article_that_is_said_to_have_no_headline_is_no_doubt(tmp_path: Path) -> None:
    write_archive(tmp_path)
    path = tmp_path / "content" / "issues" / "2025-12-08.txt"
    path.write_text("东关区的教师走进学校，给孩子们上了一堂课。\n", encoding="utf-8")
    assert "has no headline" in check(tmp_path).stderr
    path.write_text("东关区的教师走进学校，给孩子们上了一堂课。 {.start}\n", encoding="utf-8")
    assert check(tmp_path, "--strict").exit_code == 0, check(tmp_path).stderr


@pytest.mark.parametrize("text", ["（周砚）\n", "2025年12月8日 星期一 第2版\n", "#茶园\n", "茶"])
def test_a_digest_without_an_article_builds_and_is_told(tmp_path: Path, text: str) -> None:
    write_archive(tmp_path)
    path = tmp_path / "content" / "issues" / "2025-12-08.txt"
    path.write_text(text, encoding="utf-8")
    assert "2025-12-08.txt:1: warning: no article was found in the digest" in check(tmp_path).stderr
    assert CliRunner().invoke(main, ["--root", str(tmp_path), "build"]).exit_code == 0
    assert (tmp_path / "_site" / "issues" / "2025-12-08" / "index.html").is_file()
    path.write_text(f"{text.strip()} {{.furniture}}\n", encoding="utf-8")
    assert check(tmp_path, "--strict").exit_code == 0


def test_texts_give_the_terminal_no_commands(tmp_path: Path) -> None:
    write_archive(tmp_path)
    path = tmp_path / "content" / "issues" / "2025-12-08.txt"
    text = "教师们\x1b]0;evil\x07在　\x9b2J\u202e东关区的学校里，给孩子们上了一堂课。\n"
    for options, command in (("", "check"), (" {.start}", "build"), ("", "search"), ("", "parse")):
        path.write_text(text.replace("\n", f"{options}\n"), encoding="utf-8")
        arguments = {"search": ["学校"], "parse": [str(path)]}.get(command, [])
        done = CliRunner().invoke(main, ["--root", str(tmp_path), command, *arguments])
        assert done.exit_code == 0
        assert command == "build" or "教师们" in done.output
        assert not any(char in done.output for char in "\x1b\x07\x9b\u202e")
        assert command != "parse" or "在　�2J�东关区" in done.output


def test_a_head_that_may_be_read_otherwise_is_told(tmp_path: Path) -> None:
    write_archive(tmp_path)
    text = (
        "清江县新建茶园两万亩\n合作社上门收购春茶\n本报讯（记者周敏）清江县今年新建茶园两万亩，茶农们抢抓时节采摘春茶，"
        "合作社上门收购，茶香飘满山乡。\n"
    )
    path = tmp_path / "content" / "issues" / "2025-12-10.txt"
    path.write_text(text, encoding="utf-8")
    assert "2025-12-10.txt:1: warning: it is not sure that this is" in check(tmp_path).stderr
    path.write_text(f"# {text}".replace("春茶\n", "春茶 {.subtitle}\n", 1), encoding="utf-8")
    assert "it is not sure that this is" not in check(tmp_path).stderr
