import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jianbao.render.encoding import add, json_bytes, one_line, printable, script_json, xml_bytes

ANY = st.text(st.characters())
"""Every code point, lone surrogates included."""


@settings(deadline=None)
@given(ANY)
def test_any_text_stands_in_xml_and_reads_back(text: str) -> None:
    root = ET.Element("root")
    add(root, "child", text, attribute=text)
    child = ET.fromstring(xml_bytes(root))[0]  # noqa: S314 - we wrote it in the line above
    assert (child.text or "") == printable(text)
    assert child.get("attribute") == printable(text)


@settings(deadline=None)
@given(ANY)
def test_any_text_stands_in_json_and_reads_back(text: str) -> None:
    data = json_bytes({"text": text})
    assert json.loads(data) == {"text": text}
    assert len(data.decode().splitlines()) == 1


@settings(deadline=None)
@given(ANY)
def test_any_text_stands_in_a_script_element_and_reads_back(text: str) -> None:
    written = script_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert not set(written) & set("<>&\u2028\u2029")


@settings(deadline=None)
@given(ANY)
@example("0\r\x08\r0")
@example("a\x0cb")
def test_one_line_is_one_line_and_says_no_less(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert "".join(line.split()) == printable("".join(text.split()))


@pytest.mark.parametrize("text", ["\r\n", "\r", "a\rb\r\nc"])
def test_line_ends_become_what_xml_makes_of_them(text: str) -> None:
    assert "\r" not in printable(text)


def test_han_beyond_the_basic_plane_and_private_use_stay() -> None:
    assert printable("𠮷\ue000\ufffd") == "𠮷\ue000\ufffd"
