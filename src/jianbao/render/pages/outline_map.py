"""The map of a site that has boundaries of its own: the outline of each county, shaded by the number of articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from jianbao.model.boundaries import Boundaries, BoundaryFile, Ring
from jianbao.model.vocabulary import Gazetteer
from jianbao.render.pages.tilemap import shade, spread


@dataclass(frozen=True, slots=True)
class Shape:
    """A county on the map; lengths in units of the drawing."""

    short: str
    path: str
    count: int
    level: int
    line: str
    """Its outline, as the `d` of an SVG path."""
    x: int
    y: int
    """Where its name stands."""


@dataclass(frozen=True, slots=True)
class OutlineMap:
    """The drawing."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    """In the order of the codes."""
    busiest: int
    source: str
    approval: str


def outline_map(
    boundaries: Boundaries,
    told: BoundaryFile,
    gazetteer: Gazetteer,
    counts: Mapping[str, int],
    paths: Mapping[str, str],
) -> OutlineMap:
    """Draw the counties; `counts` and `paths` go by code."""
    least, most = spread(counts.values())
    shapes = []
    for outline in boundaries.outlines:
        county, count = gazetteer.by_code[outline.code], counts.get(outline.code, 0)
        x, y = _middle(outline.rings[0])
        line = "".join(map(_line, outline.rings))
        level = shade(count, least, most)
        shapes.append(Shape(county.short, paths[outline.code], count, level, line, x, y))
    busiest = max(counts.values(), default=0)
    return OutlineMap(boundaries.width, boundaries.height, tuple(shapes), busiest, told.source, told.approval)


def _line(ring: Ring) -> str:
    """A closed line by the steps from point to point, which are shorter to write than the points."""
    steps = (f"{u - x}{v - y:+}" for (x, y), (u, v) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z"


def _middle(ring: Ring) -> tuple[int, int]:
    """The centroid of the area within (Bourke 1988); a line without area has its first point."""
    sides = [(x, y, u, v, x * v - u * y) for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True)]
    thrice = 3 * sum(cross for *_, cross in sides)
    if not thrice:
        return ring[0]
    x = sum((x + u) * cross for x, _, u, _, cross in sides) / thrice
    return round(x), round(sum((y + v) * cross for _, y, _, v, cross in sides) / thrice)
