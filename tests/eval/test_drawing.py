"""The rows to label follow from their seed, and leave out what has labels already."""

import pytest

from tests.eval import corpus, gold
from tests.eval.drawing import draw, labelled


@pytest.mark.parametrize("kind", ["topics", "people", "figures", "organisations"])
def test_held_rows_are_those_of_their_seed(kind: str) -> None:
    place = corpus.folder()
    assert place is not None
    keys = [key for key, *_ in gold.rows(f"{kind}.tsv", "held")]

    drawn = [key for key, _ in draw(place, kind, len(keys), "held")]

    assert drawn == keys
    assert not {"-".join(key.split("-")[:5]) for key in keys} & labelled(but="held")
