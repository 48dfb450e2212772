import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from jianbao.build.content.corrections import read_corrections
from jianbao.build.reviewing.review import Answer, doubts, write_answer
from jianbao.cli.main import main
from jianbao.parse.digest import read_digest
from tests.programs import SCRIPTS
from tests.unit.cli.conftest import put

PAGE = (
    "茶园管护正当时\n入冬以来，湄潭县农技人员走进茶园，指导茶农修枝、施肥。\n"
    "为明年春茶丰产打下基础\n仁怀酱香走进武汉的推介会在武汉举行，当地客商纷至沓来。\n"
)
ALL = "1"
"""Every line of which the parser is not wholly sure."""


@pytest.fixture
def digest(root: Path) -> Path:
    return put(root, "2025-12-09.txt", PAGE.replace("\n", "\r\n"))


def review(root: Path, keys: str | BytesIO, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), "review", *arguments], input=keys)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_key_writes_the_mark_and_nothing_else_changes(root: Path, digest: Path) -> None:
    first = doubts(read_digest(digest.read_bytes(), "a.txt"), 1.0)[0]
    told = review(root, "hq", str(digest), "--below", ALL)
    assert f"{digest}:{first.line}\n" in told
    lines = PAGE.split("\n")
    lines[first.line - 1] = f"# {lines[first.line - 1]}"
    assert digest.read_bytes() == "\r\n".join(lines).encode()
    assert "1 of 2 answered" in told or "1 of 1 answered" in told


def test_agreeing_with_everything_leaves_no_doubt_and_the_same_articles(root: Path, digest: Path) -> None:
    before = read_digest(digest.read_bytes(), "a.txt")
    review(root, "\r" * 20, str(digest), "--below", ALL)
    after = read_digest(digest.read_bytes(), "a.txt")
    assert before.digest is not None
    assert after.digest is not None
    assert [article.lines for article in after.digest.articles] == [article.lines for article in before.digest.articles]
    assert doubts(after, 1.0) == ()


def test_passing_on_and_ending_write_nothing(root: Path, digest: Path) -> None:
    before = digest.read_bytes()
    review(root, " " * 20, "--below", ALL)
    assert "0 of 1 answered" in review(root, "q", "--below", ALL)
    assert digest.read_bytes() == before


def test_without_doubts_nothing_is_asked(root: Path) -> None:
    assert review(root, "", "--below", "0") == "nothing is doubtful\n"


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (Answer("title"), "# 题"),
        (Answer("kicker", start=True), "题 {.kicker .start}"),
        (Answer(None, start=True), "题 {.start}"),
        (Answer("furniture"), "题 {.furniture}"),
    ],
)
def test_an_answer_is_a_mark(answer: Answer, line: str) -> None:
    assert write_answer("\ufeff前\r\n题\r\n后".encode(), 2, answer) == f"\ufeff前\r\n{line}\r\n后".encode()


def test_what_is_corrected_is_told_to_readers_and_what_is_agreed_to_is_not(root: Path, digest: Path) -> None:
    told = root / "content" / "corrections.yaml"
    review(root, "\rq", "--below", ALL)
    assert not told.exists()
    review(root, "fq", str(digest), "--below", ALL)
    made, problems = read_corrections(told.read_text(encoding="utf-8"))
    assert not problems
    assert [(one.digest, one.now) for one in made] == [(digest.relative_to(root).as_posix(), "furniture")]


class Typed(BytesIO):
    """Keys of a person during whose first thought something happens."""

    def __init__(self, keys: bytes, meanwhile: Callable[[], object]) -> None:
        super().__init__(keys)
        self.meanwhile = [meanwhile]

    def read1(self, size: int | None = -1, /) -> bytes:
        """Give one key at a time."""
        if self.meanwhile:
            self.meanwhile.pop()()
        return super().read1(min(size or 0, 1))


def test_what_is_edited_while_a_person_thinks_is_kept_and_shown(root: Path, digest: Path) -> None:
    edited = PAGE.replace("春茶", "秋茶")
    told = review(root, Typed(b"fq", lambda: digest.write_text(edited, "utf-8")), str(digest), "--below", ALL)
    assert "somebody else changed the file meanwhile" in told
    assert digest.read_text("utf-8") == edited
    assert "0 of 2 answered" in told
    assert not (root / "content" / "corrections.yaml").exists()


def test_the_end_of_the_keys_answers_nothing(root: Path, digest: Path) -> None:
    before = digest.read_bytes()
    for keys in ("", "\x03", "\x04", "\x1b"):
        assert "0 of 1 answered" in review(root, keys, "--below", ALL)
    assert digest.read_bytes() == before


def test_links_and_files_that_somebody_closed_are_left_alone(root: Path, digest: Path) -> None:
    link = digest.with_name("link.txt")
    link.symlink_to(digest)
    digest.chmod(0o444)
    for file, reason in ((link, "this is a symbolic link"), (digest, "the file is write-protected")):
        done = CliRunner().invoke(main, ["--root", str(root), "review", str(file), "--below", ALL], input="f")
        assert (done.exit_code, reason in done.stderr) == (1, True)
    assert link.is_symlink()
    assert digest.read_bytes() == PAGE.replace("\n", "\r\n").encode()


def test_where_corrections_cannot_be_added_to_the_line_is_told(root: Path, digest: Path) -> None:
    told = root / "content" / "corrections.yaml"
    told.write_text("corrections: []\n", "utf-8")
    output = review(root, "fq", str(digest), "--below", ALL)
    assert 'write there yourself:\n  - {digest: "content/issues/2025-12-09.txt", date: ' in output
    assert told.read_text("utf-8") == "corrections: []\n"
    assert b"{.furniture}" in digest.read_bytes()


@pytest.mark.parametrize(
    ("line", "answer", "after"),
    [
        ("题 {.kicker}", Answer("furniture"), "题 {.furniture}"),
        ("题 {.kicker .start topic=tea} {#a-1}", Answer("subtitle"), "题 {.start topic=tea #a-1} {.subtitle}"),
        ("# 题", Answer("crosshead"), "题 {.crosshead}"),
        ("题 {.title}", Answer("crosshead"), "题 {.crosshead}"),
        ("# # 题", Answer("crosshead"), "\\# 题 {.crosshead}"),
        ("\\# 题 {.kicker}", Answer("title"), "# \\# 题"),
        ("# 题", Answer("title"), "# 题 {.start}"),
        ("题 {.kicker}", Answer(None, start=True), "题 {.kicker} {.start}"),
    ],
)
def test_an_answer_takes_the_place_of_an_earlier_mark(line: str, answer: Answer, after: str) -> None:
    assert write_answer(line.encode(), 1, answer).decode() == after


def test_without_a_terminal_the_way_out_is_told(root: Path, digest: Path) -> None:
    command = [str(SCRIPTS / "jianbao"), "--root", str(root), "review", str(digest), "--below", ALL]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL,
                          start_new_session=True)  # fmt: skip
    assert (done.returncode, "`jianbao check` lists doubts" in done.stderr) == (2, True), done.stderr


def test_the_last_answers_can_be_taken_back(root: Path, digest: Path) -> None:
    told, before = root / "content" / "corrections.yaml", digest.read_bytes()
    assert "0 of 1 answered" in review(root, "fuuq", str(digest), "--below", ALL)
    assert (digest.read_bytes(), told.exists()) == (before, False)
    review(root, "fq", str(digest), "--below", ALL)
    once = digest.read_bytes(), told.read_bytes()
    assert "1 of 2 answered" in review(root, "sufufq", str(digest), "--below", ALL)
    assert digest.read_bytes() != once[0]
    assert told.read_bytes().startswith(once[1])


def test_answers_on_a_file_outside_of_any_archive_can_be_taken_back(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert "0 of 1 answered" in review(root, "fuq", str(page), "--below", ALL)
    assert page.read_text("utf-8") == PAGE


def test_the_very_last_answer_can_be_taken_back(root: Path, digest: Path) -> None:
    before = digest.read_bytes()
    told = review(root, "   fuq", str(digest), "--below", ALL)
    assert ("that was the last doubt" in told, "0 of 4 answered\n" in told) == (True, True)
    assert digest.read_bytes() == before
    assert "1 of 4 answered; nothing more is doubtful" in review(root, "   fuxf\r", str(digest), "--below", ALL)
    assert digest.read_text("utf-8").endswith(" {.furniture}\n")


def test_an_answer_can_be_taken_back_from_another_file(root: Path, digest: Path) -> None:
    other = put(root, "2025-12-10.txt", PAGE)
    before = [file.read_bytes() for file in (digest, other)]
    told = review(root, "   fuuq", str(digest), str(other), "--below", ALL)
    assert told.count(f"{digest}:4\n") == 2 + 1  # asked, taken back, and there being nothing more to take back
    assert "0 of 4 answered\n" in told
    assert [file.read_bytes() for file in (digest, other)] == before


def test_the_last_answer_stays_where_somebody_has_changed_the_file(root: Path, digest: Path) -> None:
    edited = PAGE.replace("春茶", "秋茶")
    keys = Typed(b"   fu", lambda: None)
    keys.meanwhile = [lambda: digest.write_text(edited, "utf-8"), *[lambda: None] * 4]
    told = review(root, keys, str(digest), "--below", ALL)
    assert "somebody else changed the file meanwhile" in told
    assert digest.read_text("utf-8") == edited


HEAD = (
    "清江县新建茶园两万亩\n合作社上门收购春茶\n"
    "本报讯（记者周敏）清江县今年新建茶园两万亩，茶农们抢抓时节采摘春茶，合作社上门收购，茶香飘满山乡。\n"
)


def test_a_person_says_which_of_two_headings_is_the_headline(root: Path) -> None:
    digest = put(root, "2025-12-09.txt", HEAD)
    asked = doubts(read_digest(digest.read_bytes(), "a.txt"), 1.0)
    assert [(doubt.line, doubt.heading) for doubt in asked][:2] == [(1, True), (2, True)]
    told = review(root, "hsq", str(digest), "--below", ALL)
    assert "as a heading, this is" in told
    assert digest.read_text("utf-8").startswith("# 清江县新建茶园两万亩\n合作社上门收购春茶 {.subtitle}\n本报讯")
    after = read_digest(digest.read_bytes(), "a.txt")
    assert not [doubt for doubt in doubts(after, 1.0) if doubt.heading]
    assert after.digest is not None
    assert after.digest.articles[0].subtitle == "合作社上门收购春茶"
