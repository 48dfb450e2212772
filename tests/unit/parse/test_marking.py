import pytest

from jianbao.parse.marking import opens_by_marks, page_lines
from jianbao.parse.marks import read_mark


def opens(*lines: str) -> list[bool | None]:
    return opens_by_marks([read_mark(line).mark for line in lines])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# 题", "文 {.paragraph}"), [True, False]),
        (("文", "# 题"), [None, None]),
        (("文 {.paragraph}", "# 题"), [False, True]),
        (("引 {.kicker}", "# 题"), [True, False]),
        (("栏 {.column}", "引 {.kicker}", "人 {.subtitle}", "# 题"), [True, False, False, False]),
        (("文", "引 {.kicker}", "# 题"), [None, True, False]),
        (("# 题", "副 {.subtitle}", "# 题"), [True, False, True]),
        (("# 题", "副 {.subtitle}", "续 {.continuation}", "引 {.kicker}", "# 题"), [True, False, False, True, False]),
        (("引 {.kicker .start}", "副 {.subtitle}", "# 题"), [True, False, False]),
        (("转 {.jump .start}", "# 题"), [True, False]),
        (("转 {.jump}", "# 题"), [False, True]),
        (("引 {.kicker}", "# 题 {.start}"), [False, True]),
        (("引 {.kicker}", "文"), [None, None]),
        (("文 {.start}", "版 {.furniture}", "# 题"), [True, False, True]),
        (("# 题 {#a}", "文", "# 题 {#b}", "文"), [True, False, True, False]),
        (("引 {.kicker}", "# 题 {#a}", "文", "文 {.start #b}"), [True, False, False, True]),
        (("# 题 {#a}", "文"), [True, None]),
        (("# 题 {#a}", "文", "# 题", "文"), [True, None, None, None]),
        (("文", "# 题 {#a}", "文", "# 题 {#b}"), [None, None, None, None]),
    ],
)
def test_marks_say_where_articles_open(lines: tuple[str, ...], expected: list[bool | None]) -> None:
    assert opens(*lines) == expected


def apart(*lines: str, blanks: int = 1) -> list[bool]:
    read = [read_mark(line) for line in lines]
    page = page_lines([line.text for line in read], [blanks] * len(read), [line.mark for line in read])
    return [line.apart for line in page]


def test_behind_a_blank_line_nothing_goes_on_with_a_marked_heading() -> None:
    assert apart("# 题", "文", "文") == [False, True, False]
    assert apart("引 {.kicker}", "# 题", "副 {.subtitle}", "文") == [False, True, True, True]
    assert apart("# 题", "文", blanks=0) == [False, False]


def test_behind_a_blank_line_nothing_goes_on_in_a_settled_split() -> None:
    assert apart("# 题 {#a}", "文", "文", "# 题 {#b}", "文") == [True] * 5
