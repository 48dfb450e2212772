from jianbao.parse.labels import Label, PageLine
from jianbao.parse.tagger.pieces import gather, may_join


def test_joined_lines_become_one_line_with_the_indent_of_the_first() -> None:
    lines = [PageLine("\u3000\u3000清江县采茶", 2), PageLine("节开幕。 ", 0), PageLine("（张三）", 1)]
    first, second = gather(lines, [False, True, False])
    assert first.line == PageLine("\u3000\u3000清江县采茶节开幕。", 2)
    assert (first.first, first.last) == (0, 1)
    assert second.line is lines[2]


def test_the_first_line_is_joined_to_nothing() -> None:
    assert [piece.line.text for piece in gather([PageLine("甲", 0), PageLine("乙", 0)], [True, True])] == ["甲乙"]


def test_a_mark_keeps_a_line_apart() -> None:
    assert may_join(PageLine("甲", 0))
    assert not may_join(PageLine("甲", 0, fixed=Label.CONTINUATION))
    assert not may_join(PageLine("甲", 0, fixed_opens=True))


def test_a_line_that_only_must_not_open_an_article_may_continue_the_one_before() -> None:
    assert may_join(PageLine("甲", 0, fixed_opens=False))


def test_the_mark_of_the_first_line_is_the_mark_of_the_piece() -> None:
    (piece,) = gather([PageLine("甲", 0, fixed=Label.CAPTION), PageLine("乙", 0)], [False, True])
    assert piece.line.fixed is Label.CAPTION
