import pytest

from jianbao.build.init.divisions import find_city
from jianbao.build.init.packaged import packaged_text
from jianbao.build.init.places import places_yaml
from jianbao.enrich.vocabulary import read_gazetteer
from jianbao.model.errors import UsageError

LARGEST = 150_000
ROWS = [line.split("\t") for line in packaged_text("divisions.tsv").splitlines() if not line.startswith("#")]
MUNICIPALITIES = ("110000", "120000", "310000", "500000")
TWINS = ("211300", "220200", "360100", "430100", "445300", "650500")
"""Cities with counties that share a name with them or with each other."""
CITIES = [
    row[0]
    for row in ROWS
    if (row[0].endswith("00") and not row[0].endswith("0000")) or row[0] in MUNICIPALITIES or row[0][2:4] == "90"
]


def test_the_table_is_small_and_has_every_city() -> None:
    assert len(packaged_text("divisions.tsv").encode()) <= LARGEST
    assert len([row for row in ROWS if len(row) == 5]) > 2_840
    assert len(CITIES) == 333 + 4 + 1 + 4 + 15 + 12


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        ("遵义", "520300", 14),
        ("遵义市", "520300", 14),
        ("520300", "520300", 14),
        ("北京市", "110000", 16),
        ("110100", "110000", 16),
        ("重庆", "500000", 38),
        ("500200", "500000", 38),
        ("东莞", "441900", 1),
        ("嘉峪关", "620200", 1),
        ("仙桃市", "429004", 1),
        ("石河子", "659001", 1),
        ("济源", "419001", 1),
        ("黔西南", "522300", 8),
        ("吉林市", "220200", 9),
        (" 海口 ", "460100", 4),
    ],
)
def test_a_city_is_found_by_name_or_code(text: str, code: str, count: int) -> None:
    city = find_city(text)
    assert (city.division.code, len(city.counties)) == (code, count)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("遵义县", "did you mean 遵义市"),
        ("桐梓", "桐梓县 is a county: its city is 遵义市 (520300)"),
        ("520322", "its city is 遵义市"),
        ("999999", "give its name"),
        ("", "give its name"),
        ("../../etc", "give its name"),
    ],
)
def test_what_is_no_city_leads_to_one(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_city(text)
    assert hint in str(caught.value)


def test_the_places_of_a_city_are_sound() -> None:
    for code in {*CITIES[::9], *MUNICIPALITIES, *TWINS}:
        gazetteer, problems = read_gazetteer(places_yaml(find_city(code)), "places.yaml")
        assert problems == (), code
        assert gazetteer is not None
        shorts = [county.short for county in gazetteer.counties]
        assert len(set(shorts)) == len(shorts), code
        assert len(shorts) == 1 or gazetteer.short not in shorts, code
        assert all(len(short) >= 2 for short in shorts)


def test_names_are_short_where_that_is_safe() -> None:
    zunyi, _ = read_gazetteer(places_yaml(find_city("遵义")), "places.yaml")
    assert zunyi is not None
    found = {county.name: (county.short, county.slug) for county in zunyi.counties}
    assert found["道真仡佬族苗族自治县"] == ("道真", "daozhen")
    assert found["红花岗区"] == ("红花岗", "honghuagang")
    chaoyang, _ = read_gazetteer(places_yaml(find_city("朝阳市")), "places.yaml")
    assert chaoyang is not None
    assert "朝阳县" in [county.short for county in chaoyang.counties]


def test_neighbours_stay_near_each_other() -> None:
    tiles = {county.name: county.tile for county in find_city("遵义").counties}
    west, east, north = tiles["赤水市"], tiles["余庆县"], tiles["道真仡佬族苗族自治县"]
    assert west
    assert east
    assert north
    assert west[0] < east[0]
    assert north[1] < east[1]
