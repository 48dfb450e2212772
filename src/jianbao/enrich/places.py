"""Which places a text names. Longest match wins; what could be something else must prove itself."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from jianbao.enrich.language.passages import Passage
from jianbao.enrich.matcher import Matcher
from jianbao.enrich.ordinary import is_ordinary
from jianbao.model.digest import Article, Role
from jianbao.model.record import PersonMention, PlaceMention
from jianbao.model.vocabulary import County, Gazetteer
from jianbao.text.simplified import readings, simplified


class Proof(IntEnum):
    """What a name must show before it counts."""

    NONE = 0
    """Nothing: it means one place only."""
    WORD = 1
    """That it stands as words of its own: 正安 in 走进正安, not in 真正安全."""
    UNIT = 2
    """That it is a word and no unit of another county: 白云乡, but not 合江县白云乡."""
    BESIDE = 3
    """That, as an ordinary word, it stands beside what makes a place of it: 龙川、和平两县, but not 和平年代."""
    BEHIND = 4
    """That its county's name stands right before it and the enumeration or sentence goes on or ends behind it."""
    DECOY = 5
    """It means something else: 赤水河."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a name means."""

    by: str
    """`name`, `short`, `alias`, `former`, `township`, `area`; empty for a decoy."""
    counties: tuple[str, ...]
    """Codes; several where counties share a township's name, none for a decoy and an area that lies in no county."""
    proof: Proof
    area: str = ""


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """A gazetteer made ready for finding. Plain data."""

    names: dict[str, Name]
    matcher: Matcher
    full_names: frozenset[str]
    """Of the counties, as they are today."""
    city: tuple[str, ...]
    """Names of the city itself, which is no county."""
    above: tuple[str, ...]
    """Names of the city and of its province."""

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
        # An archive may name its places in traditional characters, and texts in these are read in simplified ones.
        names = {simplified(surface): name for surface, name in names.items()} | names
        city = readings((gazetteer.name, gazetteer.short, *gazetteer.aliases))
        return cls(
            names,
            Matcher.of(names),
            full_names=frozenset(readings(county.name for county in gazetteer.counties)),
            city=city,
            above=(*city, *readings(_province(gazetteer.province))),
        )

    @property
    def words(self) -> tuple[str, ...]:
        """The names that a segmenter keeps whole; those that count beside others only are often other words."""
        return tuple(surface for surface, name in self.names.items() if name.proof < Proof.BESIDE)


def _province(name: str) -> Iterator[str]:
    """A province's name, and the same without what it is: 贵州省, 贵州."""
    yield from (name, name.removesuffix("省")) if name else ()


def _county_names(county: County) -> Iterator[tuple[str, Name]]:
    code = (county.code,)
    yield county.name, Name("name", code, Proof.NONE)
    yield from ((alias, Name("alias", code, Proof.NONE)) for alias in county.aliases)
    yield from ((former, Name("former", code, Proof.NONE)) for former in county.former)
    yield county.short, Name("short", code, Proof.BESIDE if is_ordinary(county.short) else Proof.WORD)


def _township_names(county: County) -> Iterator[tuple[str, Name]]:
    for unit in county.townships:
        yield unit.name, Name("township", (county.code,), Proof.UNIT)
        yield unit.short, Name("township", (county.code,), Proof.UNIT if unit.bare_ok else Proof.BEHIND)


# What makes another word of the end of a unit's name: 遵义县域经济 does not name 遵义县, nor 仁怀市场 仁怀市.
# The shorter name, if there is one, has its turn.
_SWALLOWED = {"县": "域级", "市": "场", "区": "域块间位"}

# A lone surname before a short name makes a person of it: 张正安, 王仁怀. The most common ones but for those that are
# ordinary words before a place (于, 和, 任, 江; 万 and 余 behind a number).
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜范石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦史顾侯邵孟龙雷钱汤尹黎易常武乔贺赖龚文"
)

_UNIT_ENDS = frozenset("县区市州旗盟")
_WITHOUT_COUNTIES = frozenset({"区", "县", "旗"})
_TOWNSHIP_ENDS = frozenset("镇乡")
_OWN_UNITS = frozenset({"我市", "全市", "本市", "我县", "我区"})
_CITY = re.compile("[^，。；：、！？（）各县地级两三]{2,3}市$")
_ADDRESSES = frozenset({"先生", "女士"})
"""Behind a short name they make a person of it: 中山先生."""
_HEADS_OF_CLAUSE = frozenset("，。；：、！？（“”》 在从到自")
# Streets and villages bear the names of counties far away: 上海的绥阳路, 广西的正安村; but 习水路网, 正安村民.
_NAMED_AFTER = re.compile("[东西南北中]?(?:路(?![灯况网段边政桥面口])|街(?!道|头|巷|上|区))|村(?![民寨级庄居镇镇落组])")
_LIST_GOES_ON = re.compile(r"[、，。；：）)]|等|[两三四五六七八九十各][镇乡]|$")
_NAME_ENDS = re.compile(r"[、，。；：）)的]|等|[讯電电]|籍|$")
_LONGEST_AHEAD = 12
"""Characters behind a sign of a list in which the full name of a county ends."""
_LIST_SIGNS = frozenset({"、", "和", "及", "与"})
_NOT_SPOKEN_OF = frozenset({Role.BYLINE, Role.CREDIT, Role.JUMP})


def find_places(
    article: Article, index: PlaceIndex, passages: tuple[Passage, ...], people: tuple[PersonMention, ...]
) -> tuple[PlaceMention, ...]:
    """Find the places that an article names, in the order of the text.

    `passages` are its blocks, cut into words. Bylines and credits are skipped (who wrote is not what is written about),
    and so is a name that is part of a person's.
    """
    persons: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for person in people:
        persons[person.block].append((person.start, person.end))
    found: list[PlaceMention] = []
    shared: list[tuple[PlaceMention, tuple[str, ...]]] = []
    for number, block in enumerate(article.blocks):
        if block.role in _NOT_SPOKEN_OF:
            continue
        reader = _Reader(passages[number], index, persons[number])
        for start, end, name, codes in reader.read():
            code = codes[0] if len(codes) == 1 else ""
            mention = PlaceMention(code, block.text[start:end], number, start, end, name.by, name.area)
            if code or name.area:
                found.append(mention)
            else:
                shared.append((mention, codes))
    found.extend(_settled(shared, {mention.county for mention in found if not mention.area}))
    return tuple(sorted(found, key=lambda mention: (mention.block, mention.start)))


def _settled(shared: list[tuple[PlaceMention, tuple[str, ...]]], named: set[str]) -> Iterator[PlaceMention]:
    """Townships whose name two counties share: meant is the one county of them that the article names anyway."""
    for mention, codes in shared:
        candidates = [code for code in codes if code in named]
        if len(candidates) == 1:
            yield replace(mention, county=candidates[0])


class _Reader:
    """Reads one block from left to right and remembers what stood last."""

    def __init__(self, passage: Passage, index: PlaceIndex, persons: list[tuple[int, int]]) -> None:
        self._text = passage.text
        self._passage = passage
        self._index = index
        self._persons = persons
        self._last_end = -1
        self._last_codes: tuple[str, ...] = ()
        self._in_list = False

    def read(self) -> Iterator[tuple[int, int, Name, tuple[str, ...]]]:
        """Start, end, what the name means, and the counties that it can stand for here."""
        text, names = self._text, self._index.names
        position = 0
        for start, lengths in self._index.matcher.candidates(text):
            if start < position:
                continue
            for end in (start + length for length in lengths if start + length <= len(text)):
                name = names.get(text[start:end])
                codes = self._accept(start, end, name) if name else None
                if name is None or codes is None:
                    continue
                position = end
                if name.proof is not Proof.DECOY:
                    yield start, end, name, codes
                    self._last_end, self._last_codes, self._in_list = end, codes, name.by == "township"
                break

    def _accept(self, start: int, end: int, name: Name) -> tuple[str, ...] | None:
        """The counties that the name can stand for here, or None where it does not count."""
        if name.proof is Proof.DECOY:
            return ()
        if name.proof is Proof.NONE:
            beside = name.by == "alias" and start == self._last_end and self._text[end - 1] not in _UNIT_ENDS
            # A site right behind the name of a county lies in that: 桐梓县|赤天化.
            return None if self._is_swallowed(end) else self._last_codes if beside else name.counties
        behind = tuple(code for code in name.counties if self._follows(start, code))
        if name.proof is Proof.BEHIND:
            return behind if behind and _LIST_GOES_ON.match(self._text, end) else None
        lacks = name.proof is Proof.BESIDE and not self._is_beside(start, end)
        if (
            lacks
            or not self._is_word(start, end)
            or self._is_person(start, end)
            or self._is_elsewhere(name, start, end)
        ):
            return None
        if name.proof is Proof.UNIT and self._text[start - 1 : start] in _UNIT_ENDS and not behind:
            return name.counties if self._text[:start].endswith(self._index.city) else None
        return behind or name.counties

    def _is_word(self, start: int, end: int) -> bool:
        boundaries = self._passage.boundaries
        # 桐梓|县域: the segmenter, which knows 桐梓县, cuts behind it.
        if {start, end} <= boundaries or self._text[start : end + 1] in self._index.full_names:
            return True
        # 道|真的 at the head of a clause: 道真的蔬菜.
        heads = self._text[start - 1 : start] in _HEADS_OF_CLAUSE if start else True
        return heads and self._text.startswith("的", end) and {start, end + 1} <= boundaries

    def _is_swallowed(self, end: int) -> bool:
        following = self._text[end : end + 1]
        return bool(following) and following in _SWALLOWED.get(self._text[end - 1], "")

    def _follows(self, start: int, code: str) -> bool:
        if code not in self._last_codes:
            return False
        between = self._text[self._last_end : start]
        return not between or (self._in_list and between in _LIST_SIGNS)

    def _is_beside(self, start: int, end: int) -> bool:
        """Whether an ordinary word stands behind its city (河源和平的) or in a list of counties (龙川、和平)."""
        if self._text[:start].endswith(self._index.above):
            return _NAME_ENDS.match(self._text, end) is not None
        if not self._in_list and self._last_end >= 0 and self._text[self._last_end : start] in _LIST_SIGNS:
            return True
        ahead = (self._index.names.get(self._text[end + 1 : stop]) for stop in range(end + 3, end + _LONGEST_AHEAD))
        return self._text[end : end + 1] in _LIST_SIGNS and any(
            name is not None and name.by in {"name", "short"} and name.proof < Proof.BESIDE for name in ahead
        )

    def _is_elsewhere(self, name: Name, start: int, end: int) -> bool:
        """Whether a short name is that of a township (北镇市正安镇), a street (长宁区汇川路) or estate elsewhere."""
        if name.by != "short" or start == self._last_end:
            return False
        following = self._text[end : end + 2]
        if following in _ADDRESSES or following[:1] in _TOWNSHIP_ENDS or _NAMED_AFTER.match(self._text, end):
            return True
        unit = self._text[max(0, start - 2) : start]
        if unit[-1:] not in _UNIT_ENDS or unit in _OWN_UNITS or self._text[:start].endswith(self._index.city):
            return False
        # No county lies in a district or a county, nor one of this city in another: 深圳市汇川.
        return unit[-1] in _WITHOUT_COUNTIES or bool(_CITY.search(self._text, max(0, start - 4), start))

    def _is_person(self, start: int, end: int) -> bool:
        before = self._text[start - 1 : start]
        if before in _SURNAMES and start - 1 in self._passage.boundaries:
            return True
        return any(first <= start and end <= last for first, last in self._persons)
