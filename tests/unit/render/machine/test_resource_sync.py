"""What harvesters read: every file of data once, with the size and hash that it really has."""

import hashlib

from jianbao.model.site import Archive
from jianbao.render.site import render_site
from tests.unit.render import sample
from tests.unit.render.reading import xml

SITE = "https://archive.example/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "rs": "http://www.openarchives.org/rs/terms/"}


def rendered(archive: Archive) -> dict[str, bytes]:
    return {f"{SITE}{file.path}": file.data for file in render_site(archive, sample.theme())}


def test_a_harvester_is_led_to_every_file_of_data() -> None:
    files = rendered(sample.archive(base_url=SITE))
    capabilities = xml(files[f"{SITE}data/capabilitylist.xml"])
    assert "href=../data/capabilitylist.xml" in files[f"{SITE}data/index.html"].decode()
    assert capabilities.find("rs:md", NAMES).attrib == {"capability": "capabilitylist"}  # type: ignore[union-attr]
    address = capabilities.findtext("s:url/s:loc", namespaces=NAMES) or ""
    resources = xml(files[address])
    up = resources.find("rs:ln", NAMES)
    assert up is not None
    assert up.attrib == {"rel": "up", "href": f"{SITE}data/capabilitylist.xml"}
    told = {}
    for url in resources.iterfind("s:url", NAMES):
        facts = url.find("rs:md", NAMES)
        assert facts is not None
        told[url.findtext("s:loc", namespaces=NAMES)] = (facts.get("hash"), facts.get("length"))
    lists = (".html", "capabilitylist.xml", "resourcelist.xml")
    assert told == {
        path: (f"sha-256:{hashlib.sha256(data).hexdigest()}", str(len(data)))
        for path, data in files.items()
        if path.startswith(f"{SITE}data/") and not path.endswith(lists)
    }


def test_the_list_is_of_the_day_of_the_newest_issue() -> None:
    archive = sample.archive(base_url=SITE)
    resources = xml(rendered(archive)[f"{SITE}data/resourcelist.xml"])
    facts = resources.find("rs:md", NAMES)
    assert facts is not None
    assert facts.attrib == {"capability": "resourcelist", "at": archive.issues[0].date.first_day}
