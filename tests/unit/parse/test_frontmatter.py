import pytest

from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate
from jianbao.parse.frontmatter import FrontMatter, Subject, read_front_matter


def read(text: str, file: str = "page.txt") -> FrontMatter:
    return read_front_matter(text.split("\n"), file)


def test_every_key_is_read() -> None:
    front = read(
        "---\nnewspaper: 遵义日报\ndate: 2025-12-08\npage: 02\nnumber: 010\nsection: 要闻\nsource: 扫描件\n"
        "topics: [talent, energy]\ncounties:\n  - '520382'\n---\n正文"
    )

    assert front.problems == ()
    assert front.issue == IssueFields("遵义日报", EdtfDate(2025, 12, 8), "010", 2, "要闻", "扫描件")
    assert front.topics == (Subject("topics", "talent", 8), Subject("topics", "energy", 8))
    assert front.counties == (Subject("counties", "520382", 9),)
    assert front.length == 11


def test_a_single_topic_needs_no_list_and_an_empty_key_says_nothing() -> None:
    front = read("---\ntopics: talent\npage:\n---\n")

    assert front.problems == ()
    assert [one.name for one in front.topics] == ["talent"]
    assert front.issue.page is None


def test_without_front_matter_the_file_name_tells() -> None:
    front = read("正文", "2025-12-08-02.txt")

    assert (str(front.issue.date), front.issue.page, front.length) == ("2025-12-08", 2, 0)


def test_front_matter_wins_over_the_file_name() -> None:
    assert str(read("---\ndate: 2025-12~\n---", "zunyi-2025-12.txt").issue.date) == "2025-12~"
    assert read("---\ndate: 2025-12-08\npage: 3\n---", "2025-12-08-02.txt").issue.page == 3
    assert read("---\ndate: 2025-12-08\n---", "2025-12-08-02.txt").issue.page == 2


def test_page_in_the_name_of_another_date_is_no_page() -> None:
    assert read("---\ndate: 2025-12-09\n---", "2025-12-08-02.txt").issue.page is None


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("---\ndate: 2025-12-08\n正文", 1, "has no end", "close it"),
        ("---\ndate: 2025-12-08\npgae: 2\n---", 3, "the key `pgae` is not known", "did you mean `page`?"),
        ("---\nauthor: 王强\n---", 2, "the key `author` is not known", "the keys known here are counties"),
        ("---\n\ndate: 2025-02-30\n---", 3, "`date` cannot be read", "in no calendar"),
        ("---\npage: A\n---", 2, "`page` cannot be read", "not a page"),
        ("---\npage: 0\n---", 2, "`page` cannot be read", "not a page"),
        ("---\nsection: [要闻]\n---", 2, "`section` must be one piece of text", "on one line"),
        ('---\nnewspaper: ""\n---', 2, "`newspaper` is empty", "take the line out"),
        ("---\ntopics: {a: b}\n---", 2, "`topics` must be a list of words", "[one, two]"),
        ("---\n- a\n---", 2, "the front matter must be `key: value` lines", "key: value"),
        ("---\npage: 1\npage: 2\n---", 3, "stands here again", "keep one"),
        ("---\nsection: [要闻\n---", 2, "not valid YAML", ""),
    ],
)
def test_flaw_is_a_problem_with_its_line(text: str, line: int, message: str, hint: str) -> None:
    (problem,) = read(text).problems

    assert (problem.file, problem.line) == ("page.txt", line)
    assert message in problem.message
    assert hint in problem.hint


def test_all_flaws_are_told_at_once() -> None:
    assert [problem.line for problem in read("---\ndate: gestern\npgae: 2\npage: x\n---").problems] == [2, 3, 4]


def test_a_digest_without_a_date_is_no_problem_of_the_parser() -> None:
    assert read("正文").problems == ()
