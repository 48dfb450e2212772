import pytest

from jianbao.importers.document import Original
from jianbao.importers.pdf import MOST_PAGES, read_pdf
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError
from tests.unit.importers.papers import drawn_pdf, locked_pdf
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
        (locked_pdf(), "is locked with a password"),
        (drawn_pdf(("茶园管护", 50, 700, 10, 0), told=False), "does not tell which characters it shows"),
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
    lines = [line for block in blocks([*left, *right]) for line in block]
    assert lines == [text for text, *_ in left] + [text for text, *_ in right]


def test_a_short_headline_over_the_middle_of_three_columns_is_that_of_all() -> None:
    page = [
        ("大标题", 210, 740, 24), ("□ 本报记者", 225, 722, 10),
        *column("左", 50, 700), *column("中", 200, 700), *column("右", 350, 700),
    ]  # fmt: skip
    lines = [line for block in blocks(page) for line in block]
    assert lines[:3] == ["大标题", "□ 本报记者", "左第1行写满一行字"]
    assert [line[0] for line in lines[2:]] == [*"左左左左中中中中右右右右"]


def test_a_bracket_that_stands_out_of_its_column_joins_no_columns() -> None:
    left = [("左边这一行写满括号（满）", 50, 700 - 15 * n, 10) for n in range(4)]
    right = [("右边这一行也写满", 172, 700 - 15 * n, 10) for n in range(4)]
    assert [line[0] for block in blocks([*left, *right]) for line in block] == [*"左左左左右右右右"]


def drawn(data: bytes) -> list[str]:
    (document,) = read_pdf(Original("a.pdf", data))
    return [line.text for line in document.lines if line.text]


UPRIGHT = [("入冬以来技术员", 100, 700, 10, 0), ("走进茶园", 100, 685, 10, 0)]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_what_stands_sideways_is_read_by_itself_behind_the_rest(degrees: int) -> None:
    first, second = {90: ((60, 500), (75, 500)), 180: ((300, 560), (300, 575)), 270: ((75, 660), (60, 660))}[degrees]
    turned = [("要闻导读", *first, 10, degrees), ("天气预报", *second, 10, degrees)]
    assert drawn(drawn_pdf(*turned, *UPRIGHT)) == ["入冬以来技术员", "走进茶园", "要闻导读", "天气预报"]


@pytest.mark.parametrize(("rotate", "left", "step"), [(90, 100, 15), (270, 300, -15)])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(rotate: int, left: int, step: int) -> None:
    lines = [(text, left + step * n, 400, 10, rotate) for n, (text, *_) in enumerate(UPRIGHT)]
    assert drawn(drawn_pdf(*lines, page=f"/Rotate {rotate}")) == ["入冬以来技术员", "走进茶园"]


def test_what_lies_outside_of_the_visible_page_is_no_text() -> None:
    beside = [("裁切线外", 10, 790, 10, 0), ("出血", -40, 400, 10, 0)]
    assert drawn(drawn_pdf(*beside, *UPRIGHT, page="/CropBox [50 50 550 750]")) == ["入冬以来技术员", "走进茶园"]


def test_a_headline_that_is_set_from_the_top_down_is_one_line() -> None:
    stacks = [(char, 80 - 24 * n, 740 - 22 * m, 20, 0) for n, text in enumerate(("茶园管护", "正当时"))
              for m, char in enumerate(text)]  # fmt: skip
    text = [("入冬以来技术员走进", 130, 740 - 15 * n, 10, 0) for n in range(4)]
    assert drawn(drawn_pdf(*stacks, *text))[:3] == ["茶园管护", "正当时", "入冬以来技术员走进"]


def test_a_type_drawn_twice_to_look_bold_is_read_once() -> None:
    twice = [("茶园管护", 50 + shift, 740, 20, 0) for shift in (0, 0.4)]
    assert drawn(drawn_pdf(*twice, *UPRIGHT))[0] == "茶园管护"


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert blocks([("Meitan tea gar-", 50, 700, 10), ("den", 50, 685, 10)]) == [["Meitan tea gar-", "den"]]


def test_an_article_below_another_keeps_its_text_beside_a_third() -> None:
    page = [
        ("甲篇的大标题", 50, 760, 26), *column("甲左", 50, 745), *column("甲中", 180, 745), *column("甲右", 310, 745),
        ("乙篇跨两栏题", 50, 640, 22), *column("乙左", 50, 625), *column("乙右", 180, 625),
        ("丙短讯", 310, 640, 16), *column("丙文", 310, 625),
    ]  # fmt: skip
    text = [line for block in blocks(page) for line in block]
    starts = [line[:2] for line in text if "题" in line or "讯" in line or "第1" in line]
    assert starts == ["甲篇", "甲左", "甲中", "甲右", "乙篇", "乙左", "乙右", "丙短", "丙文"]


def test_pages_that_print_their_numbers_are_documents_of_their_own() -> None:
    folios = ["2025年12月8日 星期一 第1版", "2025年12月8日 星期一 第2版"]
    pages = [[(folio, 50, 780, 9), *column("文", 50, 700)] for folio in folios]
    found = read_pdf(Original("a.pdf", make_pdf(*pages, [])))
    assert [(one.issue.date, one.issue.page) for one in found] == [
        (EdtfDate(2025, 12, 8), 1),
        (EdtfDate(2025, 12, 8), 2),
    ]
    assert found[0].notes == ("no text on 1 of its 3 pages, perhaps pictures of it: 3",)
    assert len(read_pdf(Original("a.pdf", make_pdf(pages[0], column("文", 50, 700))))) == 1


def test_pages_that_are_pictures_are_told() -> None:
    (document,) = read_pdf(Original("a.pdf", make_pdf([("一页", 50, 700, 10)], [], [])))
    assert document.notes == ("no text on 2 of its 3 pages, perhaps pictures of it: 2, 3",)


def test_a_damaged_page_does_not_keep_the_others_out() -> None:
    data = make_pdf([("一页", 50, 700, 10)], [("二页", 50, 700, 10)])
    broken = data.replace(b"/Type /Page /Parent", b"/Type /Xage /Parent", 1)
    (document,) = read_pdf(Original("a.pdf", broken))
    assert [line.text for line in document.lines if line.text] == ["二页"]
    assert document.notes == ("damaged, and not read, are 1 of its 2 pages: 1",)
    with pytest.raises(SourceError, match="no PDF that can be read"):
        read_pdf(Original("a.pdf", data.replace(b"/Type /Page /Parent", b"/Type /Xage /Parent")))
