"""Which places a text names. Longest match wins; what could be something else must prove itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from jianbao.enrich.matcher import Matcher
from jianbao.model.digest import Article, Block, Role
from jianbao.model.record import PlaceMention
from jianbao.model.vocabulary import County, Gazetteer


class Proof(IntEnum):
    """What a name must show before it counts."""

    NONE = 0
    """Nothing: it means one place only."""
    WORD = 1
    """That it stands as words of its own: 正安 in 走进正安, not in 真正安全."""
    UNIT = 2
    """That it is a word and no unit of another county: 白云乡, but not 合江县白云乡."""
    BEHIND = 3
    """That its county's name stands right before it and the enumeration or sentence goes on or ends behind it."""
    DECOY = 4
    """It means something else: 赤水河."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means."""

    by: str
    """`name`, `short`, `alias`, `former`, `township`, `area`; empty for a decoy."""
    counties: tuple[str, ...]
    """Codes; more than one where counties share a township's name, none for a decoy and an area that lies in no county."""
    proof: Proof
    area: str = ""


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """A gazetteer made ready for finding. Plain data."""

    names: dict[str, Name]
    matcher: Matcher
    city: tuple[str, ...]
    """Names of the city itself, which is no county."""

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> "PlaceIndex":
        """Make the index of a gazetteer. Where two entries bear one name the higher unit has it."""
        names: dict[str, Name] = {}
        for county in gazetteer.counties:
            for decoy in county.decoys:
                names[decoy] = Name("", (), Proof.DECOY)
        for surface, name in (entry for county in gazetteer.counties for entry in _county_names(county)):
            names.setdefault(surface, name)
        for area in gazetteer.areas:
            for surface in (area.name, area.short):
                names.setdefault(surface, Name("area", (area.parent,) if area.parent else (), Proof.WORD, area.slug))
        units = [entry for county in gazetteer.counties for entry in _township_names(county)]
        shared: dict[str, set[str]] = defaultdict(set)
        for surface, name in units:
            shared[surface].update(name.counties)
        for surface, name in units:
            names.setdefault(surface, replace(name, counties=tuple(sorted(shared[surface]))))
        return cls(names, Matcher.of(names), (gazetteer.name, gazetteer.short, *gazetteer.aliases))

    @property
    def words(self) -> tuple[str, ...]:
        """The names that are words to a segmenter; those that count behind their county only are ordinary words or none."""
        return tuple(surface for surface, name in self.names.items() if name.proof < Proof.BEHIND)


def _county_names(county: County) -> Iterator[tuple[str, Name]]:
    code = (county.code,)
    yield county.name, Name("name", code, Proof.NONE)
    yield from ((alias, Name("alias", code, Proof.NONE)) for alias in county.aliases)
    yield from ((former, Name("former", code, Proof.NONE)) for former in county.former)
    yield county.short, Name("short", code, Proof.WORD)


def _township_names(county: County) -> Iterator[tuple[str, Name]]:
    for unit in county.townships:
        yield unit.name, Name("township", (county.code,), Proof.UNIT)
        yield unit.short, Name("township", (county.code,), Proof.UNIT if unit.bare_ok else Proof.BEHIND)


# Words that begin with the last character of a unit's name. Behind 遵义县 in 遵义县域经济 and 仁怀市 in 仁怀市场 the unit is not what is
# written: the shorter name, if there is one, has its turn.
_SWALLOWED = {"县": "域级", "市": "场", "区": "域块间位"}

# A lone surname before a short name makes a person of it: 张正安, 王余庆. The hundred most common but for those that are ordinary
# words before a place (于, 和, 向, 任, 从, 都, 江).
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)

_UNIT_ENDS = "县区市州旗盟"
_LIST_GOES_ON = re.compile(r"[、，。；：）)]|[等两三四五六七八九十各多](?:个|地|镇|乡|街道)|$")
_NOT_SPOKEN_OF = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP})


def find_places(
    article: Article, index: PlaceIndex, boundaries: Callable[[int], frozenset[int]]
) -> tuple[PlaceMention, ...]:
    """Find the places that an article names, in the order of the text.

    `boundaries` gives the offsets at which words of a block begin or end; it is asked for blocks only in which a name needs them.
    Bylines and credits are skipped (who wrote is not what is written about), and so is a name that is part of a reporter's.
    """
    found: list[PlaceMention] = []
    shared: list[tuple[PlaceMention, tuple[str, ...]]] = []
    people = tuple(person for person in article.byline if any(len(surface) > 1 for surface in _inside(person, index)))
    for number, block in enumerate(article.blocks):
        if block.role in _NOT_SPOKEN_OF:
            continue
        for start, end, name in _matches(_Reading(block, number, index, boundaries, people)):
            code = name.counties[0] if len(name.counties) == 1 else ""
            mention = PlaceMention(code, block.text[start:end], number, start, end, name.by, name.area)
            (found if code or name.by == "area" else shared).append((mention, name.counties)) if False else (
                found.append(mention) if code or name.by == "area" else shared.append((mention, name.counties))
            )
    return tuple(sorted([*found, *_settled(shared, found)], key=lambda mention: (mention.block, mention.start)))
