"""The addresses of earlier builds, so that none is lost unseen: what `check` compares the archive with.

The ledger lies in `.jianbao/` and is written by `jianbao build`. An address stays in it until it leads to something
again or `content/gone.yaml` says what became of it; it only reminds, and may be deleted.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from jianbao.build.content.files import write_anew
from jianbao.build.content.gone import entry_line
from jianbao.build.publishing.manifest import MANIFEST
from jianbao.build.standing import LEDGER
from jianbao.index.addresses import article_at, article_path
from jianbao.index.permanence import Comparison, compare, page_of
from jianbao.model.errors import UsageError
from jianbao.model.gone import GONE
from jianbao.model.problem import Problem, Severity
from jianbao.model.site import Archive

_LASTING = re.compile(r"(?:articles|issues|topics|counties|people(?:/named)?)/(?!named/$)[^/]+/")
_DIGEST = 66
"""Characters of a manifest's line in front of the path."""
_SHOWN = 3


def known_addresses(root: Path) -> dict[str, str]:
    """Title by path of what earlier builds had: by the ledger or, where that is gone, by the site in `_site`."""
    with suppress(UsageError):
        return read_ledger(root) or read_published(root / "_site")
    return {}


def read_ledger(root: Path) -> dict[str, str]:
    """Title by path of what earlier builds of the archive at `root` had; empty where nothing is known."""
    with suppress(OSError, ValueError, AttributeError):
        ledger = json.loads((root / LEDGER).read_text(encoding="utf-8"))
        return {str(path): str(title) for path, title in ledger.items()}
    return {}


def write_ledger(root: Path, compared: Comparison, before: Mapping[str, str]) -> None:
    """Remember the addresses of the archive, and those of `before` that are lost; where the disk lets us."""
    kept = {lost.path: lost.title for lost in compared.lost}
    kept |= {article_path(one.before): one.entry.card.title for one in compared.renumbered}
    # An article that has another's address for now does not make the ledger forget whose it was.
    passing = {one.entry.path for one in compared.renumbered}
    # Of a page on which an article may be another, all stays as it was until somebody has looked.
    held = {page_of(one.entry.id) for one in compared.retitled}
    passing |= {path for path in compared.lasting if page_of(article_at(path) or "") in held} if held else set()
    kept |= {path: title for path, title in before.items() if path in passing}
    # What has probably moved is as new until somebody has said that it did.
    passing |= set(compared.successors.values())
    ledger = {path: title for path, title in compared.lasting.items() if path not in passing} | kept
    if ledger != before:
        text = json.dumps(dict(sorted(ledger.items())), ensure_ascii=False, indent=0)
        aside = root / LEDGER.with_suffix(".new")
        with suppress(OSError):
            write_anew(aside, text.encode())
            aside.replace(root / LEDGER)


def read_published(place: Path) -> dict[str, str]:
    """The lasting addresses that a published site has: its folder, its manifest, its sitemap.xml, or a ledger.

    Titles are known of a ledger only. UsageError where the file is none of these.
    """
    file = place / MANIFEST if place.is_dir() else place
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read: name a built site, its {MANIFEST} or its sitemap.xml") from error
    if text.startswith("{"):
        with suppress(ValueError):
            return {str(path): str(title) for path, title in json.loads(text).items()}
    paths = _sitemap(text) if text.lstrip().startswith("<") else [line[_DIGEST:] for line in text.split("\n")]
    lasting = {path: "" for path in map(_page, paths) if _lasts(path)}
    if not lasting:
        raise UsageError(f"{file} lists no address of a site: name a built site, its {MANIFEST} or its sitemap.xml")
    return lasting


def permanence_problems(archive: Archive, published: Mapping[str, str], today: str) -> list[Problem]:
    """A warning for each address that would be lost, with the line to write, and each that would lead elsewhere."""
    found = []
    compared = compare(archive, published)
    for one in compared.renumbered:
        card = one.entry.card
        message = f"this article was published as {one.before} and would now be {one.entry.id}: {card.title[:30]}"
        hint = f"write {{#{one.before}}} at the end of the line, or let `jianbao mark --pin` do it"
        found.append(Problem(one.entry.file, card.line, message, hint, Severity.WARNING))
    for two in compared.retitled:
        message = f"under this address, {two.entry.id}, another headline was published: {two.before[:30]}"
        hint = (
            f"where it is the same article, write {{#{two.entry.id}}} at the end of the line, or let "
            "`jianbao mark --pin` do it; where it is another, pin an id of its own"
        )
        found.append(Problem(two.entry.file, two.entry.card.line, message, hint, Severity.WARNING))
    moved = compared.successors
    for lost in compared.lost:
        message = f"/{lost.path} was published and would lead nowhere" + (f": {lost.title[:30]}" if lost.title else "")
        hint = (
            f"write {entry_line(lost.path, today, moved.get(lost.path))} under `gone:`"
            + (" there" if archive.gone else ", the first line of that file, which is to be made")
            + (
                "; see that it moved so; "
                if lost.path in moved
                else " (with `moved:` where it has another address now); "
            )
            + "where it was never published, `jianbao check --forget`"
        )
        found.append(Problem(GONE, 0, message, hint, Severity.WARNING))
    return found


def permanence_summary(compared: Comparison) -> list[Problem]:
    """One warning, where addresses of earlier builds are lost or lead elsewhere; `check` tells of each."""
    paths = [article_path(one.before) for one in compared.renumbered]
    paths += [lost.path for lost in compared.lost] + [one.entry.path for one in compared.retitled]
    if not paths:
        return []
    told = ", ".join(f"/{path}" for path in paths[:_SHOWN]) + ", …" * (len(paths) > _SHOWN)
    message = f"{len(paths)} address{'es' * (len(paths) != 1)} of earlier builds would not last: {told}"
    return [Problem(GONE, 0, message, "`jianbao check` tells what to write", Severity.WARNING)]


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
