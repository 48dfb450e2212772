import pytest

from jianbao.build.add.issue import Wishes, tell_issue
from jianbao.importers.document import Document, Line
from jianbao.model.digest import IssueFields
from jianbao.model.edtf import EdtfDate

EIGHTH, NINTH = EdtfDate(2025, 12, 8), EdtfDate(2025, 12, 9)


def document(kind: str, date: EdtfDate | None = None, page: int | None = None) -> Document:
    return Document((Line("文"),), kind, issue=IssueFields(date=date, page=page))


@pytest.mark.parametrize(
    ("name", "kind", "date", "page"),
    [
        ("2025-12-08-02.txt", "text", EIGHTH, 2),
        ("scans/20251208_p3.docx", "docx", EIGHTH, 3),
        ("html/2025-12/08/content_17.htm", "html", EIGHTH, None),
        ("202512/08/node_02.html", "html", EIGHTH, 2),
        ("2025-13/08/a.htm", "html", None, None),
        ("-", "text", None, None),
        ("遵义日报2025年12月8日第02版.txt", "text", EIGHTH, 2),
        ("2025-12-08 第3版 要闻.txt", "text", EIGHTH, 3),
        ("2025.12.08-A02.txt", "text", EIGHTH, 2),
        ("20251208_B02.txt", "text", EIGHTH, None),
        ("zyrb_20251208_02版.txt", "text", EIGHTH, 2),
        ("2025-12-08 A4.txt", "text", EIGHTH, 4),
        ("20251208A02.txt", "text", EIGHTH, 2),
        ("2025-12-08 第十二版.txt", "text", EIGHTH, 12),
        ("2025-12-8-02.txt", "text", EIGHTH, 2),
        ("zyrb_2025_12_08_02.txt", "text", EIGHTH, 2),
        ("2025_12_08.txt", "text", EIGHTH, None),
        ("2025-12-08/第13版.txt", "text", EIGHTH, 13),
        ("2025-12-08/14.txt", "text", EIGHTH, 14),
        ("2025-12/08/14.htm", "html", EIGHTH, None),
    ],
)
def test_a_name_tells_the_issue(name: str, kind: str, date: EdtfDate | None, page: int | None) -> None:
    issue = tell_issue(document(kind), name, None, Wishes()).issue
    assert (issue.date, issue.page) == (date, page)


def test_a_person_is_believed_before_front_matter_before_a_name_before_the_text() -> None:
    text, name = document("text", NINTH, 9), "2025-12-08-02.txt"
    assert tell_issue(text, name, None, Wishes()).issue.date == EIGHTH
    assert tell_issue(text, name, IssueFields(date=NINTH), Wishes()).issue.date == NINTH
    assert tell_issue(text, name, IssueFields(date=NINTH), Wishes(date=EdtfDate(2024))).issue.date == EdtfDate(2024)


def test_fields_of_a_saved_page_are_believed_before_its_name() -> None:
    told = tell_issue(document("html", NINTH, 9), "2025-12-08-02.html", None, Wishes())
    assert (told.issue.date, told.issue.page) == (NINTH, 9)
    assert told.notes == ("its name, its fields and its text tell different dates (2025-12-08, 2025-12-09): look",)


def test_the_page_of_another_day_is_no_page_of_this_one() -> None:
    told = tell_issue(document("text"), "2025-12-08-02.txt", None, Wishes(date=NINTH))
    assert (told.issue.date, told.issue.page) == (NINTH, None)
