import os
from pathlib import Path

import pytest

from jianbao.build.publish import MANIFEST, publish
from jianbao.model.errors import PublishError, UsageError
from jianbao.model.theme import OutputFile


def files(**contents: str) -> list[OutputFile]:
    return [
        OutputFile(name.replace("__", "/").replace("_html", ".html"), text.encode()) for name, text in contents.items()
    ]


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish(files(index_html="1", a__b__index_html="2"), site)
    done = publish(files(index_html="1", c_html="3"), site)
    assert tree(site) == {"index.html": "1", "c.html": "3"}
    assert (done.written, done.unchanged, done.removed, done.bytes) == (1, 1, 1, 2)
    assert not (site / "a").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["_site"]


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    publish(files(index_html="1"), tmp_path / "s")
    os.utime(tmp_path / "s" / "index.html", (1, 1))
    publish(files(index_html="1"), tmp_path / "s")
    assert (tmp_path / "s" / "index.html").stat().st_mtime == 1


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(UsageError, match="not made by jianbao"):
        publish(files(index_html="1"), tmp_path)
    assert tree(tmp_path) == {"thesis.docx": "years of work"}


def test_files_that_a_person_put_there_stay(tmp_path: Path) -> None:
    site = tmp_path / "s"
    publish(files(index_html="1", old_html="2"), site)
    (site / "CNAME").write_text("archive.example")
    publish(files(index_html="1"), site)
    assert tree(site) == {"index.html": "1", "CNAME": "archive.example"}


def test_a_fault_while_pages_are_made_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "s"
    publish(files(index_html="old"), site)

    def breaking() -> object:
        yield OutputFile("index.html", b"new")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(breaking(), site)  # type: ignore[arg-type]
    assert tree(site) == {"index.html": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_after_a_death_among_the_renames_the_next_build_is_right(tmp_path: Path) -> None:
    site = tmp_path / "s"
    publish(files(index_html="old", gone_html="x"), site)
    # What a process leaves that died after its first rename: the record of all that is ours, and one new file.
    publish(files(index_html="new", added_html="y", gone_html="x"), site)
    done = publish(files(index_html="old"), site)
    assert tree(site) == {"index.html": "old"}
    assert (done.written, done.removed) == (1, 2)


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a//x", "a\\x", "./x"])
def test_no_path_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(PublishError, match="leaves the site"):
        publish([OutputFile(path, b"")], tmp_path / "s")
    assert tree(tmp_path) == {}


def test_one_address_has_one_owner(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="two pages"):
        publish([OutputFile("x.html", b"1"), OutputFile("x.html", b"2")], tmp_path / "s")


def test_a_file_where_a_folder_must_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PublishError, match="cannot write into"):
        publish(files(index_html="1"), tmp_path / "file" / "_site")


def test_what_somebody_changed_in_the_site_is_mended(tmp_path: Path) -> None:
    publish(files(index_html="right"), tmp_path / "s")
    (tmp_path / "s" / "index.html").write_text("wrong", encoding="utf-8")
    assert publish(files(index_html="right"), tmp_path / "s").written == 1
    assert tree(tmp_path / "s") == {"index.html": "right"}


def test_a_name_too_long_for_a_file_is_refused_before_anything_is_put_in_place(tmp_path: Path) -> None:
    publish(files(index_html="old"), tmp_path / "s")
    with pytest.raises(PublishError, match="longer than 255 bytes"):
        publish([OutputFile("index.html", b"new"), OutputFile("x" * 256, b"")], tmp_path / "s")
    assert tree(tmp_path / "s") == {"index.html": "old"}
