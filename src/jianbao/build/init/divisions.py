"""The cities of China and their counties, from the packaged table of GB/T 2260."""

import difflib
from dataclasses import dataclass

from jianbao.build.init.packaged import packaged_text
from jianbao.model.errors import UsageError

MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
"""直辖市: their districts and counties are ruled by the city directly."""
_DIRECT = "90"
"""Third and fourth digit of units that a province rules directly."""


@dataclass(frozen=True, slots=True)
class Division:
    """A line of the table."""

    code: str
    name: str
    short: str
    """As it is safe to look for in texts; the whole name where the short one is an ordinary word."""
    slug: str
    tile: tuple[int, int] | None
    """Column and row on the tile map; None for what is no county."""


@dataclass(frozen=True, slots=True)
class City:
    """A city with its counties: a prefecture, a municipality, or a county-level unit that is its own."""

    division: Division
    province: Division
    counties: tuple[Division, ...]
    """In the order of their codes, at least one."""


def find_city(text: str) -> City:
    """The city of a name (遵义市, 遵义) or a code (520300). UsageError with what is near where there is none."""
    divisions = _read()
    cities = [one for one in divisions.values() if _is_city(one)]
    wanted = text.strip()
    wanted = f"{wanted[:2]}0000" if wanted[:2] in MUNICIPALITIES and wanted[2:] in {"0100", "0200"} else wanted
    found = [one for one in cities if wanted in (one.code, one.name)] or [one for one in cities if wanted == one.short]
    if len(found) == 1:
        return _city(found[0], divisions)
    if found:
        told = ", ".join(f"{one.name} {one.code}" for one in found)
        raise UsageError(f"there is more than one {wanted}: {told}; give the code")
    raise UsageError(f"there is no city {wanted[:20]!r} in GB/T 2260; {_near(wanted, cities, divisions)}")


def is_name_of_province(name: str) -> bool:
    """Whether a province is called so for short; municipalities, which are cities, do not count."""
    ends = ("省", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区")
    return any(
        one.name in {name + end for end in ends}
        for one in _read().values()
        if one.code.endswith("0000") and one.code[:2] not in MUNICIPALITIES
    )


def _near(wanted: str, cities: list[Division], divisions: dict[str, Division]) -> str:
    county = next((one for one in divisions.values() if wanted in (one.code, one.name, one.short)), None)
    if county is not None and county.tile is not None:
        above = divisions.get(f"{county.code[:4]}00") or divisions[f"{county.code[:2]}0000"]
        return f"{county.name} is a county: its city is {above.name} ({above.code})"
    names = difflib.get_close_matches(wanted, [one.name for one in cities], n=3, cutoff=0.5)
    return f"did you mean {', '.join(names)}?" if names else "give its name (遵义市) or its code (520300)"


def _city(division: Division, divisions: dict[str, Division]) -> City:
    province = divisions[f"{division.code[:2]}0000"]
    if division.tile is not None:
        return City(division, province, (division,))
    prefix = division.code[:2] if division is province else division.code[:4]
    counties = (one for one in divisions.values() if one.code.startswith(prefix) and one.tile is not None)
    return City(division, province, tuple(sorted(counties, key=lambda one: one.code)))


def _is_city(division: Division) -> bool:
    if division.code.endswith("0000"):
        return division.code[:2] in MUNICIPALITIES
    return division.code.endswith("00") or division.code[2:4] == _DIRECT


def _read() -> dict[str, Division]:
    """Every line of the table by its code."""
    divisions = {}
    for line in packaged_text("divisions.tsv").splitlines():
        if not line.startswith("#"):
            code, name, short, slug, *tile = line.split("\t")
            column, _, row = tile[0].partition(",") if tile else ("", "", "")
            divisions[code] = Division(code, name, short, slug, (int(column), int(row)) if tile else None)
    return divisions
