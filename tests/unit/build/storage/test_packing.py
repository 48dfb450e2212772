"""What is packed comes back as it was."""

import json
from dataclasses import replace

import pytest

from jianbao.build.storage.packing import packed, unpacked
from jianbao.build.storage.sheets import Sheet
from jianbao.index.cards import card_of
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.model.problem import Problem, Severity
from jianbao.model.record import Figure, OrganisationMention, PersonMention, PlaceMention, Record
from tests.unit.render.specimens import HOSTILE, hostile_article, record

RECORD = replace(
    record(hostile_article(HOSTILE[4])),
    mentions=(PlaceMention("990102", "东关", 1, 0, 2, "short"),),
    people=(PersonMention("林小满", "林小满", 1, 0, 3, "byline", "记者"),),
    organisations=(OrganisationMention("新州日报社", 1, 0, 5),),
    figures=(
        Figure("产值", "20亿元", 2e9, "元", "", None, 1, 0, 4, 0, 9),
        Figure("值", "3%", 0.1, "%", "up", 1.5, 1, 0, 2, 0, 9),
    ),
)


def test_a_record_with_something_in_every_field_comes_back() -> None:
    assert unpacked(Record, packed([RECORD, RECORD])) == (RECORD, RECORD)


@pytest.mark.parametrize("date", [None, EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE)])
def test_a_sheet_comes_back(date: EdtfDate | None) -> None:
    problems = (Problem("a.txt", 3, "文件有误", severity=Severity.WARNING),)
    sheet = Sheet("0" * 64, IssueFields(date=date, page=2), (card_of(RECORD),), problems)
    assert unpacked(Sheet, packed([sheet])) == (sheet,)
    assert unpacked(Sheet, packed([replace(sheet, issue=None)]))[0].issue is None


@pytest.mark.parametrize(
    "data", [b"", b"[[1]]", b"{}x", b'[["0",null,[[]],[]]]', json.dumps([["", None, [], [[1, 2]]]]).encode()]
)
def test_what_is_not_packed_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        unpacked(Sheet, data)
