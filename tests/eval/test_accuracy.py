"""The page on accuracy says what the evaluation says."""

import json
from pathlib import Path

from tests.eval import corpus
from tests.eval.accuracy import WRITTEN, finding


def test_what_is_found_is_as_right_as_the_page_says() -> None:
    place = corpus.folder()
    assert place is not None

    assert json.loads(Path(WRITTEN).read_text(encoding="utf-8"))["finding"] == finding(place)
