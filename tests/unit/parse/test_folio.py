import pytest

from jianbao.model.digest import Furniture, IssueFields
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.parse.folio import Folio, contradictions, read_folio, with_folios

DAY = EdtfDate(2025, 11, 3)


@pytest.mark.parametrize(
    ("text", "folio"),
    [
        ("2 综合 2025年11月3日 星期一", Folio(DAY, None, 2, "综合")),
        ("青溪日报　2025年11月3日　星期一　第02版　要闻　总第12345期", Folio(DAY, "12345", 2, "要闻")),
        ("第2版：要闻", Folio(None, None, 2, "要闻")),
        ("A02 要闻", Folio(None, None, 2, "要闻")),
        ("二〇二五年十一月三日 星期一 第三版", Folio(DAY, None, 3)),
        ("2025年11月3日 星期一", Folio(DAY)),
        ("青溪日报", Folio()),
        ("要闻", Folio()),
        ("广 告", Folio()),
        ("本版责编：周敏 版式：陈立 校对：王强", Folio()),
        ("责编 周敏 2", Folio()),
        ("字" * 100, Folio()),
    ],
)
def test_a_folio_tells_what_it_prints(text: str, folio: Folio) -> None:
    assert read_folio(text) == folio


def furniture(*texts: str) -> tuple[Furniture, ...]:
    return tuple(Furniture(text, (number,)) for number, text in enumerate(texts, 1))


def test_folios_complete_what_is_not_known() -> None:
    page = furniture("2025年11月3日", "第2版：要闻", "总第9期")

    assert with_folios(IssueFields(), page) == IssueFields(None, DAY, "9", 2, "要闻")
    known = IssueFields("青溪日报", EdtfDate(2025, 11), "8", 3, "头版")
    assert with_folios(known, page) == known


def test_folios_of_several_pages_tell_no_page() -> None:
    issue = with_folios(IssueFields(), furniture("2025年11月3日 第1版 要闻", "2025年11月3日 第2版 综合"))

    assert issue == IssueFields(date=DAY)


def test_another_date_on_the_page_is_a_doubt() -> None:
    page = furniture("第2版", "2025年11月3日 星期一")

    (doubt,) = contradictions(IssueFields(date=EdtfDate(2025, 11, 4)), page, "page.txt")

    assert (doubt.line, doubt.severity) == (2, "warning")
    assert "2025-11-03" in doubt.message
    assert contradictions(IssueFields(date=EdtfDate(2025, 11, 0, Qualifier.APPROXIMATE)), page, "page.txt") == ()
    assert contradictions(IssueFields(), page, "page.txt") == ()
