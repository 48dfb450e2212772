import pytest

from jianbao.importers.apart import Reader
from jianbao.importers.document import Original
from jianbao.importers.docx import read_docx
from jianbao.importers.worker import MEMORY
from jianbao.model.errors import SourceError
from tests.unit.importers.specimens import assemble, make_docx, make_pdf, with_part

GOOD = make_docx(("Heading 1", "题"), ("Normal", "文"), header="2025年12月8日 第2版")


def branching_pdf(depth: int = 20) -> bytes:
    """A small file whose one page draws ten forms, each of which draws ten, and so on."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 4 0 R >> >> /Contents {depth + 4} 0 R >>",
    ]
    for number in range(4, depth + 4):
        drawn = "/X Do " * 10 if number < depth + 3 else "0 0 m"
        used = f"/Resources << /XObject << /X {number + 1} 0 R >> >>" if number < depth + 3 else ""
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] {used} /Length {len(drawn)} >>"
        objects.append(f"{head}\nstream\n{drawn}\nendstream")
    return assemble([*objects, "<< /Length 5 >>\nstream\n/X Do\nendstream"])


def test_what_is_read_apart_is_what_is_read_here() -> None:
    with Reader() as reader:
        assert reader.read(Original("a.docx", GOOD), "docx") == read_docx(Original("a.docx", GOOD))


def test_a_file_without_end_is_given_up_and_the_next_is_read() -> None:
    data = branching_pdf()
    assert len(data) < 10_000
    with Reader(patience=2) as reader, pytest.raises(SourceError, match="was given up"):
        reader.read(Original("a.pdf", data), "pdf")
    with Reader() as reader:
        assert reader.read(Original("b.pdf", make_pdf([("正文", 50, 700, 10)])), "pdf")


def test_one_reader_goes_on_after_what_is_refused() -> None:
    with Reader() as reader:
        for data in (b"PK", with_part(GOOD, "word/document.xml", b"<"), b""):
            with pytest.raises(SourceError):
                reader.read(Original("a.docx", data), "docx")
        assert reader.read(Original("b.docx", GOOD), "docx")[0].issue.page == 2


def test_memory_has_a_limit() -> None:
    assert MEMORY == 2 * 2**30


def test_reasons_come_through() -> None:
    with Reader() as reader, pytest.raises(SourceError) as caught:
        reader.read(Original("a.html", b"<p></p>"), "html")
    assert caught.value.reason == "has no text of an article"
    assert caught.value.hint
