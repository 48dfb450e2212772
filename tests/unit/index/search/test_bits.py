"""Codes of bits."""

from collections.abc import Callable

import numpy as np
import pytest

from jianbao.index.search.bits import HEADER, Reader, golomb, joined, packed, raw, rice, row


def test_numbers_come_back() -> None:
    values = [0, 1, 7, 8, 100, 4095, 70_000]
    numbers = np.array(values)
    reader = Reader(packed(row(rice(numbers, 3), golomb(numbers, 2), raw(numbers & 1, 1))))
    assert [(reader.rice(3), reader.golomb(2), reader.bits(1)) for _ in values] == [(v, v, v & 1) for v in values]


def test_parameters_may_differ_from_number_to_number() -> None:
    numbers, parameters = np.array([5, 9, 1000]), np.array([0, 4, 9])
    reader = Reader(packed(rice(numbers, parameters)))
    assert [reader.rice(k) for k in (0, 4, 9)] == [5, 9, 1000]


def test_size_is_that_of_the_codes() -> None:
    assert len(packed(joined(rice(np.zeros(8, dtype=np.int64), 0)))) == HEADER + 1


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-1],
    "too long": lambda data: data + b"\0",
    "damaged": lambda data: data[:-1] + bytes((data[-1] ^ 1,)),
    "another file": lambda _: b"<html></html>",
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_not_whole_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a whole file"):
        Reader(DAMAGED[name](packed(golomb(np.arange(9), 0))))
