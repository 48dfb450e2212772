from jianbao.model.digest import Furniture, IssueFields
from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.parse.fields.folio import contradictions, with_folios

DAY = EdtfDate(2025, 11, 3)


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


def test_a_credit_of_the_whole_page_is_no_folio() -> None:
    page = furniture("本版制图：周敏 2025年11月3日 第2版", "责编 周敏 2")
    assert with_folios(IssueFields(), page) == IssueFields()
