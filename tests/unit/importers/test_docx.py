import io
import zipfile

import pytest

from jianbao.importers.document import Line, Original
from jianbao.importers.docx import LARGEST_PART, MOST_PARTS, read_docx
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError
from tests.unit.importers.specimens import make_docx, with_part

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)

with zipfile.ZipFile(io.BytesIO(make_docx())) as made:
    TYPES = made.read("[Content_Types].xml")


def document_xml(body: str, prolog: str = "") -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{prolog}'
    return f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def lines(data: bytes) -> list[Line]:
    (document,) = read_docx(Original("a.docx", data))
    return [line for line in document.lines if line.text]


def test_styles_are_roles_and_the_rest_is_left_to_the_parser() -> None:
    data = make_docx(
        ("Heading 1", "茶园管护\n正当时"),
        ("Subtitle", "湄潭县"),
        ("Normal", "　　正文\t一段。"),
        ("Heading 2", "修枝"),
        ("Normal", "第二段。"),
        ("Heading 1", "第二篇"),
        header="某某日报 2025年12月8日 第4版",
    )
    assert lines(data) == [
        Line("某某日报 2025年12月8日 第4版", "furniture"),
        Line("茶园管护", "title"),
        Line("正当时", "continuation"),
        Line("湄潭县", "subtitle"),
        Line("　　正文\t一段。"),
        Line("修枝", "crosshead"),
        Line("第二段。"),
        Line("第二篇", "title"),
    ]
    issue = read_docx(Original("a.docx", data))[0].issue
    assert (issue.date, issue.page) == (EdtfDate(2025, 12, 8), 4)


def test_headings_of_a_lower_level_are_headlines_below_the_title_of_the_page_and_at_the_head_of_a_document() -> None:
    articles = (("Heading 2", "茶园管护"), ("Normal", "正文。"), ("Heading 3", "修枝"), ("Heading 2", "第二篇"))
    expected = ["title", None, "crosshead", "title"]

    assert [line.role for line in lines(make_docx(*articles))] == expected
    paged = lines(make_docx(("Title", "某某日报2025年12月8日第4版"), *articles))
    assert [line.role for line in paged] == [None, *expected]
    titled = lines(make_docx(("Title", "茶园管护"), ("Normal", "正文。"), ("Heading 2", "修枝")))
    assert [line.role for line in titled] == ["title", None, "crosshead"]


def sized(*paragraphs: tuple[int, str]) -> list[tuple[str, str | None]]:
    """Give (text, role) of a document of (half points, text) without styles."""
    body = "".join(
        f'<w:p><w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        for size, text in paragraphs
    )
    data = with_part(make_docx(), "word/document.xml", document_xml(body))
    return [(line.text, line.role) for line in lines(data)]


TEXT = "　　入冬以来，技术员走进茶园，指导茶农修枝、施肥，为明年春茶丰产打下基础。"


def test_without_styles_the_largest_type_is_a_headline_with_kicker_and_deck_beside_it() -> None:
    found = sized(
        (72, "某某日报"), (44, "2025年12月8日 第2版"), (28, "入冬不闲"), (44, "茶园管护"), (44, "正当时"),
        (28, "湄潭县技术员下乡"),
        (21, "本报记者 林小满"), (21, TEXT), (24, "修枝施肥"), (21, TEXT), (36, "图书馆延时开放"), (21, TEXT),
    )  # fmt: skip
    assert [(text, role) for text, role in found if role] == [
        ("入冬不闲", "kicker"),
        ("茶园管护", "title"),
        ("正当时", "continuation"),
        ("湄潭县技术员下乡", "subtitle"),
        ("图书馆延时开放", "title"),
    ]


def test_type_of_one_size_and_long_lines_say_nothing() -> None:
    assert {role for _, role in sized((32, "茶园管护"), (32, TEXT))} == {None}
    assert {role for _, role in sized((44, TEXT * 2), (21, TEXT * 9))} == {None}


def test_text_of_boxes_and_tables_is_read_once_and_what_was_deleted_not_at_all() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    found = [line.text for line in lines(with_part(make_docx(), "word/document.xml", document_xml(body)))]
    assert found == ["前后", "框中", "增", "格"]


def test_entities_are_not_expanded() -> None:
    prolog = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    body = "<w:p><w:r><w:t>文&b;&f;</w:t></w:r></w:p>"
    data = with_part(make_docx(), "word/document.xml", document_xml(body, prolog))
    assert [line.text for line in lines(data)] == ["文"]


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    swollen = with_part(make_docx(("Normal", "文")), "word/media/a.xml", b"\0" * (LARGEST_PART + 1))
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as package:
        for number in range(MOST_PARTS + 1):
            package.writestr(f"{number}.xml", "")
    for data in (swollen, many.getvalue()):
        assert len(data) < 2**20
        with pytest.raises(SourceError, match="unpacks to more"):
            read_docx(Original("a.docx", data))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        make_docx(("Normal", "文"))[:-30],
        with_part(make_docx(("Normal", "文")), "word/document.xml", b"<broken"),
        with_part(make_docx(("Normal", "文")), "[Content_Types].xml", b"<Types/>"),
        make_docx(("Normal", " ")),
        with_part(
            make_docx(("Normal", "文")),
            "[Content_Types].xml",
            TYPES.replace(b"wordprocessingml.styles", b"wordprocessingml.x"),
        ),
    ],
)
def test_what_is_broken_or_empty_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_docx(Original("a.docx", data))


def test_a_cell_of_a_table_is_text_and_a_heading_ends_with_its_paragraph() -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3吨</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    (document,) = read_docx(Original("a.docx", with_part(make_docx(), "word/document.xml", document_xml(cell))))
    assert [line for line in document.lines if line.text] == [Line("3吨", "paragraph")]
    (document,) = read_docx(Original("a.docx", make_docx(("Heading 1", "题"), ("Normal", "文"))))
    assert document.lines == (Line("题", "title"), Line(""), Line("文"))
