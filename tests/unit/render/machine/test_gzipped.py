import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from jianbao.render.machine.gzipped import deflated, gzip_of


@given(st.lists(st.binary()))
def test_parts_come_out_one_after_the_other(parts: list[bytes]) -> None:
    assert gzip.decompress(gzip_of(map(deflated, parts))) == b"".join(parts)


def test_a_file_of_many_parts_has_one_member_and_names_no_time() -> None:
    made = gzip_of([deflated(b"a" * 100_000), deflated(b"b")])
    reader = zlib.decompressobj(31)
    assert reader.decompress(made) == b"a" * 100_000 + b"b"
    assert (reader.eof, reader.unused_data) == (True, b"")
    assert made[4:8] == bytes(4)
