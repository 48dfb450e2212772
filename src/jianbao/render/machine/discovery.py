"""Small files by which programs find their way: robots.txt, opensearch.xml, llms.txt."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from jianbao.model.site import Archive
from jianbao.model.theme import OutputFile
from jianbao.render.encoding import add, one_line, xml_bytes
from jianbao.render.identifiers import absolute
from jianbao.render.machine.datapackage import DATA_PACKAGE
from jianbao.render.machine.exports import MANIFEST, PLACES, TOPICS, csv_path, described, jsonl_path
from jianbao.render.machine.feeds import ATOM_NAME, JSON_NAME
from jianbao.text.dates import spoken_zh

OPENSEARCH_NAME = "opensearch.xml"

_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# OpenSearch 1.1, draft 6.
_SHORT_NAME = 16
_LONG_NAME = 48
_DESCRIPTION = 1024
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")


def discovery_files(archive: Archive) -> Iterator[OutputFile]:
    """All three."""
    yield OutputFile("robots.txt", robots(archive).encode())
    yield OutputFile(OPENSEARCH_NAME, opensearch(archive))
    yield OutputFile("llms.txt", llms(archive).encode())


def robots(archive: Archive) -> str:
    """Everything is open; crawlers only obey a robots.txt at the root of a host, elsewhere it does no harm."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(archive.config.base_url, 'sitemap.xml')}\n"


def opensearch(archive: Archive) -> bytes:
    """The description by which a browser adds the archive's search (OpenSearch 1.1)."""
    config = archive.config
    title = one_line(config.title)
    root = ET.Element("OpenSearchDescription", {"xmlns": _OPENSEARCH})
    add(root, "ShortName", title[:_SHORT_NAME].strip())
    add(root, "LongName", title[:_LONG_NAME].strip())
    add(root, "Description", (one_line(config.description) or f"检索{title}全文")[:_DESCRIPTION].strip())
    template = absolute(config.base_url, "search/") + "?q={searchTerms}"
    add(root, "Url", type="text/html", method="get", template=template)
    own = absolute(config.base_url, OPENSEARCH_NAME)
    add(root, "Url", type="application/opensearchdescription+xml", rel="self", template=own)
    add(root, "Language", "zh-CN")
    add(root, "InputEncoding", "UTF-8")
    add(root, "OutputEncoding", "UTF-8")
    return xml_bytes(root)


def llms(archive: Archive) -> str:
    """What the archive is and where its data stand, in the form that llmstxt.org describes."""
    config = archive.config
    lines = [
        f"# {_plain(config.title)}",
        "",
        f"> {_plain(config.description or config.title)}",
        "",
        _extent(archive),
        "",
    ]
    if config.license:
        lines += [_plain(config.license), ""]
    lines += ["## 数据", ""]
    lines += [_item(archive, path.rpartition("/")[2], path, described(path)) for path in _downloads(archive)]
    lines += [_item(archive, name, name, "最新稿件全文") for name in (ATOM_NAME, JSON_NAME)]
    lines += ["", "## 目录", ""]
    lines += [_item(archive, name, path, "") for name, path in _SECTIONS]
    lines += ["", "## 主题", ""]
    lines += [
        _item(archive, group.topic.name, group.path, f"{len(group.entries)}篇")
        for group in archive.topic_groups
        if group.entries
    ]
    lines += ["", "## 地方", ""]
    lines += [
        _item(archive, group.county.name, group.path, f"{len(group.entries)}篇")
        for group in archive.county_groups
        if group.entries
    ]
    return "\n".join(lines) + "\n"


_SECTIONS = (
    ("各期报纸", "issues/"),
    ("主题", "topics/"),
    ("地方", "counties/"),
    ("记者", "people/"),
    ("全站地址", "sitemap.xml"),
)


def _downloads(archive: Archive) -> list[str]:
    years = sorted({issue.date.year for issue in archive.issues})
    return [*(path(year) for year in years for path in (jsonl_path, csv_path)), TOPICS, PLACES, MANIFEST, DATA_PACKAGE]


def _extent(archive: Archive) -> str:
    if not archive.issues:
        return "暂无稿件。"
    first, last = archive.issues[-1].date, archive.issues[0].date
    span = spoken_zh(first) if first == last else f"{spoken_zh(first)}至{spoken_zh(last)}"
    paper = _plain(archive.config.newspaper)
    return f"{paper}，{span}，共{len(archive.issues)}期、{len(archive.newest)}篇稿件。每篇稿件有永久地址和出处。"


def _item(archive: Archive, name: str, path: str, note: str) -> str:
    link = f"- [{_plain(name)}]({absolute(archive.config.base_url, path)})"
    return f"{link}: {note}" if note else link


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", one_line(text))
