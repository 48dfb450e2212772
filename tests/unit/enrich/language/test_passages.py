from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.enrich.language.passages import Passage
from jianbao.text.words import segmenter


def passage(text: str) -> Passage:
    return Passage.of(text, segmenter())


@given(st.text("复工率达88.8%，占地约334平方公里。名毕业生就业24家企业", max_size=40))
@settings(deadline=None)
def test_words_tile_the_text(text: str) -> None:
    made = passage(text)

    assert "".join(made.words) == text
    assert made.offsets == tuple(sum(map(len, made.words[:number])) for number in range(len(made.words) + 1))
    assert all(text[quantity.start : quantity.end] in made.words for quantity in made.quantities)


def test_no_word_grows_together_with_a_unit_or_in_front_of_a_number() -> None:
    assert passage("10余个工种的大赛").words[:2] == ("10余个", "工种")
    assert passage("占地约334平方公里").words[-3:] == ("占地", "约", "334平方公里")


def test_word_is_found_by_its_offset() -> None:
    made = passage("全市建成24家企业")

    assert made.words[made.word_at(made.quantities[0].start)] == "24家"
    assert made.word_at(len(made.text)) == len(made.words)
