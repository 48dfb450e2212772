import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.build.publishing.journal import LOCK, recover
from jianbao.build.publishing.manifest import MANIFEST
from jianbao.build.publishing.publish import altered, publish
from jianbao.model.errors import PublishError, UsageError
from jianbao.model.job import kept_of
from jianbao.model.theme import Kept, OutputFile


def files(**contents: str) -> list[OutputFile]:
    return [
        OutputFile(name.replace("__", "/").replace("_html", ".html"), text.encode()) for name, text in contents.items()
    ]


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in {MANIFEST, LOCK})
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


def kept(*sources: OutputFile) -> dict[str, Kept]:
    return {file.path: kept_of(file) for file in sources}


def test_kept_files_stay_without_being_made_again(tmp_path: Path) -> None:
    first = files(index_html="1", a_html="2", gone_html="3")
    publish(first, tmp_path / "s")
    done = publish(files(index_html="new"), tmp_path / "s", kept(first[1]))
    assert tree(tmp_path / "s") == {"index.html": "new", "a.html": "2"}
    assert (done.written, done.unchanged, done.removed, done.bytes) == (1, 1, 1, 4)


def spoil_text(path: Path) -> None:
    path.write_text("X", encoding="utf-8")


def spoil_in_secret(path: Path) -> None:
    before = path.stat()
    path.write_text("X", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def spoil_by_link(path: Path) -> None:
    path.rename(path.with_name("aside"))
    path.symlink_to("aside")


@pytest.mark.parametrize("spoil", [spoil_text, spoil_in_secret, spoil_by_link, Path.unlink])
def test_what_was_altered_is_found(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    site = tmp_path / "s"
    made = files(index_html="1", a__index_html="2", b_html="3")
    publish(made, site)
    assert altered(site, kept(*made)) == set()
    spoil(site / "a" / "index.html")
    assert altered(site, kept(*made)) == {"a/index.html"}
    assert altered(site, kept(*files(b_html="another"))) == {"b.html"}
    assert altered(tmp_path / "none", kept(*made)) == {"index.html", "a/index.html", "b.html"}


def test_a_site_that_was_copied_is_read_once(tmp_path: Path) -> None:
    made = files(index_html="1", a__index_html="2")
    publish(made, tmp_path / "s")
    shutil.copytree(tmp_path / "s", tmp_path / "copy")
    os.utime(tmp_path / "copy" / MANIFEST, (1, 1))
    assert altered(tmp_path / "copy", kept(*made)) == set()
    assert (tmp_path / "copy" / MANIFEST).stat().st_mtime > 1


def test_what_another_build_wrote_meanwhile_is_not_taken_for_kept(tmp_path: Path) -> None:
    made = files(index_html="1")
    publish(files(index_html="2"), tmp_path / "s")
    with pytest.raises(PublishError, match="another build"):
        publish([], tmp_path / "s", kept(*made))


def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    publish(files(index_html="1"), tmp_path / "s")
    (tmp_path / "s" / "robots.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(PublishError, match="in the way"):
        publish([*files(index_html="2"), OutputFile("robots.txt", b"ours")], tmp_path / "s")
    assert tree(tmp_path / "s") == {"index.html": "1", "robots.txt": "mine"}


def test_a_link_does_not_lead_files_out_of_the_site(tmp_path: Path) -> None:
    publish(files(index_html="1"), tmp_path / "s")
    (tmp_path / "outside").mkdir()
    (tmp_path / "s" / "a").symlink_to(tmp_path / "outside")
    with pytest.raises(PublishError, match="in the way"):
        publish(files(index_html="1", a__b_html="2"), tmp_path / "s")
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_damaged_manifest_costs_no_file_of_a_person(tmp_path: Path) -> None:
    site = tmp_path / "s"
    publish(files(index_html="1", a_html="2"), site)
    (site / "CNAME").write_text("archive.example", encoding="utf-8")
    text = (site / MANIFEST).read_bytes()
    (site / MANIFEST).write_bytes(b"garbage \xff\n../../etc/passwd\n" + text[: len(text) // 2])
    publish(files(index_html="1", a_html="2"), site)
    assert tree(site) == {"index.html": "1", "a.html": "2", "CNAME": "archive.example"}


def test_what_a_power_cut_damaged_is_left_out_and_made_anew(tmp_path: Path) -> None:
    site = tmp_path / "s"
    old, new = files(a_html="1", b_html="2"), files(a_html="one", b_html="two")
    publish(old, site)
    copy = shutil.copytree(site, tmp_path / "copy")
    publish(new, site)
    # A journal as it lies on the disk before the first rename, one of its files not written out.
    pending = copy / ".jianbao-pending"
    pending.mkdir()
    (pending / "0").write_bytes(b"one")
    (pending / "1").write_bytes(b"")
    (pending / "plan").write_text('{"before": [], "put": ["a.html", "b.html"], "after": []}', encoding="utf-8")
    shutil.copy(site / MANIFEST, pending / MANIFEST)
    assert recover(copy) == 1
    assert tree(copy) == {"a.html": "one", "b.html": "2"}
    assert altered(copy, kept(*new)) == {"b.html"}
    publish(new, copy)
    assert tree(copy) == tree(site)
