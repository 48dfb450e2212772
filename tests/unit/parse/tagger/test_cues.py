import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.parse.tagger.cues import COLUMNS, HEAD_CUES, SENTENCE_ENDS, SLICE, TAIL_CUES, find


def one_by_one(text: str) -> list[bool]:
    """What `find` says of a line, each cue asked by itself."""
    line = text.strip()
    tail = line[-SLICE:]
    heads = [re.match(cue, line[:SLICE]) is not None for _, cue in HEAD_CUES]
    return heads + [tail[-1:] not in SENTENCE_ENDS and re.search(cue, tail) is not None for _, cue in TAIL_CUES]


@pytest.mark.parametrize("cue", [rf"\A(?:{cue})" for _, cue in HEAD_CUES] + [cue for _, cue in TAIL_CUES])
def test_a_cue_is_found_whatever_character_it_begins_or_ends_with(cue: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.from_regex(re.compile(cue)))
    def found(text: str) -> None:
        np.testing.assert_array_equal(find([text])[0], one_by_one(text))

    found()


def test_each_line_has_its_own_cues() -> None:
    told = find(["（记者 张三）", "清江县采茶节开幕", "", "据了解，茶农说"])
    assert told.shape == (4, COLUMNS)
    np.testing.assert_array_equal(
        told, [one_by_one(text) for text in ("（记者 张三）", "清江县采茶节开幕", "", "据了解，茶农说")]
    )
