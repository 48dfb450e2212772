import pytest

from jianbao.text.devices import is_device


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "lpt9", "aux.txt"])
def test_a_device_is_no_name(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["", "conference", "com", "com10", "xcon", "content"])
def test_what_only_looks_like_one_is(name: str) -> None:
    assert not is_device(name)
