"""The controlled vocabularies of an archive: its places and its tree of topics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class TownshipKind(StrEnum):
    """街道, 镇 or 乡."""

    STREET = "street"
    TOWN = "town"
    TOWNSHIP = "township"


@dataclass(frozen=True, slots=True)
class Township:
    """A township-level unit (GB/T 10114 code)."""

    code: str
    name: str
    short: str
    kind: TownshipKind
    slug: str
    bare_ok: bool
    """The short name alone is proof enough of the place."""


@dataclass(frozen=True, slots=True)
class FunctionalArea:
    """A new area or development zone: no administrative unit, no code."""

    name: str
    short: str
    slug: str
    parent: str | None
    """Code of the county that it lies in, where that is one."""
    note: str


@dataclass(frozen=True, slots=True)
class County:
    """A county-level unit (GB/T 2260)."""

    code: str
    name: str
    short: str
    slug: str
    tile: tuple[int, int]
    """Column and row in the archive's tile-grid map, from 0."""
    aliases: tuple[str, ...]
    """Short and colloquial names other than `short`, each proof enough by itself."""
    former: tuple[str, ...]
    """Names that the unit bore before, such as 遵义县."""
    townships: tuple[Township, ...]
    decoys: tuple[str, ...] = ()
    """Words that hold one of the names and mean something else: 赤水河, 桐梓林, 汇川技术."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of an archive: one city and its counties, in the order of their codes."""

    code: str
    name: str
    short: str
    slug: str
    province: str
    aliases: tuple[str, ...]
    counties: tuple[County, ...]
    areas: tuple[FunctionalArea, ...]
    by_code: Mapping[str, County] = field(init=False, repr=False, compare=False)
    """The counties by their codes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {county.code: county for county in self.counties})


@dataclass(frozen=True, slots=True)
class Topic:
    """A node of the local topic tree."""

    id: str
    """Also its address: lower-case Latin letters, digits, hyphens."""
    name: str
    name_en: str
    medtop: str
    """IPTC Media Topic code, `medtop:20000344`."""
    parent: str | None
    keywords: tuple[tuple[str, float], ...]
    """Words and phrases with the weight that one occurrence has as evidence."""
    name_hant: str = ""
    """The name in traditional characters; empty where it is the same."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The whole tree, in the order of the file; a parent stands before its children."""

    all: tuple[Topic, ...]
    by_id: Mapping[str, Topic] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {topic.id: topic for topic in self.all})
