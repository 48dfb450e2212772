from hypothesis import given
from hypothesis import strategies as st

from jianbao.enrich.matcher import Matcher

LETTERS = "赤水河谷]^-\\"
WORDS = st.sets(st.text(LETTERS, min_size=1, max_size=4), max_size=8)


@given(WORDS, st.text(LETTERS + "县", max_size=20))
def test_every_occurrence_of_every_word_is_a_candidate(words: set[str], text: str) -> None:
    found = {(start, length) for start, lengths in Matcher.of(words).candidates(text) for length in lengths}

    expected = {(start, len(word)) for word in words for start in range(len(text)) if text.startswith(word, start)}
    assert expected <= found


def test_longer_words_come_first() -> None:
    assert list(Matcher.of(["赤水", "赤水河谷", "赤水河", "茶"]).candidates("赤水河谷，茶")) == [
        (0, (4, 3, 2)),
        (5, (1,)),
    ]
