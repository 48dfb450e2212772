import numpy as np

from jianbao.parse.tagger.characters import read
from jianbao.parse.tagger.cohesion import word_pairs
from jianbao.parse.tagger.topics import COLUMNS, buckets, measure

TEA, FIRE = "茶园采摘正当时，茶园里采摘春茶。", "山火扑灭后，救援人员撤离山火现场。"


def table() -> np.ndarray:
    """One direction for what is said of tea, one for what is said of fire."""
    made = np.zeros((1 << 10, 4), np.int8)
    for text, topic in ((TEA, 0), (FIRE, 1)):
        _, pairs = word_pairs(read([text]))
        made[buckets(pairs, len(made)), topic] = 99
    return made


def measured(*texts: str) -> np.ndarray:
    page = read(texts)
    return measure(page, word_pairs(page), table())


def test_a_section_ends_where_the_subject_changes() -> None:
    likeness = measured("茶园采摘忙", TEA, TEA, "茶园里春茶", TEA, "山火扑灭后", FIRE)[:, 5]
    assert likeness[3] > likeness[5]


def test_a_headline_is_about_the_section_behind_it() -> None:
    row = measured("茶园采摘忙", TEA, "山火扑灭后", FIRE)[2]
    to_behind, to_before = row[6], row[7]
    assert to_behind > to_before


def test_each_line_has_its_own_direction() -> None:
    own = measured("茶园采摘忙", TEA, "山火扑灭后", FIRE)[:, COLUMNS:]
    assert own[1] @ own[0] > 0 > own[1] @ own[3]


def test_the_direction_of_a_long_text_is_the_sum_of_its_pairs() -> None:
    text = TEA * 30
    page = read([text, FIRE, TEA])
    at, pairs = word_pairs(page)
    vectors = np.random.default_rng(1).integers(-127, 128, (1 << 10, 4)).astype(np.int8)
    own = measure(page, (at, pairs), vectors)[0, COLUMNS:]
    found = vectors[buckets(pairs, len(vectors))].astype(float)
    inside = at < page.lengths[0]
    direction = found[inside].sum(axis=0) - np.count_nonzero(inside) * found.mean(axis=0)
    assert np.count_nonzero(inside) > 256
    np.testing.assert_allclose(own / np.linalg.norm(own), direction / np.linalg.norm(direction), atol=1e-3)


def test_a_page_without_words_has_no_topics() -> None:
    assert not measured("——", "！").any()
