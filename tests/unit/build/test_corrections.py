import pytest

from jianbao.build.corrections import missing_digests, read_corrections, with_correction
from jianbao.model.correction import Correction
from jianbao.model.edtf import EdtfDate

MADE = Correction("content/issues/a.txt", EdtfDate(2026, 1, 12), '修：“水库” #1 "x"', "paragraph", "subtitle")


def test_what_is_written_is_read_back_and_added_to() -> None:
    text = with_correction(with_correction("", MADE), MADE)
    read, problems = read_corrections(text)
    assert not problems
    assert [(one.digest, one.date, one.text, one.was, one.now) for one in read] == [
        (MADE.digest, MADE.date, MADE.text, MADE.was, MADE.now)
    ] * 2
    assert [one.line for one in read] == [3, 4]


def test_what_a_keeper_wrote_stays() -> None:
    mine = "# mine\ncorrections:\n  - {digest: b, date: 2025, text: 甲, was: 己经, now: 已经}\n"
    assert with_correction(mine, MADE).startswith(mine)


@pytest.mark.parametrize("key", ["digest", "date", "text", "was", "now"])
def test_every_key_is_needed(key: str) -> None:
    entry = {"digest": "a", "date": "2025", "text": "甲", "was": "乙", "now": "丙"}
    del entry[key]
    told = ", ".join(f"{name}: {text}" for name, text in entry.items())
    read, problems = read_corrections(f"corrections:\n- {{{told}}}\n")
    assert not read
    assert len(problems) == 1
    assert key in problems[0].message


def test_a_digest_that_is_not_there_is_told() -> None:
    read, _ = read_corrections(with_correction("", MADE))
    assert [problem.line for problem in missing_digests(read, {"content/issues/b.txt"})] == [3]
    assert missing_digests(read, {MADE.digest}) == ()
