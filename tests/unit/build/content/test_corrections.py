from dataclasses import replace

import pytest

from jianbao.build.content.corrections import missing_digests, read_corrections, with_correction
from jianbao.model.correction import Correction
from jianbao.model.edtf import EdtfDate

MADE = Correction("content/issues/a.txt", EdtfDate(2026, 1, 12), '修：“水库” #1 "x"', "paragraph", "subtitle")


def added(text: str, made: Correction = MADE) -> str:
    after = with_correction(text, made)
    assert after is not None
    return after


def test_what_is_written_is_read_back_and_added_to() -> None:
    text = added(added(""))
    read, problems = read_corrections(text)
    assert not problems
    assert [(one.digest, one.date, one.text, one.was, one.now) for one in read] == [
        (MADE.digest, MADE.date, MADE.text, MADE.was, MADE.now)
    ] * 2
    assert [one.line for one in read] == [3, 4]


def test_what_a_keeper_wrote_stays() -> None:
    mine = "# mine\ncorrections:\n  - {digest: b, date: 2025, text: 甲, was: 己经, now: 已经}\n"
    assert added(mine).startswith(mine)


ENTRY = "{digest: b, date: 2025, text: 甲, was: 己经, now: 已经}"


@pytest.mark.parametrize(
    "mine",
    [
        f"corrections:\n- {ENTRY}\n",
        f"corrections:\n    - {ENTRY}",
        f"corrections:\r\n  - {ENTRY}\r\n# mine\r\n\r\n",
        "# mine alone\n",
        "corrections:\n",
        "\n",
    ],
)
def test_an_entry_is_put_behind_lists_as_people_write_them(mine: str) -> None:
    after = added(mine)
    assert after.startswith(mine)
    assert ("\r\n" in mine) == ("\r\n" in after)
    assert after.count("\n") == after.count("\r\n") or "\r\n" not in after
    read, problems = read_corrections(after)
    assert not problems
    assert [one.now for one in read] == ["已经"] * mine.count("digest") + [MADE.now]


@pytest.mark.parametrize("mine", [f"corrections: [{ENTRY}]\n", "corrections: []\n", "corrections: {\n", "other: 1\n"])
def test_what_cannot_be_added_to_is_left_alone(mine: str) -> None:
    assert with_correction(mine, MADE) is None


@pytest.mark.parametrize("text", ["　　入冬以来", "修\x7f水\u2028库\u202e", '": #', "长" * 300, "\U000e0001甲"])
def test_every_line_of_a_digest_can_be_told(text: str) -> None:
    read, problems = read_corrections(added("", replace(MADE, text=text)))
    assert not problems
    assert read[0].text == text.strip()[:40]


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
    read, _ = read_corrections(added(""))
    assert [problem.line for problem in missing_digests(read, {"content/issues/b.txt"})] == [3]
    assert missing_digests(read, {MADE.digest}) == ()
