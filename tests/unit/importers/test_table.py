import pytest

from jianbao.importers.document import Line, Original
from jianbao.importers.table import read_table
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError

HEAD = "标题,作者,日期,版次,正文\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_row_is_an_article(encoding: str, delimiter: str) -> None:
    text = HEAD + '茶园管护正当时,林小满,2025-12-08,第2版,"一，""茶""。\n二。"\n\n乙,,2025-12-08,2,三。\n'
    first, second = read_table(Original("a.csv", text.replace(",", delimiter).encode(encoding)))
    assert first.lines == (
        Line("茶园管护正当时", "title"),
        Line("林小满", "byline"),
        Line('一，"茶"。', "paragraph"),
        Line("二。", "paragraph"),
        Line(""),
    )
    assert (first.format, first.line, second.line) == ("csv", 2, 5)
    assert (first.issue.date, first.issue.page) == (EdtfDate(2025, 12, 8), 2)


def test_a_table_without_texts_is_refused() -> None:
    with pytest.raises(SourceError, match="has no column with the texts of articles"):
        read_table(Original("a.csv", "id,title,date\n1,题,2025-12-08\n".encode()))


def test_rows_that_are_wrong_are_told_with_their_lines() -> None:
    with pytest.raises(SourceError) as caught:
        read_table(Original("a.csv", f"{HEAD}甲,,2025-12-08,2,一，,二\n乙,,昨天,2,三。\n".encode()))
    wrong = (caught.value, *caught.value.further)
    assert [(error.line, "more cells" in error.reason) for error in wrong] == [(2, True), (3, False)]


def test_a_cell_that_is_too_long_is_told() -> None:
    with pytest.raises(SourceError, match="cannot be read as a table on line 2"):
        read_table(Original("a.csv", (HEAD + "甲,,2025-12-08,2," + "字" * 200_000).encode()))


def test_an_empty_table_holds_no_article() -> None:
    with pytest.raises(SourceError, match="holds no article"):
        read_table(Original("a.csv", HEAD.encode()))
