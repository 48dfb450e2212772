import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.build.content.boundaries import POINTS, SIZE, read_boundaries
from jianbao.build.content.config import read_config
from jianbao.build.content.simplify import simplified
from jianbao.model.vocabulary import Gazetteer
from tests.unit.render.sample import GAZETTEER

FILE = "content/counties.geojson"
FINE = 400
"""Points of one side of a county: far more than a drawing has."""


def side(start: tuple[float, float], end: tuple[float, float]) -> list[list[float]]:
    """A side that is not quite straight, the same from both ends, without its last point."""
    steps = [place / FINE for place in range(FINE)]
    return [
        [x + (place * 37 % 11) / 4000, y] for place, (x, y) in enumerate(_between(start, end, steps)) if place < FINE
    ]


def _between(start: tuple[float, float], end: tuple[float, float], steps: list[float]) -> list[tuple[float, float]]:
    return [(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step) for step in steps]


def county(code: str, west: float) -> dict[str, object]:
    corners = [(west, 28.0), (west + 1, 28.0), (west + 1, 27.0), (west, 27.0)]
    ring = [point for one, other in zip(corners, [*corners[1:], corners[0]], strict=True) for point in side(one, other)]
    area = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "properties": {"adcode": int(code)}, "geometry": area}


def collection(places: Gazetteer) -> dict[str, object]:
    features = [county(one.code, 106.0 + number) for number, one in enumerate(places.counties)]
    return {"type": "FeatureCollection", "features": features}


def test_every_county_is_drawn_with_few_points() -> None:
    places = GAZETTEER
    drawn, problems = read_boundaries(json.dumps(collection(places)), FILE, places)
    assert not problems
    assert drawn is not None
    assert [outline.code for outline in drawn.outlines] == sorted(places.by_code)
    assert max(drawn.width, drawn.height) == SIZE
    assert sum(len(ring) for outline in drawn.outlines for ring in outline.rings) <= POINTS


def test_every_area_of_a_county_is_drawn() -> None:
    parts = collection(GAZETTEER)
    first, *_ = GAZETTEER.by_code
    parts["features"] += [county(first, 120.0)]  # type: ignore[operator]
    drawn, problems = read_boundaries(json.dumps(parts), FILE, GAZETTEER)
    assert drawn is not None
    assert not problems
    assert [len(outline.rings) for outline in drawn.outlines if outline.code == first] == [2]


def test_a_county_without_a_boundary_is_named() -> None:
    places = GAZETTEER
    document = collection(places)
    document["features"] = []
    drawn, problems = read_boundaries(json.dumps(document), FILE, places)
    assert drawn is None
    assert [problem.message for problem in problems] == [
        f"the boundary of {places.by_code[code].name} is missing" for code in sorted(places.by_code)
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("{\n", 2), ("[]", 0), ('{"features": 3}', 0), ('{"features": [{}]}', 0), ("[" * 100_000, 0), ("NaN", 0)],
)
def test_what_is_no_map_is_refused(text: str, line: int) -> None:
    drawn, (problem,) = read_boundaries(text, FILE, GAZETTEER)
    assert drawn is None
    assert (problem.file, problem.line) == (FILE, line)
    assert problem.hint


@pytest.mark.parametrize("position", [[200, 27], [106, 95], [float("nan"), 27], ["a", 27], [106]])
def test_only_degrees_are_places(position: list[object]) -> None:
    places = GAZETTEER
    document = collection(places)
    feature = county(places.counties[0].code, 106)
    feature["geometry"] = {"type": "Polygon", "coordinates": [[position] * 4]}
    document["features"] = [feature]
    drawn, (problem,) = read_boundaries(json.dumps(document), FILE, places)
    assert drawn is None
    assert "GeoJSON" in problem.message


def square(west: float, size: float) -> list[list[list[float]]]:
    return [[[west, 27.0], [west + size, 27.0], [west + size, 27.0 + size], [west, 27.0 + size], [west, 27.0]]]


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        ({"type": "MultiPolygon", "coordinates": [square(179, 0.5), square(-179.5, 0.5)]}, "reaches over 359 degrees"),
        ({"type": "Polygon", "coordinates": square(106, 21)}, "reaches over 21 degrees"),
        ({"type": "Polygon", "coordinates": square(106, 0)}, "encloses nothing"),
        ({"type": "Polygon", "coordinates": [[[106, 27], [107, 28], [108, 29], [106, 27]]]}, "encloses nothing"),
        ({"type": "Polygon", "coordinates": square(106, 1e-6)}, "encloses nothing"),
    ],
)
def test_an_outline_that_cannot_be_one_is_refused(geometry: dict[str, object], message: str) -> None:
    document = collection(GAZETTEER)
    features: list[dict[str, object]] = document["features"]  # type: ignore[assignment]
    last = GAZETTEER.counties[-1]
    features[-1]["geometry"] = geometry
    drawn, (problem,) = read_boundaries(json.dumps(document), FILE, GAZETTEER)
    assert drawn is None
    assert last.name in problem.message
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("{file: a.geojson, source: 天地图, approval: 黔S(2023)007号}", []),
        ("{file: a.geojson, source: 天地图}", [3]),
        ("{file: a.geojson, approval: GS（2024）0650号}", [3]),
        ("{file: a.geojson, source: 天地图, approval: 无}", [3]),
        ("{file: ../a.geojson, source: 天地图, approval: GS（2024）0650号}", [3]),
        ("a.geojson", [3]),
    ],
)
def test_a_map_needs_its_source_and_its_approval(told: str, lines: list[int]) -> None:
    text = f"title: 遵义剪报\nnewspaper: 遵义日报\nboundaries: {told}\n"
    config, problems = read_config(text, "site.yaml")
    assert [problem.line for problem in problems] == lines
    assert config is not None
    assert (config.boundaries is None) is bool(lines)


@given(st.lists(st.integers(0, 60), min_size=3, max_size=60))
def test_neighbours_keep_their_common_line(offsets: list[int]) -> None:
    middle: list[tuple[int, int]] = [(300 + x, y * 10) for y, x in enumerate(offsets)]
    last = middle[-1][1]
    left = ((0, 0), *middle, (0, last))
    right = (*reversed(middle), (600, 0), (600, last))
    one, other = simplified([left, right], 8)
    assert {point for point in one if point[0] >= 300} == {point for point in other if point[0] < 600}
