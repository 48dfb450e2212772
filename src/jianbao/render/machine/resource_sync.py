"""ResourceSync (ANSI/NISO Z39.99-2017): which files of data there are, for programs that keep a copy of them.

The pages stand in the sitemap and are not named again; a copy is made of the files of data, whose hashes tell what
changed. The time of making is told nowhere in the site, so `at` is the day of the newest issue.
"""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.encoding import add, xml_bytes
from jianbao.render.identifiers import absolute
from jianbao.render.machine.exports import DataFile

CAPABILITIES = "data/capabilitylist.xml"
RESOURCES = "data/resourcelist.xml"

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_RESOURCE_SYNC = "http://www.openarchives.org/rs/terms/"


def resource_sync_files(archive: Archive, listing: Sequence[DataFile]) -> Iterable[OutputFile]:
    """The list of capabilities, which programs are led to, and the list of files, with size and hash of each."""
    base_url = archive.config.base_url
    capabilities = _urlset("capabilitylist", {"rel": "describedby", "href": absolute(base_url, "data/")})
    _resource(capabilities, absolute(base_url, RESOURCES), {"capability": "resourcelist"})
    yield OutputFile(CAPABILITIES, xml_bytes(capabilities))
    at = {"at": archive.issues[0].date.first_day} if archive.issues else {}
    resources = _urlset("resourcelist", {"rel": "up", "href": absolute(base_url, CAPABILITIES)}, at)
    for file in listing:
        facts = {"hash": f"sha-256:{file.sha256}", "length": str(file.bytes), "type": file.media_type}
        _resource(resources, absolute(base_url, file.path), facts)
    yield OutputFile(RESOURCES, xml_bytes(resources))


def _urlset(capability: str, link: dict[str, str], more: dict[str, str] | None = None) -> ET.Element:
    root = ET.Element("urlset", {"xmlns": _SITEMAP, "xmlns:rs": _RESOURCE_SYNC})
    ET.SubElement(root, "rs:ln", link)
    ET.SubElement(root, "rs:md", {"capability": capability, **(more or {})})
    return root


def _resource(urlset: ET.Element, address: str, facts: dict[str, str]) -> None:
    url = add(urlset, "url")
    add(url, "loc", address)
    ET.SubElement(url, "rs:md", facts)
