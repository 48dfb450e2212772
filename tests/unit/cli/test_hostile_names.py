"""Names of files and addresses that some disk would take amiss are refused where they are written down."""

from pathlib import Path

from click.testing import CliRunner

from jianbao.cli.main import main
from tests.unit.cli.conftest import put, tree


def told(root: Path, command: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(root), command])
    return done.exit_code, done.stderr


def test_devices_of_windows_are_no_addresses(root: Path) -> None:
    put(root, "2025-12-09.txt", "# 一稿 {#nul}\n\n正文一段。\n")
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "con.md").write_text("# 一页\n", encoding="utf-8")
    topics = root / "content" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8").replace("id: agriculture", "id: aux"), encoding="utf-8")
    code, problems = told(root, "check")
    assert code == 1
    for place in ("2025-12-09.txt:1: `#nul` is not an id", "content/pages/con.md: ", "`id` cannot be 'aux'"):
        assert place in problems, problems


def test_ids_and_pages_that_differ_by_case_alone_cannot_be(root: Path) -> None:
    put(root, "2025-12-09.txt", "# 一稿 {#A-1}\n\n正文一段。\n\n# 又一稿 {#a-1}\n\n正文一段。\n")
    code, problems = told(root, "check")
    assert (code, "`#A-1` is not an id" in problems) == (1, True)


def test_digests_of_any_name_are_read_and_none_gives_its_name_to_a_file_of_the_site(root: Path) -> None:
    for number, name in enumerate(("長" * 80, "a b\tc", "..x", "-rf", "%2e%2e", "<b>", "CON", "x" * 250)):
        put(root, f"{name}.txt", f"---\ndate: 2024-01-{number + 1:02}\n---\n# 第{number}稿\n\n正文一段。\n")
    assert told(root, "build")[0] == 0
    names = {part for name in tree(root / "_site") for part in name.split("/")}
    assert {f"202401{number:02}-01" for number in (1, 2, 4, 5, 6, 7, 8)} <= names
    assert not [name for name in names if set(name) & set('<>:"|?*\\ %\t')]
