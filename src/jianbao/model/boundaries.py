"""Boundaries of the counties: what a site that has the right to print a map says of it, and the drawing made of it."""

from dataclasses import dataclass

Ring = tuple[tuple[int, int], ...]
"""A closed line, its last point joined to its first; in units of the drawing, y downwards."""


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """`boundaries` of content/site.yaml. Source and approval are shown below the map: in China a map needs both."""

    file: str
    """GeoJSON, a name in content/."""
    source: str
    approval: str
    """审图号."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A county's outline."""

    code: str
    rings: tuple[Ring, ...]
    """The largest first."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The drawing: the outlines of all counties, in the order of their codes."""

    width: int
    height: int
    outlines: tuple[Outline, ...]
