import pytest

from jianbao.importers.folio import read_folio
from jianbao.model.edtf import EdtfDate

DAY = EdtfDate(2025, 12, 8)


@pytest.mark.parametrize(
    ("line", "date", "page"),
    [
        ("2025年12月8日 星期一 第2版 要闻", DAY, 2),
        ("遵义日报 2025年12月08日 星期一 责任编辑：某某 02版", DAY, 2),
        ("二〇二五年十二月八日　星期一　第三版", DAY, 3),
        ("《人民日报》（2025年12月08日 第 12 版）", DAY, 12),
        ("2025年12月8日", DAY, None),
        ("2025年13月8日 星期一", None, None),
        ("本报讯 2025年12月8日，湄潭县举行茶园管护培训。", None, None),
        ("第2版", None, None),
    ],
)
def test_a_folio_tells_date_and_page(line: str, date: EdtfDate | None, page: int | None) -> None:
    issue = read_folio(["遵义日报", line, "茶园管护正当时", "正文。"])
    assert (issue.date, issue.page) == (date, page)


def test_a_folio_stands_at_the_head_or_the_foot() -> None:
    text = [f"第{n}行。" for n in range(20)]
    folio = "2025年12月8日 星期一 第2版"
    assert read_folio([*text, folio]).page == 2
    assert read_folio([*text[:10], folio, *text[10:]]).page is None


def test_two_dates_tell_none() -> None:
    assert read_folio(["2025年12月8日 星期一", "2025年12月9日 星期二"]).date is None
