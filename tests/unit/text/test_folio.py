import pytest

from jianbao.model.edtf import EdtfDate
from jianbao.text.folio import Folio, page_folio, read_folio

DAY = EdtfDate(2025, 12, 8)
EARLIER = EdtfDate(2025, 11, 3)


@pytest.mark.parametrize(
    ("text", "folio"),
    [
        ("2 综合 2025年11月3日 星期一", Folio(EARLIER, None, 2, "综合")),
        ("青溪日报　2025年11月3日　星期一　第02版　要闻　总第12345期", Folio(EARLIER, "12345", 2, "要闻")),
        ("第2版：要闻", Folio(None, None, 2, "要闻")),
        ("A02 要闻", Folio(None, None, 2, "要闻")),
        ("二〇二五年十一月三日 星期一 第三版", Folio(EARLIER, None, 3)),
        ("2025年11月3日 星期一", Folio(EARLIER)),
        ("中華民國一百一十四年十一月三日 星期一 第三版", Folio(EARLIER, None, 3)),
        ("2025-11-03 08:12:00", Folio(EARLIER)),
        ("上一页 1 2 下一页", Folio()),
        ("青溪日报", Folio()),
        ("要闻", Folio()),
        ("广 告", Folio()),
        ("本版责编：周敏 版式：陈立 校对：王强", Folio()),
        ("字" * 100, Folio()),
    ],
)
def test_a_folio_tells_what_it_prints(text: str, folio: Folio) -> None:
    assert read_folio(text) == folio


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
    folio = page_folio(["遵义日报", line, "茶园管护正当时", "正文。"])
    assert (folio.date, folio.page) == (date, page)


def test_a_folio_stands_at_the_head_or_the_foot() -> None:
    text = [f"第{n}行。" for n in range(20)]
    folio = "2025年12月8日 星期一 第2版"
    assert page_folio([*text, folio]).page == 2
    assert page_folio([*text[:10], folio, *text[10:]]).page is None


def test_two_dates_tell_none() -> None:
    assert page_folio(["2025年12月8日 星期一", "2025年12月9日 星期二"]).date is None
