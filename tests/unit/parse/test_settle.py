from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.settle import settle


def settled(*tags: tuple[Label, bool], fixed: frozenset[int] = frozenset()) -> list[tuple[Label, bool]]:
    lines = [PageLine("字", 0, tag[0] if n in fixed else None) for n, tag in enumerate(tags)]
    result = settle(lines, [LineTag(label, opens, 0.9, 0.9) for label, opens in tags])
    return [(tag.label, tag.opens) for tag in result]


def test_first_line_that_is_not_furniture_opens() -> None:
    assert settled((Label.FURNITURE, True), (Label.PARAGRAPH, False)) == [
        (Label.FURNITURE, False),
        (Label.PARAGRAPH, True),
    ]


def test_headline_below_text_opens() -> None:
    assert settled((Label.TITLE, True), (Label.PARAGRAPH, False), (Label.TITLE, False))[2] == (Label.TITLE, True)


def test_second_headline_of_a_head_is_its_rest_or_its_deck() -> None:
    assert settled((Label.TITLE, True), (Label.TITLE, False))[1] == (Label.TITLE_NEXT, False)
    assert settled((Label.TITLE, True), (Label.BYLINE, False), (Label.TITLE, False))[2] == (Label.SUBTITLE, False)


def test_kicker_without_headline_becomes_the_headline() -> None:
    assert settled((Label.KICKER, True), (Label.KICKER_NEXT, False), (Label.PARAGRAPH, False)) == [
        (Label.TITLE, True),
        (Label.TITLE_NEXT, False),
        (Label.PARAGRAPH, False),
    ]


def test_kicker_below_the_headline_is_a_deck_or_a_crosshead() -> None:
    below = settled((Label.TITLE, True), (Label.KICKER, False), (Label.PARAGRAPH, False), (Label.KICKER, False))
    assert [label for label, _ in below[1::2]] == [Label.SUBTITLE, Label.CROSSHEAD]


def test_crosshead_that_opens_is_a_headline() -> None:
    assert settled((Label.CROSSHEAD, True), (Label.PARAGRAPH, False))[0] == (Label.TITLE, True)


def test_what_continues_nothing_begins_by_itself() -> None:
    assert settled((Label.SUBTITLE_NEXT, True), (Label.PARAGRAPH, False))[0] == (Label.TITLE, True)
    assert settled((Label.CONTINUATION, True))[0] == (Label.START, True)
    assert settled((Label.TITLE, True), (Label.START, False))[1] == (Label.PARAGRAPH, False)


def test_marks_are_left_alone() -> None:
    tags = ((Label.KICKER, True), (Label.PARAGRAPH, False), (Label.KICKER, False))
    assert settled(*tags, fixed=frozenset({0, 2})) == list(tags)


def test_a_short_first_line_that_is_no_sentence_is_the_headline_of_what_follows() -> None:
    lines = [PageLine("茶园秋收忙", 0), PageLine("茶农正在采摘秋茶。", 0)]
    tags = [LineTag(Label.START, True, 0.6, 1.0), LineTag(Label.PARAGRAPH, False, 0.9, 1.0)]  # noqa: FBT003
    assert [tag.label for tag in settle(lines, tags)] == [Label.TITLE, Label.PARAGRAPH]


def test_a_sentence_that_begins_an_untitled_article_is_no_headline() -> None:
    lines = [PageLine("图为茶农采茶。", 0), PageLine("茶农正在采摘秋茶。", 0)]
    tags = [LineTag(Label.START, True, 0.6, 1.0), LineTag(Label.PARAGRAPH, False, 0.9, 1.0)]  # noqa: FBT003
    assert settle(lines, tags)[0].label is Label.START
