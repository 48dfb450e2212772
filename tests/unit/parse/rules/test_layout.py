from jianbao.parse.labels import PageLine
from jianbao.parse.rules.layout import Layout, ends_sentence, read_layout

SENTENCE = "茶园里采茶工人正忙着采摘秋茶今年全镇茶叶产量预计达到三百吨。"


def layout(*texts: str, blank: int = 0) -> Layout:
    return read_layout([PageLine(text, blank if n else 0) for n, text in enumerate(texts)])


def test_width_is_the_length_of_the_full_lines() -> None:
    full = "采茶工人正忙着采摘秋茶今年全镇"
    assert layout("标题在此", *[full] * 8, "三百吨。").width == len(full)


def test_paragraphs_of_equal_length_by_chance_are_not_wrapped() -> None:
    assert layout("标题", SENTENCE, SENTENCE + "好。", SENTENCE, "短。", "中等长短的一句话。", "又一句。").width == 0
    assert layout(SENTENCE, SENTENCE).width == 0


def test_indents_are_those_of_paragraphs_not_of_headings() -> None:
    assert layout("标题", "　　" + SENTENCE, "　　" + SENTENCE).indents
    assert not layout("　　标题", SENTENCE, SENTENCE).indents


def test_blank_lines_between_all_lines_are_told_from_blank_lines_between_articles() -> None:
    assert layout(*[SENTENCE] * 5, blank=1) == Layout(width=0, indents=False, spaced=True, gap=1)
    lines = [PageLine(SENTENCE, int(n == 3)) for n in range(6)]
    assert not read_layout(lines).spaced


def test_no_lines_have_a_layout_too() -> None:
    assert layout() == Layout(width=0, indents=False, spaced=False, gap=0)


def test_sentence_ends_behind_quotes_and_brackets() -> None:
    assert ends_sentence("“真好！”")
    assert ends_sentence("好（完）。")
    assert not ends_sentence("“真好”")
    assert not ends_sentence("”")
