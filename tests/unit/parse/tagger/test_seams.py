from jianbao.parse.tagger.characters import read
from jianbao.parse.tagger.seams import ACROSS, COLUMNS, Table, measure
from jianbao.parse.training.blocks import Source
from jianbao.parse.training.neighbours import seam_table

TEXT = ("清江县的茶园里茶农正在采摘春茶，茶园采摘正当时。",) * 6


def table() -> Table:
    return seam_table([Source("2024-05-01", 1, None, "采茶", None, TEXT)])


def test_a_broken_word_is_more_frequent_than_its_parts_make_it() -> None:
    seams = measure(read(["茶农正在采", "摘春茶", "园清江"]), table())
    assert seams.shape == (3, COLUMNS)
    assert seams[1, 2] > 0
    assert seams[1, 2] > seams[2, 2]


def test_triples_reach_one_further_back_and_on() -> None:
    seams = measure(read(["在采", "摘春", "采清"]), table())
    assert seams[1, 3] > 0
    assert seams[1, 6] > 0
    assert seams[2, 3] == seams[2, 6] == 0


def test_the_first_line_has_no_seam() -> None:
    assert not measure(read(["茶园"]), table()).any()
    assert not measure(read(["茶园", "采摘"]), table())[0].any()


def test_a_rare_pair_is_not_kept() -> None:
    seldom = seam_table([Source("2024-05-01", 1, None, "采茶", None, ("茶园", "采摘"))])
    assert measure(read(["茶", "园"]), seldom)[1, 0] == 0


def test_a_line_that_begins_as_paragraphs_do_is_told_from_one_that_goes_on() -> None:
    text = "清江县的茶园。今年采茶早，茶农都说采茶早。"
    counted = seam_table([Source("2024-05-01", 1, None, "采茶", None, (text,) * 6)])
    ended, begun = measure(read(["茶园", "清江县", "今年采茶"]), counted)[1:, ACROSS:]
    assert ended[0] > 0
    assert ended[2] > 0 == ended[4]
    assert begun[4] > 0 == begun[2]
