import pytest

from jianbao.parse.bounds import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES, too_many_lines, too_much_text
from jianbao.parse.digest import read_digest


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("题\n" + "字" * (LONGEST_LINE + 1), 2, "the line has 2,000,001 characters"),
        ("题\n\n" * (MOST_LINES + 1), 2 * MOST_LINES + 1, "more than 200,000 lines with text"),
        ("字\n" * (MOST_CHARACTERS // 2 + 1), 1, "the text has 5,000,002 characters"),
    ],
)
def test_a_text_that_cannot_be_a_page_is_told_at_its_line(text: str, line: int, message: str) -> None:
    reading = read_digest(text.encode(), "page.txt")
    (problem,) = reading.problems

    assert reading.digest is None
    assert (problem.file, problem.line) == ("page.txt", line)
    assert message in problem.message
    assert problem.hint


def test_the_largest_that_can_be_one_are_none_of_these() -> None:
    lines = ["字"] * MOST_LINES + [""] * MOST_LINES + ["字" * LONGEST_LINE]

    assert too_many_lines(lines[1:], "page.txt") is None
    assert too_much_text("字" * MOST_CHARACTERS, "page.txt") is None
