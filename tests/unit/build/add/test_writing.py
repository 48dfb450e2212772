from hypothesis import given
from hypothesis import strategies as st

from jianbao.build.add.writing import escape, write_digest, write_line
from jianbao.importers.document import Line
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.parse.digest import read_digest
from jianbao.parse.marks import ROLES, Mark, read_mark
from jianbao.text.chars import bare

PIECES = (
    "\\",
    "# ",
    "#",
    " ",
    "{",
    "}",
    "{.title}",
    ".title}",
    "{#a}",
    "{x}",
    "k=1",
    "字",
    "\t",
    "\u3000",
    "\u2028",
    "\x85",
    "---",
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
PLAIN = st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]))


@given(st.builds(Line, HOSTILE | PLAIN, st.sampled_from([None, *ROLES]), st.booleans()))
def test_every_line_reads_back_as_it_was_with_the_role_that_it_has(line: Line) -> None:
    read = read_mark(write_line(line))
    assert read.text == line.text
    assert read.errors == ()
    assert read.mark == (Mark(role=line.role, start=line.start) if bare(line.text) else Mark())


@given(st.lists(HOSTILE | PLAIN, min_size=1, max_size=12))
def test_what_is_imported_is_what_is_parsed(texts: list[str]) -> None:
    digest = write_digest(IssueFields(date=EdtfDate(2025, 12, 8)), [write_line(Line(text)) for text in texts])
    reading = read_digest(digest.encode(), "a.txt")
    assert [line.text for line in reading.lines] == [text for text in texts if bare(text)]
    assert all(not line.mark for line in reading.lines)


def test_only_what_needs_it_is_escaped() -> None:
    texts = ("正文。", "#5 楼", "a {b}", "{", "100%", "\\")
    assert [escape(text) for text in texts] == list(texts)
    assert escape("# 号") == "\\# 号"
    assert escape("完 {.title}") == "完 \\{.title}"


def test_front_matter_holds_any_value() -> None:
    issue = IssueFields("晚: 报", EdtfDate(2025, 12), "第 #1 期", 2, 'a"\n---\n# b', "来源\x00\u202e: [x]")
    reading = read_digest(
        write_digest(issue, ["题", "", "正文一段。"], [("topics", ("energy",)), ("counties", ())]).encode(), "a.txt"
    )
    assert reading.problems == ()
    assert reading.digest is not None
    found = reading.digest.issue
    assert (found.newspaper, found.number, found.page) == ("晚: 报", "第 #1 期", 2)
    assert (found.section, found.source) == ('a" --- # b', "来源: [x]")
    assert reading.digest.articles[0].topics == ("energy",)
