import numpy as np

from jianbao.parse.labels import PageLine
from jianbao.parse.tagger.characters import HEAD_CAP, TAIL_CAP, CharClass, class_table, read, regrouped
from jianbao.parse.tagger.cohesion import measure, word_pairs
from jianbao.parse.tagger.cues import COLUMNS, find
from jianbao.parse.tagger.features import HEAD, SPAN, Features, of_lines, of_pieces
from jianbao.parse.tagger.pieces import gather
from jianbao.parse.tagger.seams import Table

SEAMS = Table(
    singles=np.ones(1 << 16, np.float32),
    pairs=np.zeros(1 << 8, np.uint8),
    triples=np.zeros(1 << 8, np.uint8),
    total=np.array(9, np.float32),
)
TOPICS = np.random.default_rng(1).integers(-99, 99, (1 << 10, 8)).astype(np.int8)


def extract(lines: list[PageLine], table: np.ndarray) -> Features:
    """Features of pieces of one line each."""
    return of_pieces(gather(lines, [False] * len(lines)), of_lines(lines, SEAMS), table)


def lines(*texts: str) -> list[PageLine]:
    return [PageLine(text, 0) for text in texts]


def test_characters_are_classed_as_a_typesetter_sees_them() -> None:
    table = class_table()
    seen = [CharClass(int(table[ord(character)])) for character in "遵5a。，：“”《》—…·●\u3000"]
    assert seen == [
        CharClass.HAN,
        CharClass.DIGIT,
        CharClass.LATIN,
        CharClass.STOP,
        CharClass.COMMA,
        CharClass.COLON,
        CharClass.QUOTE_OPEN,
        CharClass.QUOTE_CLOSE,
        CharClass.BRACKET_OPEN,
        CharClass.BRACKET_CLOSE,
        CharClass.DASH,
        CharClass.ELLIPSIS,
        CharClass.DOT,
        CharClass.BULLET,
        CharClass.SPACE,
    ]


def test_a_page_is_its_lines_end_to_end() -> None:
    page = read(["\u3000\u3000遵义。", "  5G", "𠮷"])
    assert page.starts.tolist() == [0, 3, 5]
    assert page.lengths.tolist() == [3, 2, 1]
    assert page.indents.tolist() == [4, 2, 0]
    assert page.line_of.tolist() == [0, 0, 0, 1, 1, 2]


def test_lines_of_a_page_are_joined_without_reading_it_again() -> None:
    page = regrouped(read(["\u3000\u3000遵义。", "  5G", "𠮷"]), np.array([0, 2]))
    assert page.starts.tolist() == [0, 5]
    assert page.lengths.tolist() == page.full_lengths.tolist() == [5, 1]
    assert page.indents.tolist() == [4, 0]
    assert page.line_of.tolist() == [0, 0, 0, 0, 0, 1]


def test_a_long_line_is_cut_in_its_middle_but_its_length_is_kept() -> None:
    page = read(["甲" * 5000 + "乙"])
    assert page.lengths.tolist() == [HEAD_CAP + TAIL_CAP]
    assert page.full_lengths.tolist() == [5001]
    assert chr(page.codes[-1]) == "乙"


def test_surrogates_and_line_separators_do_no_harm() -> None:
    assert extract(lines("a\ud800b", "\u2028", "\x00\x85"), TOPICS).dense.shape[0] == 3


def test_features_are_finite_and_of_one_width() -> None:
    one = extract(lines("广告"), TOPICS)
    many = extract(lines("标题在此", "　　" + "正文。" * 300, "·", "”", "（图为现场。张三 摄）"), TOPICS)
    assert one.dense.shape[1] == many.dense.shape[1]
    assert np.isfinite(many.dense).all()


def test_ends_are_read_from_both_sides() -> None:
    ends = extract(lines("甲乙丙"), TOPICS).ends[0]
    assert [chr(code) for code in ends[:3]] == ["甲", "乙", "丙"]
    assert not ends[3:HEAD].any()
    assert [chr(code) for code in ends[HEAD : HEAD + 3]] == ["丙", "乙", "甲"]


def test_pairs_do_not_run_into_the_next_line() -> None:
    pairs = extract(lines("甲乙丙", "甲乙丙"), TOPICS).head_pairs
    assert pairs.shape == (2, SPAN)
    assert pairs[0].tolist() == pairs[1].tolist()
    assert np.count_nonzero(pairs[0]) == 2


def test_an_open_quote_shows_on_the_line_that_opens_it_and_on_the_one_that_closes_it() -> None:
    plain = extract(lines("他说今天来", "明天再走吧"), TOPICS).dense
    quoted = extract(lines("他说“今天", "明天”再走"), TOPICS).dense
    assert not np.array_equal(plain[0], quoted[0])
    assert not np.array_equal(plain[1], quoted[1])


def test_a_headline_is_bound_to_the_text_below_it() -> None:
    page = read(
        [
            "山火已被扑灭，救援人员陆续撤离现场。",
            "茶园采摘忙",
            "春来茶园绿，采摘正当时，茶园里人声喧闹，采摘的歌声不断。",
        ]
    )
    after, before = measure(page, word_pairs(page))[1, :2]
    assert after > 0.3
    assert before == 0


def test_repetition_runs_across_a_line_inside_an_article_more_than_between_articles() -> None:
    tea = "茶园采摘正当时，茶园采摘忙。"
    fire = "山火扑灭，救援撤离山火现场。"
    page = read([tea, tea, fire, fire])
    across = measure(page, word_pairs(page))[:, 2]
    assert across[1] > across[2]
    assert across[3] > across[2]


def test_cues_are_found_at_their_ends_of_the_line() -> None:
    found = find(["本报讯 （记者 张三）今日", "今日本报讯"])
    assert found.shape == (2, COLUMNS)
    assert found[0, 0] == 1
    assert found[1, 0] == 0


def test_what_may_be_a_heading_is_short_and_does_not_end_as_text_does() -> None:
    short = extract(lines("茶香引来四方客", "茶农正在采茶。", "甲" * 60, "他们说，"), TOPICS).short
    assert short.tolist() == [True, False, False, False]


def test_headings_of_a_series_show_that_they_are_alike() -> None:
    text = "茶园里采茶的人越来越多，歌声不断。"
    series = extract(lines("清江县县长张三代表", text, "临江县县长李四代表", text, "茶事", text), TOPICS).dense
    single = extract(lines("清江县县长张三代表", text, "临江县的茶香引来客", text, "茶事", text), TOPICS).dense
    assert (series[0] > single[0]).sum() > 0
    assert np.array_equal(series[4, :6], single[4, :6])


def test_who_writes_to_the_paper_signs_with_place_and_name() -> None:
    signed, plain = find(["河北沧州市 冯 毅", "沧州市的茶园 采茶忙碌着"])
    assert (signed > plain).any()


def test_pages_without_joins_are_measured_once() -> None:
    page = [PageLine("茶香引来四方客", 0), PageLine("茶园里采茶的人越来越多。", 1)]
    read_once = of_lines(page, SEAMS)
    assert of_pieces(gather(page, [False, False]), read_once, TOPICS).ends is read_once.measures.ends
