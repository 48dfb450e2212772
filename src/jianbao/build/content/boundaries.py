"""A site's own boundaries: GeoJSON (RFC 7946) made into a small drawing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import cos, isfinite, radians

from jianbao.build.content.simplify import simplified
from jianbao.model.boundaries import Boundaries, Outline, Ring
from jianbao.model.problem import Problem
from jianbao.model.vocabulary import Gazetteer

SIZE = 600
"""Units of the drawing's longer side: about a pixel each."""
LARGEST = 8 * 2**20
"""Characters of a file; the counties of a city to ten metres take less than one million."""
POINTS = 1_600
"""Of the whole drawing, at most: some 10 KB of the page of the map."""
_SEEN = 12
"""Square units of an island that is drawn."""
_NAMES = ("code", "adcode", "gb", "name")
"""Properties by which files name a county: its code of GB/T 2260, or its name."""
_TRIANGLE = 3
_WIDEST = 20
"""Degrees from end to end. No county reaches over ten; on both sides of the 180th meridian one would over 350."""
_SLIMMEST = 1 / 1000
"""Of the square around it, what an area fills at least; less is a line there and back."""

_Point = tuple[float, float]
_Shape = tuple[tuple[_Point, ...], ...]


def read_boundaries(text: str, file: str, gazetteer: Gazetteer) -> tuple[Boundaries | None, tuple[Problem, ...]]:
    """Draw the counties from a GeoJSON file; other features are left out, a county that it lacks is a problem."""
    hint = "export the counties as GeoJSON in degrees (WGS 84), each with its `code`"
    if len(text) > LARGEST:
        return None, (Problem(file, 0, "the file is too large", "leave only the counties, simplified to ten metres"),)
    try:
        shapes: dict[str, _Shape] = {}
        for code, rings in _shapes(json.loads(text), gazetteer):
            shapes[code] = shapes.get(code, ()) + rings
    except json.JSONDecodeError as error:
        return None, (Problem(file, error.lineno, "this is no JSON", hint),)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        return None, (Problem(file, 0, "this is no GeoJSON of areas in degrees", f"{hint} ({error})"),)
    problems = tuple(_missing(shapes, file, gazetteer)) or tuple(_impossible(shapes, file, gazetteer))
    return (None, problems) if problems else (_drawn(shapes), ())


def _missing(shapes: Mapping[str, _Shape], file: str, gazetteer: Gazetteer) -> Iterator[Problem]:
    for code, county in sorted(gazetteer.by_code.items()):
        if code not in shapes:
            hint = f"give its feature the property code: {code}"
            yield Problem(file, 0, f"the boundary of {county.name} is missing", hint)


def _impossible(shapes: Mapping[str, _Shape], file: str, gazetteer: Gazetteer) -> Iterator[Problem]:
    """Counties whose outline cannot be one: with a point far off, across the 180th meridian, or a mere line."""
    whole = _span([ring for shape in shapes.values() for ring in shape])
    for code, shape in sorted(shapes.items()):
        span, name = _span(shape), gazetteer.by_code[code].name
        if span > _WIDEST:
            hint = "look for a point that is far off; an outline may not cross the 180th meridian"
            yield Problem(file, 0, f"the boundary of {name} reaches over {span:.0f} degrees", hint)
        elif max(map(_extent, shape)) <= max(span**2 * _SLIMMEST, (whole / SIZE) ** 2):
            hint = "give it the line around the county, in degrees as those of the others"
            yield Problem(file, 0, f"the boundary of {name} encloses nothing that could be seen", hint)


def _span(rings: Sequence[Sequence[_Point]]) -> float:
    """Degrees from end to end, of latitude or of longitude."""
    axes = zip(*(point for ring in rings for point in ring), strict=True)
    return max((max(axis) - min(axis) for axis in axes), default=0.0)


def _shapes(document: Mapping[str, object], gazetteer: Gazetteer) -> Iterator[tuple[str, _Shape]]:
    """The rings of each area of a county of the archive by its code. Whatever is not as it should be raises."""
    codes = {name: county.code for county in gazetteer.counties for name in (county.code, county.name)}
    for feature in document["features"]:  # type: ignore[attr-defined]
        told = feature["properties"] or {}
        code = next((codes[str(told[key])] for key in _NAMES if str(told.get(key)) in codes), None)
        if code is not None:
            geometry = feature["geometry"]
            many = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
            rings = tuple(tuple(map(_point, ring)) for polygon in many for ring in polygon)
            if not all(len(ring) > _TRIANGLE for ring in rings) or not rings:
                raise ValueError(f"{code} has a line of less than four points")
            yield code, rings


def _point(position: list[float]) -> _Point:
    longitude, latitude = float(position[0]), float(position[1])
    if not (isfinite(longitude) and abs(longitude) <= 180 and abs(latitude) < 90):  # noqa: PLR2004 - degrees
        raise ValueError(f"{position[:2]} are no degrees")
    return longitude, latitude


def _drawn(shapes: Mapping[str, _Shape]) -> Boundaries:
    """The drawing. At the size of a city a degree of longitude is one of latitude times the cosine of the latitude."""
    points = [point for shape in shapes.values() for ring in shape for point in ring]
    west, north, south = min(x for x, _ in points), max(y for _, y in points), min(y for _, y in points)
    narrow = cos(radians((north + south) / 2))
    scale = SIZE / (max((max(x for x, _ in points) - west) * narrow, north - south) or 1.0)

    def snapped(ring: tuple[_Point, ...]) -> Ring:
        steps = ((round((x - west) * narrow * scale), round((north - y) * scale)) for x, y in ring[:-1])
        return tuple(point for point, _ in groupby(steps))

    whole = [(code, snapped(ring)) for code, shape in sorted(shapes.items()) for ring in shape]
    # What is less than a few pixels is no island that anybody would see; the largest piece of a county always stays.
    largest = {code: max((ring for one, ring in whole if one == code), key=_extent) for code in shapes}
    seen = [(code, ring) for code, ring in whole if _extent(ring) >= _SEEN or ring is largest[code]]
    slim = list(zip((code for code, _ in seen), simplified([ring for _, ring in seen], POINTS), strict=True))
    outlines = tuple(
        Outline(code, tuple(sorted((ring for one, ring in slim if one == code), key=_extent, reverse=True)))
        for code in sorted(shapes)
    )
    drawn = [point for _, ring in slim for point in ring]
    return Boundaries(max(x for x, _ in drawn), max(y for _, y in drawn), outlines)


def _extent(ring: Sequence[_Point]) -> float:
    """Area in square units (the shoelace formula)."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], *ring[:1]), strict=True))) / 2
