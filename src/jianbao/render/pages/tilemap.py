"""The tile-grid map: one square a county, neighbours near each other, shaded by the number of articles.

It needs no boundary data, whose licence and map approval an archive would have to prove.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from jianbao.model.vocabulary import Gazetteer

LEVELS = 4
"""Shades for counties with articles; level 0 is a county without."""

_SIZE = 100
_GAP = 6
_LINE = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """A county's square; lengths in units of the drawing."""

    label: tuple[str, ...]
    """The short name, in lines that fit the square."""
    path: str | None
    """None: nothing to lead to, the tile is no link."""
    count: int
    level: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The drawing."""

    width: int
    height: int
    tiles: tuple[Tile, ...]
    """Row by row, as one reads."""
    busiest: int
    """Largest count."""


def tile_map(gazetteer: Gazetteer, counts: Mapping[str, int], paths: Mapping[str, str]) -> TileMap:
    """Draw the counties; `counts` and `paths` go by code, a county without a path is no link."""
    counties = sorted(gazetteer.counties, key=lambda county: (county.tile[1], county.tile[0], county.code))
    numbers = [counts.get(county.code, 0) for county in counties]
    least, most = spread(numbers)
    tiles = tuple(
        Tile(
            label=fitted(county.short),
            path=paths.get(county.code),
            count=counts.get(county.code, 0),
            level=shade(counts.get(county.code, 0), least, most),
            x=county.tile[0] * _SIZE,
            y=county.tile[1] * _SIZE,
        )
        for county in counties
    )
    width = max((tile.x for tile in tiles), default=0) + _SIZE - _GAP
    height = max((tile.y for tile in tiles), default=0) + _SIZE - _GAP
    return TileMap(width, height, tiles, max(numbers, default=0))


def fitted(name: str) -> tuple[str, ...]:
    """A name in lines of at most four characters, two at most: the longest short names of counties have eight."""
    if len(name) <= _LINE:
        return (name,)
    half = min(_LINE, ceil(len(name) / 2))
    return (name[:half], name[half : half + _LINE])


def spread(counts: Collection[int]) -> tuple[int, int]:
    """What the palest shade stands for, and what the darkest: the least count that is not nought, and the largest.

    The darkest stands for as many articles as there are shades, at least: a single one says little of a county.
    """
    return min(filter(None, counts), default=0), max((LEVELS, *counts))


def shade(count: int, least: int, most: int) -> int:
    """Level of a count, 0 to `LEVELS`; the shades spread from `least` to `most`.

    By the square root: counts of counties differ by tens, and a linear scale would leave all but the seat of the city
    in the palest shade.
    """
    if count in {0, most}:
        return LEVELS if count else 0
    return 1 + int(LEVELS * (sqrt(count) - sqrt(least)) / (sqrt(most) - sqrt(least)))
