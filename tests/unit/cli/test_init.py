import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from jianbao.build.init.seal import MARKDOWN, sealed
from jianbao.cli.main import main
from tests.programs import SCRIPTS, attempt
from tests.unit.cli.conftest import tree


def init(folder: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["init", str(folder), *arguments])
    return done.exit_code, done.output


def test_a_new_archive_builds_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    code, told = init(
        folder, "--city", "北京", "--newspaper", "晚报: \"甲\" '乙'", "--sample", "--base-url", "https://a.example/x"
    )
    assert (code, "16 counties" in told) == (0, True)
    done = attempt(SCRIPTS / "jianbao", "--root", folder, "build")
    assert (done.returncode, done.stderr) == (0, "")
    home = (folder / "_site" / "index.html").read_text(encoding="utf-8")
    assert "北京剪报" in home
    assert sorted(path.name for path in (folder / "_site" / "articles").iterdir()) == [
        "20000101-01-01",
        "20000101-01-02",
    ]
    assert (folder / "_site" / "counties" / "haidian" / "index.html").is_file()
    handbook = (folder / "_site" / "keeping" / "index.html").read_text(encoding="utf-8")
    assert '<img src="../pictures/keeping-add.webp"' in handbook
    assert "renews this file" not in handbook
    assert (folder / "_site" / "pictures" / "keeping-add.webp").is_file()
    assert (folder / "_site" / "reference" / "index.html").is_file()
    assert not re.search(
        r"@\w+@", "".join(path.read_text(encoding="utf-8") for path in folder.glob("content/pages/*.md"))
    )


def test_an_archive_of_one_county_without_pages_is_sound(tmp_path: Path) -> None:
    assert init(tmp_path / "archive", "--city", "659001")[0] == 0
    done = CliRunner().invoke(main, ["--root", str(tmp_path / "archive"), "check", "--strict"])
    assert (done.exit_code, done.output) == (0, "0 articles checked\n")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    code, told = init(tmp_path, "--city", "遵义")
    assert (code, "is not empty (a.txt)" in told) == (2, True)
    assert tree(tmp_path) == {"a.txt": b"x"}


def test_a_repository_without_files_is_empty(tmp_path: Path) -> None:
    (tmp_path / "archive" / ".git").mkdir(parents=True)
    assert init(tmp_path / "archive", "--city", "遵义")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--city", "月球"],
        ["--city", "遵义", "--base-url", "example.org"],
        ["--city", "遵义", "--title", "a\nb"],
        ["--city", "遵义", "--newspaper", "长" * 61],
        ["--city", "遵义", "--language", "fr"],
    ],
)
def test_wrong_usage_makes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    assert init(tmp_path / "archive", *arguments)[0] == 2
    assert not (tmp_path / "archive").exists()


def test_an_upgrade_adds_what_is_missing_and_touches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    init(folder, "--city", "遵义")
    (folder / ".github" / "workflows" / "pages.yml").unlink()
    (folder / "README.md").write_text("mine", encoding="utf-8")
    (folder / "content" / "pages" / "about.md").unlink()
    before = tree(folder)
    code, told = init(folder, "--upgrade")
    assert (code, "1 files added, 0 renewed" in told) == (0, True)
    after = tree(folder)
    assert after.pop(".github/workflows/pages.yml")
    assert after == before
    (folder / "content" / "places.yaml").unlink()
    assert "say with --city" in init(folder, "--upgrade")[1]
    assert init(folder, "--upgrade", "--city", "520300")[0] == 0
    assert init(tmp_path / "other", "--upgrade")[0] == 2


def test_an_upgrade_renews_what_nobody_changed(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    init(folder, "--city", "遵义")
    now = tree(folder)
    workflow, wanted = folder / ".github" / "workflows" / "pages.yml", folder / "requirements.txt"
    workflow.write_bytes(sealed("name: pages as an older jianbao wrote it\n").replace("\n", "\r\n").encode())
    wanted.write_text(wanted.read_text(encoding="utf-8") + "lxml\n", encoding="utf-8")
    handbook = folder / "content" / "pages" / "keeping.md"
    handbook.write_text(sealed("# 编者手册\n\n从前的写法。\n\n", MARKDOWN), encoding="utf-8")
    changed = wanted.read_bytes()
    code, told = init(folder, "--upgrade")
    assert (code, "pages.yml: renewed" in told, "requirements.txt: kept" in told) == (0, True, True)
    assert tree(folder) == {**now, "requirements.txt": changed}


@pytest.mark.parametrize("city", ["吉林市", "632500"])
def test_the_paper_of_a_province_is_not_taken_for_that_of_a_city(tmp_path: Path, city: str) -> None:
    code, told = init(tmp_path / "archive", "--city", city)
    assert (code, "--newspaper" in told) == (2, True)
    assert init(tmp_path / "archive", "--city", city, "--newspaper", "江城日报")[0] == 0


@pytest.mark.parametrize("linked", [".github", "content/pages"])
def test_an_upgrade_writes_nothing_outside(tmp_path: Path, linked: str) -> None:
    folder, outside = tmp_path / "archive", tmp_path / "outside"
    init(folder, "--city", "遵义")
    (folder / linked).rename(outside)
    (folder / linked).symlink_to(outside)
    for path in [path for path in outside.rglob("*") if path.suffix in {".yml", ".webp"}]:
        path.unlink()
    before = tree(outside)
    code, told = init(folder, "--upgrade")
    assert (code, "would lie outside of the archive" in told) == (1, True)
    assert tree(outside) == before
