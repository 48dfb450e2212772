import quopri

import pytest

from jianbao.importers.document import Original
from jianbao.importers.mhtml import read_mhtml
from jianbao.model.edtf import EdtfDate
from jianbao.model.errors import SourceError

PAGE = '<html><body><h1>茶园管护正当时</h1><div id="ozoom"><p>　　技术员走进茶园。</p></div></body></html>'


def archive(
    page: bytes, charset: str = "", location: str = "http://epaper.invalid/html/2025-12/08/node_3.htm"
) -> bytes:
    told = f"; charset={charset}" if charset else ""
    return (
        (
            f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
            f"Content-Type: text/html{told}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        ).encode()
        + quopri.encodestring(page)
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )


@pytest.mark.parametrize(
    ("codec", "charset"), [("utf-8", ""), ("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", "utf-8")]
)
def test_the_page_of_an_archive_is_read_and_its_address_tells_the_issue(codec: str, charset: str) -> None:
    (document,) = read_mhtml(Original("a.mhtml", archive(PAGE.encode(codec), charset)))
    assert [(line.role, line.text) for line in document.lines if line.text] == [
        ("title", "茶园管护正当时"),
        ("paragraph", "　　技术员走进茶园。"),
    ]
    assert (document.issue.date, document.issue.page, document.format) == (EdtfDate(2025, 12, 8), 3, "mhtml")


@pytest.mark.parametrize("data", [b"", b"From: x\n", b"Content-Type: multipart/related; boundary=b\n\n--b\n--b--\n"])
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_mhtml(Original("a.mhtml", data))
