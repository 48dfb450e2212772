"""What the world outside calls a page: its absolute address, and a name that survives a move to another host."""

import re
from urllib.parse import quote
from uuid import UUID, uuid5

from jianbao.model.site import Archive, Entry

PREVIEW_URL = "http://localhost:8000/"
"""Stands in for `base_url` where a format cannot do without absolute addresses (feeds, sitemap, OpenSearch) and the
site does not say where it is published; `jianbao serve` shows the site there."""

_PLAIN = re.compile("[0-9a-zA-Z/._-]*")
"""Paths that `quote` gives back as they are: nearly all, and it is slow."""

# Made once at random. The names below are UUIDs of version 5 (RFC 9562) in this space: the same in every build.
_NAMESPACE = UUID("6f0a9c3e-5d0b-4b57-9a55-0c1f7be2d1a4")


def absolute(base_url: str | None, path: str) -> str:
    """The URL of a path of the site, percent-encoded."""
    return (base_url or PREVIEW_URL) + (path if _PLAIN.fullmatch(path) else quote(path))


def published(base_url: str | None, path: str) -> str | None:
    """The URL of a path where the site says where it is published: a page must not call a preview its true address."""
    return absolute(base_url, path) if base_url else None


def entry_urn(archive: Archive, entry: Entry) -> str:
    """The article's name in feeds: `urn:uuid:…` (RFC 9562), from newspaper and permanent id alone.

    A `tag:` URI (RFC 4151) would need a domain that the archive owns, and the article's address changes with the host:
    after a move every reader would see all articles as new.
    """
    return uuid5(_NAMESPACE, f"article\n{archive.config.newspaper}\n{entry.id}").urn


def feed_urn(archive: Archive, folder: str) -> str:
    """The name of the feed of a folder (`""` for the whole site, `topics/energy/`)."""
    return uuid5(_NAMESPACE, f"feed\n{archive.config.newspaper}\n{folder}").urn
