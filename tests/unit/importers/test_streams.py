import zlib

import pytest

from jianbao.importers.document import Original
from jianbao.importers.pdf import read_pdf
from jianbao.importers.streams import LARGEST_CONTENT, is_too_large
from jianbao.model.errors import SourceError
from tests.unit.importers.specimens import make_pdf


def packed(size: int, kind: str = "") -> bytes:
    """Give a stream of a PDF file that unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    content = packer.compress(bytes(size)) + packer.flush()
    return b"9 0 obj\n<< %s /Filter /FlateDecode >>\nstream\n" % kind.encode() + content + b"\nendstream\nendobj\n"


def test_a_page_that_unpacks_to_more_than_a_page_can_be_is_told_so() -> None:
    data = make_pdf([("茶园管护正当时", 50, 740, 24)]) + packed(LARGEST_CONTENT + 1)

    with pytest.raises(SourceError, match="unpacks to more than a page of a newspaper can be"):
        read_pdf(Original("a.pdf", data))


def test_many_large_streams_are_too_much_together() -> None:
    assert is_too_large(packed(LARGEST_CONTENT) * 5)
    assert not is_too_large(packed(LARGEST_CONTENT) * 4)


@pytest.mark.parametrize(
    "data",
    [
        packed(LARGEST_CONTENT + 1, "/Subtype /Image"),
        packed(1_000),
        packed(10_000_000)[:5_000],
        b"<< /Filter /FlateDecode >>\nstream\nno packed bytes",
        b"<< /Filter /FlateDecode >>\nstream\n",
        b"",
    ],
)
def test_pictures_and_what_is_broken_are_not(data: bytes) -> None:
    assert not is_too_large(data)
