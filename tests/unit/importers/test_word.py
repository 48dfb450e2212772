import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from jianbao.importers.document import Line, Original
from jianbao.importers.docx import read_docx
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError
from tests.unit.importers.specimens import make_docx, with_part
from tests.unit.importers.test_docx import document_xml, lines


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def table(*rows: tuple[str, ...], row: str = "") -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in one) for one in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}{one}</w:tr>' for one in cells)}</w:tbl>"


def read(body: str) -> list[Line]:
    return lines(with_part(make_docx(), "word/document.xml", document_xml(body)))


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_row_of_a_table_is_a_line() -> None:
    cells = [
        tuple(paragraph(run(text)) for text in row) for row in (("县区", "产量", ""), ("湄潭县", "8.5万吨", "12%"))
    ]
    assert read(table(*cells)) == [Line("县区\t产量", "paragraph"), Line("湄潭县\t8.5万吨\t12%", "paragraph")]


def test_what_a_table_only_lays_out_is_left_to_the_parser() -> None:
    left = paragraph(run("茶园管护")) + paragraph(run("第一段。")) + table((paragraph(run("甲")), paragraph(run("乙"))))
    assert read(table((left, paragraph(run("另一栏"))))) == [
        Line("茶园管护"),
        Line("第一段。"),
        Line("甲\t乙", "paragraph"),
        Line("另一栏"),
    ]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            paragraph(run("看得见") + run("隐藏", "<w:vanish/>") + run("也看得见", '<w:vanish w:val="0"/>')),
            ["看得见也看得见"],
        ),
        (paragraph(run("前") + f"<w:del>{run('删')}</w:del><w:ins>{run('增')}</w:ins>"), ["前增"]),
        (paragraph(run("前半，"), "<w:rPr><w:del/></w:rPr>") + paragraph(run("后半。")), ["前半，后半。"]),
        (paragraph(run("前半，"), "<w:rPr><w:del/></w:rPr>"), ["前半，"]),
        (table((paragraph(run("删去的行")),), row="<w:trPr><w:del/></w:trPr>") + paragraph(run("文")), ["文"]),
        (
            paragraph(f"<w:r><w:ruby><w:rt>{run('méi')}</w:rt><w:rubyBase>{run('湄')}</w:rubyBase></w:ruby></w:r>"),
            ["湄"],
        ),
        (f"<w:sdt><w:sdtContent>{paragraph(run('控件'))}</w:sdtContent></w:sdt>", ["控件"]),
        (paragraph("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" + run("链接")), ["链接"]),
        (paragraph(run("文"), "<w:tabs><w:tab/></w:tabs>"), ["文"]),
    ],
)
def test_a_document_is_read_as_it_stands(body: str, texts: list[str]) -> None:
    assert [line.text for line in read(body)] == texts


def test_a_style_made_from_a_heading_and_a_level_of_the_outline_are_headings() -> None:
    word = docx.Document()
    style = word.styles.add_style("大标题", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Heading 1"]
    word.add_paragraph("题目", style="大标题")
    word.add_paragraph("正文")
    assert lines(saved(word)) == [Line("题目", "title"), Line("正文")]
    outline = paragraph(run("题目"), '<w:outlineLvl w:val="0"/>') + paragraph(run("小题"), '<w:outlineLvl w:val="1"/>')
    assert read(outline + paragraph(run("文"), '<w:outlineLvl w:val="9"/>')) == [
        Line("题目", "title"),
        Line("小题", "crosshead"),
        Line("文"),
    ]


def test_heads_of_first_pages_and_in_tables_are_furniture_and_tell_the_issue() -> None:
    word = docx.Document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    cells = section.first_page_header.add_table(1, 2, docx.shared.Inches(5)).rows[0].cells
    cells[0].text, cells[1].text = "某某日报 2025年12月8日", "第3版"
    word.add_paragraph("正文")
    (document,) = read_docx(Original("a.docx", saved(word)))
    assert document.lines[0] == Line("某某日报 2025年12月8日\t第3版", "furniture")
    assert (document.issue.date, document.issue.page) == (EdtfDate(2025, 12, 8), 3)


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/>
<w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


@pytest.mark.parametrize(
    ("format_", "text", "numbers"),
    [
        ("chineseCounting", "%1、", ["一、", "二、", "二.1 ", "三、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "二.1 ", "（三）"]),
        ("decimal", "%1.", ["1. ", "2. ", "2.1 ", "3. "]),
        ("decimalEnclosedCircle", "%1", ["① ", "② ", "②.1 ", "③ "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "II.1 ", "III. "]),
        ("bullet", "\uf0b7", ["• ", "• ", "2.1 ", "• "]),
        ("none", "", ["", "", ".1 ", ""]),
    ],
)
def test_numbers_that_word_sets_by_itself_are_text(format_: str, text: str, numbers: list[str]) -> None:
    base = docx.Document()
    base.add_paragraph("x", style="List Number")
    body = "".join(
        paragraph(run("文"), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')
        for depth in (0, 0, 1, 0)
    )
    data = with_part(saved(base), "word/document.xml", document_xml(body))
    data = with_part(data, "word/numbering.xml", NUMBERING.format(format=format_, text=text).encode())
    assert [line.text for line in lines(data)] == [f"{number}文" for number in numbers]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("xl/workbook.xml", "spreadsheet"), ("content.xml", "OpenDocument"), ("a.txt", "ZIP archive of files")],
)
def test_another_package_is_told_by_what_is_in_it(name: str, reason: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(name, "x")
    with pytest.raises(SourceError, match=reason):
        read_docx(Original("a.docx", file.getvalue()))


def test_pictures_are_told_of() -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    body = paragraph(run("文") + f"<w:r><w:drawing>{blip}</w:drawing></w:r>")
    (document,) = read_docx(Original("a.docx", with_part(make_docx(), "word/document.xml", document_xml(body))))
    assert document.notes == ("1 picture left out: text in them is not read",)
