"""Fewer points for lines that areas have in common (Douglas and Peucker 1973), with no gap between neighbours.

Each outline is cut where its neighbour changes, and each piece is thinned by itself, always from the same end: so both
areas beside it get the same line.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from jianbao.model.boundaries import Ring

_Point = tuple[int, int]
_Owners = Mapping[_Point, frozenset[int]]
_TRIANGLE = 3


def simplified(rings: Sequence[Ring], most: int) -> tuple[Ring, ...]:
    """The rings, none lost, with the least loss that leaves at most about `most` points in all."""
    owners = _owners(rings)
    tolerance, slim = 0.5, tuple(_slim(ring, owners, 0.5) for ring in rings)
    while sum(map(len, slim)) > max(most, _TRIANGLE * len(rings)):
        tolerance *= 1.5
        slim = tuple(_slim(ring, owners, tolerance) for ring in rings)
        if tolerance > most:
            break
    return slim


def _owners(rings: Sequence[Ring]) -> _Owners:
    """The rings that each point stands in."""
    owners: dict[_Point, set[int]] = defaultdict(set)
    for number, ring in enumerate(rings):
        for point in ring:
            owners[point].add(number)
    return {point: frozenset(numbers) for point, numbers in owners.items()}


def _slim(ring: Ring, owners: _Owners, tolerance: float) -> Ring:
    size = len(ring)
    cuts = [
        place
        for place, point in enumerate(ring)
        if not owners[ring[place - 1]] == owners[point] == owners[ring[(place + 1) % size]]
    ]
    if len(cuts) < 2:  # noqa: PLR2004 - an island or an enclave: from its first point to the one furthest from it
        first = ring.index(min(ring))
        furthest = max(range(size), key=lambda place: (_apart(ring[first], ring[place]), ring[place]))
        cuts = sorted({*cuts, first, furthest})
    turned = ring[cuts[0] :] + ring[: cuts[0]]
    ends = [cut - cuts[0] for cut in cuts] + [size]
    closed = (*turned, turned[0])
    slim = [point for first, last in pairwise(ends) for point in _thinned(closed[first : last + 1], tolerance)[:-1]]
    return tuple(slim) if len(slim) >= _TRIANGLE else ring[: _TRIANGLE - 1] + ring[-1:]


def _thinned(line: Ring, tolerance: float) -> Ring:
    """The line without the points that stand nearer than `tolerance` to what is left of it."""
    if line[-1] < line[0]:
        return _thinned(line[::-1], tolerance)[::-1]
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        if not between:
            continue
        far = max(between, key=lambda place: (_off(line[place], line[first], line[last]), line[place]))
        if _off(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return tuple(line[place] for place in sorted(kept))


def _off(point: _Point, first: _Point, last: _Point) -> float:
    """How far a point is from the straight line through two others, or from the first where they are one."""
    base = _apart(first, last)
    if not base:
        return _apart(point, first)
    (x, y), (u, v) = first, last
    return abs((u - x) * (y - point[1]) - (x - point[0]) * (v - y)) / base


def _apart(one: _Point, other: _Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
