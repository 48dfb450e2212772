"""The addresses that a published site has: of its folder, of a file of it, or asked of the web."""

import re
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from jianbao.build.publishing.ledger import TITLE, ledger_of, read_ledger, remembered, titles_of
from jianbao.build.publishing.manifest import MANIFEST
from jianbao.model.errors import ContentError, UsageError
from jianbao.model.gone import Recorded
from jianbao.model.problem import Problem, is_error

RECORD = "data/addresses.txt"
"""The record of addresses as the site itself has it."""
_FILES = (RECORD, MANIFEST, "sitemap.xml")
"""What tells the addresses of a site, from the best."""
_LASTING = re.compile(r"(?:articles|issues|topics|counties|people(?:/named)?)/(?!named/$)[^/]+/")
_DIGEST = 66
"""Characters of a manifest's line in front of the path."""
_WEB = ("https://", "http://")
_ENDINGS = (".txt", ".xml")
"""Of files by whose addresses a site is named."""


def known_addresses(root: Path) -> dict[str, str]:
    """Title by path of what was published: what is on record, or what earlier builds or the site in `_site` had.

    Raises ContentError where the record cannot be read.
    """
    return titles_of(known_ledger(root))


def known_ledger(root: Path) -> dict[str, Recorded]:
    """What is known of addresses that were published, as `known_addresses` has it."""
    problems: list[Problem] = []
    ledger = read_ledger(root, problems)
    if any(map(is_error, problems)):
        raise ContentError(tuple(problems))
    return ledger or remembered(root) or built_before(root)


def built_before(root: Path) -> dict[str, Recorded]:
    """What the site in `_site` has; nothing where it is none."""
    with suppress(UsageError):
        return read_published(str(root / "_site"))
    return {}


def read_published(place: str) -> dict[str, Recorded]:
    """The lasting addresses that a published site has, by path.

    `place` is its folder, its record, manifest or sitemap as a file, or its address (or that of such a file). A site of
    the web that is not there has published nothing yet. Titles are known of a record only. UsageError where `place` is
    none of these, or its host does not answer.
    """
    if place.lower().startswith(_WEB):
        # Imported where it is wanted: no other command asks the web for anything.
        ask = import_module("jianbao.build.publishing.web").ask
        folder = f"{place.removesuffix('/')}/"
        of_site = (urljoin(folder, name) for name in (RECORD, "sitemap.xml"))
        texts = (ask(address) for address in ((place,) if place.endswith(_ENDINGS) else of_site))
        text = next((text for text in texts if text is not None), None)
        return {} if text is None else _addresses(text, place)
    path = Path(place)
    files = [path / name for name in _FILES if (path / name).is_file()] or [path / MANIFEST]
    file = files[0] if path.is_dir() else path
    try:
        return _addresses(file.read_text(encoding="utf-8"), str(file))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read: {_WANTED}") from error


_WANTED = f"name a built site, its address, its {RECORD}, its {MANIFEST} or its sitemap.xml"


def _addresses(text: str, name: str) -> dict[str, Recorded]:
    if text.startswith(TITLE):
        return ledger_of(text, [])
    paths = _sitemap(text) if text.lstrip().startswith("<") else [line[_DIGEST:] for line in text.split("\n")]
    lasting = {path: Recorded("") for path in map(_page, paths) if _lasts(path)}
    if not lasting:
        raise UsageError(f"{name} lists no address of a site: {_WANTED}")
    return lasting


def _sitemap(text: str) -> list[str]:
    """The paths of a sitemap, each relative to the shortest, which is that of the home page."""
    try:
        root = ET.fromstring(text)  # noqa: S314 - expat itself bounds the expansion of entities
    except ET.ParseError as error:
        raise UsageError(f"the sitemap cannot be read: {error}") from error
    found = (one.text or "" for one in root.iter() if one.tag.rpartition("}")[2] == "loc")
    paths = [unquote(urlsplit(url).path) for url in found]
    home = min(paths, key=len, default="/")
    return [path.removeprefix(home) for path in paths]


def _page(path: str) -> str:
    return path.removesuffix("index.html")


def _lasts(path: str) -> bool:
    """Whether it is the page of an article, an issue, a topic, a county or a person, and none further down a list."""
    return _LASTING.fullmatch(path) is not None
