import pytest

from jianbao.model.edtf import EdtfDate, Qualifier
from jianbao.text.dates import parse_edtf, printed_date, spoken_en, spoken_zh


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-12-08", EdtfDate(2025, 12, 8)),
        ("2025-12", EdtfDate(2025, 12)),
        ("2025", EdtfDate(2025)),
        ("2025-12~", EdtfDate(2025, 12, 0, Qualifier.APPROXIMATE)),
        ("2025?", EdtfDate(2025, 0, 0, Qualifier.UNCERTAIN)),
        ("2025-12-08%", EdtfDate(2025, 12, 8, Qualifier.BOTH)),
        ("2025-12-XX", EdtfDate(2025, 12)),
        ("2025-XX-XX~", EdtfDate(2025, 0, 0, Qualifier.APPROXIMATE)),
        ("2024-02-29", EdtfDate(2024, 2, 29)),
    ],
)
def test_date_is_read(text: str, date: EdtfDate) -> None:
    assert parse_edtf(text) == date


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-29", "in no calendar"),
        ("2025-13", "in no calendar"),
        ("2025-00", "in no calendar"),
        ("0000", "in no calendar"),
        ("2025-XX-08", "a day without its month"),
        ("2025-21", "a season"),
        ("2024/2025", "an interval"),
        ("2024..", "an interval"),
        ("202X", "leaves the year open"),
        ("2025-12-08T10:00:00", "a time of day"),
        ("2025年12月8日", "write 2025-12-08"),
        ("2025/12/8", "write 2025-12-08"),
        ("2025-1-2", "write 2025-01-02"),
        ("yesterday", "is not a date"),
        ("", "is not a date"),
        ("２０２５", "is not a date"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("2025-12-08", "2025年12月8日", "8 December 2025"),
        ("2025-12~", "约2025年12月", "about December 2025"),
        ("2025-12?", "2025年12月（日期存疑）", "December 2025 (uncertain)"),
        ("2025%", "约2025年（日期存疑）", "about 2025 (uncertain)"),
    ],
)
def test_date_is_spoken(text: str, chinese: str, english: str) -> None:
    date = parse_edtf(text)

    assert spoken_zh(date) == chinese
    assert spoken_en(date) == english


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("青溪日报 2025年12月8日 星期一", EdtfDate(2025, 12, 8)),
        ("二〇二五年十二月二十八日", EdtfDate(2025, 12, 28)),
        ("2025年12月", EdtfDate(2025, 12)),
        ("总第2025.12.8期", EdtfDate(2025, 12, 8)),
        ("中華民國二十四年五月十二日", EdtfDate(1935, 5, 12)),
        ("民国元年三月", EdtfDate(1912, 3)),
        ("民國114年12月8日", EdtfDate(2025, 12, 8)),
        ("民国二十四年十三月", None),
        ("2025年13月8日", None),
        ("12月8日", None),
    ],
)
def test_printed_date_is_found(text: str, date: EdtfDate | None) -> None:
    assert printed_date(text) == date
