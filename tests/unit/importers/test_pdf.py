import pytest

from jianbao.importers.document import Original
from jianbao.importers.pdf import MOST_PAGES, read_pdf
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError
from tests.unit.importers.specimens import Placed, assemble, make_pdf


def column(name: str, left: float, top: float, count: int = 4) -> list[Placed]:
    return [(f"{name}第{number}行写满一行字", left, top - 15 * number, 10) for number in range(1, count + 1)]


def blocks(*pages: list[Placed]) -> list[list[str]]:
    (document,) = read_pdf(Original("a.pdf", make_pdf(*pages)))
    text = "\n".join(line.text for line in document.lines)
    return [block.split("\n") for block in text.strip("\n").split("\n\n")]


def test_columns_are_read_one_after_the_other_however_the_file_draws_them() -> None:
    left, right = column("左", 50, 700), column("右", 250, 700)
    woven = [placed for pair in zip(right, left, strict=True) for placed in pair]
    assert blocks([("大标题", 50, 740, 24), *woven]) == [
        ["大标题"],
        [text for text, *_ in left] + [text for text, *_ in right],
    ]


def test_articles_above_each_other_are_read_whole() -> None:
    page = [
        ("甲标题", 50, 740, 20), *column("甲左", 50, 730), *column("甲右", 250, 730),
        ("乙标题", 50, 640, 20), *column("乙左", 50, 630), *column("乙右", 250, 630),
    ]  # fmt: skip
    first = [block[0] for block in blocks(page)]
    assert first == ["甲标题", "甲左第1行写满一行字", "乙标题", "乙左第1行写满一行字"]


def test_an_indent_opens_a_paragraph() -> None:
    page: list[Placed] = [("第一段的开头", 70, 700, 10), ("接着写第二行", 50, 685, 10), ("第二段的开头", 70, 670, 10)]
    assert blocks(page) == [["　　第一段的开头", "接着写第二行", "　　第二段的开头"]]


def test_the_folio_tells_the_issue() -> None:
    page: list[Placed] = [("2025年12月8日星期一第2版", 50, 780, 9), *column("文", 50, 700)]
    issue = read_pdf(Original("a.pdf", make_pdf(page)))[0].issue
    assert (issue.date, issue.page) == (EdtfDate(2025, 12, 8), 2)


def test_pages_follow_each_other() -> None:
    assert blocks([("一页", 50, 700, 10)], [("二页", 50, 700, 10)]) == [["一页"], ["二页"]]


LOOP = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"]
MANY = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    f"<< /Type /Pages /Kids [{'3 0 R ' * (MOST_PAGES + 1)}] /Count {MOST_PAGES + 1} >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "no PDF that can be read"),
        (make_pdf([("文", 50, 700, 10)])[:200], "no PDF that can be read"),
        (make_pdf([]), "no text, only pictures"),
        (assemble(LOOP), "no PDF that can be read"),
        (assemble(MANY), "pages"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_pdf(Original("a.pdf", data))


def test_articles_beside_each_other_are_not_torn_where_their_white_space_is_at_one_height() -> None:
    page = [
        ("甲标题", 50, 740, 20), *column("甲上", 50, 730), *column("甲下", 50, 640),
        ("乙标题", 250, 740, 20), *column("乙上", 250, 730), *column("乙下", 250, 640),
    ]  # fmt: skip
    text = [line for block in blocks(page) for line in block]
    assert [line[:2] for line in text if "标" in line or "第1" in line] == [
        "甲标",
        "甲上",
        "甲下",
        "乙标",
        "乙上",
        "乙下",
    ]


def test_a_column_of_several_articles_stands_beside_one_long_article() -> None:
    page = [
        ("甲标题", 50, 740, 20), *column("甲文", 50, 730), ("丙标题", 50, 640, 20), *column("丙文", 50, 630),
        ("乙标题", 250, 740, 20), *column("乙上", 250, 730, 3), *column("乙中", 250, 665, 3), *column("乙下", 250, 600),
    ]  # fmt: skip
    text = [line for block in blocks(page) for line in block]
    starts = [line[:2] for line in text if "标" in line or "第1" in line]
    assert starts == ["甲标", "甲文", "丙标", "丙文", "乙标", "乙上", "乙中", "乙下"]


def test_columns_of_one_text_run_on_over_gaps_at_one_height() -> None:
    left, right = [*column("甲", 50, 700), *column("乙", 50, 620)], [*column("丙", 250, 700), *column("丁", 250, 620)]
    (text, *_), expected = zip(*blocks([*left, *right]), strict=False), None
    del text, expected
    lines = [line for block in blocks([*left, *right]) for line in block]
    assert lines == [text for text, *_ in left] + [text for text, *_ in right]
