"""Addresses within the site, written relative to the page that they stand on."""

import re
from urllib.parse import quote, urlsplit

# What would end an attribute's address, begin a query or a fragment, or is no character of an address at all. Han
# characters stay as they are: browsers take them, and readers see them.
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"#%<>?\\^`{|}]")


def address(path: str) -> str:
    """A path of the site as it is written into a link: `people/徐华蔚/` as is, a space as `%20`."""
    return _UNSAFE.sub(lambda match: quote(match.group()), path)


def root_from(path: str) -> str:
    """The way from a page to the site's root: `articles/20251208-01/` → `../../`, the home page → `./`."""
    return "../" * path.count("/") or "./"


def root_at(base_url: str | None) -> str:
    """The site's root as a path from the host, for the one page (404) that is shown at any depth: `/repo/`, or `/`."""
    path = urlsplit(base_url or "").path
    return path if path.endswith("/") else path + "/"
