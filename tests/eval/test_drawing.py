"""The rows to label follow from their seed, and leave out what has labels already."""

import pytest

from tests.eval import corpus, gold
from tests.eval.drawing import draw, labelled


@pytest.mark.parametrize(
    ("part", "kind", "count"),
    [
        ("held", "topics", 100),
        ("held", "people", 80),
        ("held", "figures", 60),
        ("held", "organisations", 60),
        ("second", "people", 50),
        ("second", "figures", 50),
        ("third", "people", 140),
        ("third", "figures", 100),
    ],
)
def test_drawn_rows_are_those_of_their_seed(part: str, kind: str, count: int) -> None:
    place = corpus.folder()
    assert place is not None
    keys = [key for key, *_ in gold.rows(f"{kind}.tsv", part)]

    drawn = [key for key, _ in draw(place, kind, count, part)]

    assert drawn == keys
    assert not {"-".join(key.split("-")[:5]) for key in keys} & labelled(before=part)
