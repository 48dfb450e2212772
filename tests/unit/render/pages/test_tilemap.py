"""The map of tiles: shades, names that fit."""

from dataclasses import replace

import pytest

from jianbao.render.pages.tilemap import fitted, shade, spread, tile_map
from tests.unit.render import sample


@pytest.mark.parametrize(
    ("count", "level"), [(0, 0), (1, 1), (10, 1), (11, 2), (30, 2), (31, 3), (60, 3), (61, 4), (100, 4)]
)
def test_shades(count: int, level: int) -> None:
    assert shade(count, 1, 100) == level


def test_the_shades_of_like_counts_differ() -> None:
    assert [shade(count, 6, 12) for count in range(6, 13)] == [1, 1, 2, 3, 3, 4, 4]
    assert shade(3, 3, 3) == 4


def test_a_single_article_makes_no_county_dark() -> None:
    assert [shade(count, *spread((0, 1, 2))) for count in (0, 1, 2)] == [0, 1, 2]
    assert shade(1, *spread((0, 1))) == 1
    assert shade(9, *spread((1, 9))) == 4


def test_a_map_without_counties_is_empty() -> None:
    empty = replace(sample.GAZETTEER, counties=())
    assert tile_map(empty, {}, {}).tiles == ()


def test_long_names_take_two_lines() -> None:
    assert fitted("红花岗") == ("红花岗",)
    assert fitted("云岭苗族侗") == ("云岭苗", "族侗")
    assert fitted("云岭苗族侗族自治") == ("云岭苗族", "侗族自治")
