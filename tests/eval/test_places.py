"""Counties keep their floor on invented sentences that the rules were not tuned on."""

import json
from pathlib import Path

from tests.eval.subjects import measure_places

FLOOR = json.loads(Path(__file__).with_name("floors-subjects.json").read_text(encoding="utf-8"))["counties"]["f1"]


def test_counties_keep_their_floor() -> None:
    tally = measure_places("test")

    assert tally.f1 >= FLOOR, tally
