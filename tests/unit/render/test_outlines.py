"""A site with boundaries of its own shows them where others have tiles, and says whose they are."""

from dataclasses import replace

import pytest

from jianbao.index.site import build_archive
from jianbao.model.boundaries import Boundaries, BoundaryFile, Outline
from tests.unit.render import sample
from tests.unit.render.browsing import Site, addresses, elements, local, read_site, text_of
from tests.unit.render.sample import GAZETTEER

_SQUARE = ((0, 0), (90, 0), (90, 60), (0, 60))


@pytest.fixture(scope="module")
def site() -> Site:
    told = BoundaryFile("counties.geojson", "<天地图>", "黔S(2023)007号")
    codes = sorted(GAZETTEER.by_code)
    drawn = Boundaries(
        90 * len(codes),
        60,
        tuple(Outline(code, (tuple((x + 90 * place, y) for x, y in _SQUARE),)) for place, code in enumerate(codes)),
    )
    archive, problems = build_archive(replace(sample.content(boundaries=told), boundaries=drawn))
    assert not problems
    return read_site(archive, sample.theme())


def test_each_county_is_a_link_with_its_name_and_its_count(site: Site) -> None:
    page = site.page("counties/")
    (drawing,) = (element for element in elements(page) if local(element) == "svg")
    links = [element for element in elements(drawing) if local(element) == "a"]
    assert [link.attrib["aria-label"].split()[0] for link in links] == [
        GAZETTEER.by_code[code].short for code in sorted(GAZETTEER.by_code)
    ]
    assert all(link.attrib["aria-label"].endswith("篇") for link in links)
    led = {url for element, url in addresses("counties/", page) if element in links}
    assert {url.rstrip("/").rpartition("/")[2] for url in led} == {county.slug for county in GAZETTEER.counties}
    paths = [element.attrib["d"] for element in elements(drawing) if local(element) == "path"]
    assert paths[:2] == ["M0 0l90+0 0+60 -90+0z", "M90 0l90+0 0+60 -90+0z"]


def test_source_and_approval_stand_below_it_and_the_table_beside_it(site: Site) -> None:
    page = site.page("counties/")
    (caption,) = (element for element in elements(page) if local(element) == "figcaption")
    assert "边界：<天地图>。审图号：黔S(2023)007号" in text_of(caption)
    assert any(local(element) == "table" for element in elements(page))


def test_names_stand_in_the_middle_of_what_they_name(site: Site) -> None:
    texts = [element for element in elements(site.page("counties/")) if local(element) == "text"]
    assert (texts[0].attrib["x"], texts[0].attrib["y"]) == ("45", "30")
