import os
from pathlib import Path

import pytest

from jianbao.importers.document import Original
from jianbao.importers.formats import format_of
from jianbao.importers.gather import LARGEST_FILE, gather
from jianbao.model.errors import SourceError
from jianbao.model.problem import Problem


def gathered(*names: str | Path) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    return [Path(original.name).name for original in gather(tuple(map(str, names)), problems)], problems


def test_a_folder_gives_its_files_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("p10.txt", "p2.txt", "deep/p1.txt", ".hidden.txt", "~$open.docx", "p2_files/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("文", encoding="utf-8")
    (tmp_path / "a.jpg").write_bytes(b"x")
    names, problems = gathered(tmp_path)
    assert names == ["p1.txt", "p2.txt", "p10.txt"]
    assert [problem.message for problem in problems] == ["files that are no text are passed over: 1 .jpg"]


def test_a_pattern_gives_what_it_matches_and_nothing_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (tmp_path / name).write_text("文", encoding="utf-8")
    assert gathered(tmp_path / "*.txt", tmp_path / "a.txt") == (["a.txt", "b.txt"], [])


def test_what_is_no_ordinary_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty.txt").write_bytes(b" \n")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, word in (
        ("pipe.txt", "no ordinary file"),
        ("empty.txt", "empty"),
        ("large.txt", "larger than"),
        ("loop.txt", "cannot be found"),
        ("missing.txt", "cannot be found"),
        ("*.docx", "cannot be found"),
        ("长" * 300 + ".txt", "cannot be found"),
        ("nul\0.txt", "cannot be found"),
        ("../../../../../../dev/zero", "no ordinary file|cannot be found"),
    ):
        names, problems = gathered(tmp_path / name)
        assert names == []
        assert len(problems) == 1
        assert any(part in problems[0].message for part in word.split("|")), problems
    assert [problem.message for problem in gathered("/dev/zero")[1]] == ["this is no ordinary file"]


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("不可外传", encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_text("文", encoding="utf-8")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "up").symlink_to(tmp_path)
    names, problems = gathered(inside)
    assert names == ["a.txt"]
    assert [problem.message for problem in problems] == ["a link inside a folder is not followed"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"x", "text"),
        ("a.MD", b"x", "text"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.txt", b"PK\x03\x04", "docx"),
        ("a.HTM", b"x", "html"),
        ("a.json", b"x", "jsonl"),
        ("-", b"\n<!DOCTYPE html>", "html"),
        ("-", b'{"title": "x"}', "jsonl"),
        ("-", b"x", "text"),
        ("a.html", b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "mhtml"),
        ("a.mht", b"x", "mhtml"),
        ("a.txt", b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "html"),
    ],
)
def test_the_kind_of_a_file_is_told(name: str, data: bytes, kind: str) -> None:
    assert format_of(Original(name, data)) == kind


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("a.wps", b"x", "save it as .docx"),
        ("a.jpg", b"x", "OCR"),
        ("noending", b"x", ".docx"),
        ("a.docx", b"{\\rtf1\\ansi x}", "save it as .docx"),
        ("a.txt", b"\xef\xbb\xbf{\\rtf1\\ansi x}", "save it as .docx"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "without the password",
        ),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "OCR"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name: str, data: bytes, hint: str) -> None:
    with pytest.raises(SourceError) as caught:
        format_of(Original(name, data))
    assert hint in caught.value.hint


def test_an_empty_name_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("文", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names, problems = gathered("")
    assert (names, [problem.message for problem in problems]) == ([], ["a name is empty"])
    assert gathered(".")[0] == ["a.txt"]
