"""content/site.yaml: typed, closed, frozen."""

import datetime as dt
import re
from collections.abc import Collection
from functools import partial

from jianbao.model.boundaries import BoundaryFile
from jianbao.model.problem import Problem
from jianbao.model.site import Newspaper, SiteConfig
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import load

KEYS = {
    "title": "name of the archive, in the masthead",
    "newspaper": "name of the main paper; a digest that names none belongs to it",
    "language": "language of the interface: zh-Hans, zh-Hant or en",
    "languages": "further languages in which home, issues, topics, places and search are there, such as [en, zh-Hant]",
    "description": "one or two sentences for readers and search engines",
    "base_url": "address where the site is published, with https://; `jianbao build --base-url` overrides it",
    "repository": "web address of the repository that holds content/",
    "license": "note on the rights in the texts",
    "newspapers": "further papers, each with `name` and `slug`",
    "page_size": "articles on one page of a list, 5 to 500",
    "no_issue": "days or spans on which no paper appeared, such as [2026-10-01/2026-10-07]; `check` misses none then",
    "footer": "pages of content/pages that every page names at its foot, such as [about, guide]; left out: all",
    "boundaries": "a map with outlines: `file` (GeoJSON in content/), its `source`, and its `approval` (审图号)",
    "digests": "pages that show how the lines of a digest were read: full, brief or none",
}
"""Every key with what it means."""

DIGESTS = ("full", "brief", "none")
_ADDRESS = re.compile(r"https?://[a-zA-Z0-9.\-]+(:\d{1,5})?(/[^\s\"'<>\\?#\[\]]*)?")
_MAP = re.compile(r"[0-9A-Za-z_-]+\.(geo)?json")
_APPROVAL = re.compile(r"[（(]\d{4}[）)]\s*\d+\s*号")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_config(
    text: str, file: str, languages: Collection[str] = ("en", "zh-Hans", "zh-Hant")
) -> tuple[SiteConfig | None, tuple[Problem, ...]]:
    """Read site.yaml; a config beside problems holds defaults where the file is wrong.

    `languages` are those that the interface can speak.
    """
    node, found = load(text, file=file)
    problems = list(found)
    if node is None and problems:
        return None, tuple(problems)
    fields = Fields.of(node, file=file, problems=problems, what="the settings of the site")
    if fields is None:
        return None, tuple(problems)
    fields.close(KEYS)
    config = SiteConfig(
        title=fields.text("title", required=True),
        newspaper=fields.text("newspaper", required=True),
        language=_language(fields, languages),
        languages=_further(fields, languages),
        description=fields.text("description"),
        base_url=_base_url(fields),
        repository=_address(fields, "repository"),
        license=fields.text("license"),
        newspapers=_newspapers(fields),
        page_size=fields.integer("page_size", default=30, low=5, high=500),
        digests=_digests(fields),
        no_issue=tuple(filter(None, map(partial(_span, fields), fields.texts("no_issue")))),
        footer=tuple(dict.fromkeys(fields.texts("footer"))) if "footer" in fields.mapping.items else None,
        boundaries=_boundaries(fields),
    )
    return config, tuple(problems)


def normal_base_url(address: str) -> str | None:
    """The address with a slash at its end; None where it is no web address."""
    return address.rstrip("/") + "/" if _ADDRESS.fullmatch(address) else None


def _language(fields: Fields, languages: Collection[str]) -> str:
    language = fields.text("language", default="zh-Hans")
    _known(fields, "language", language, languages)
    return language


def _further(fields: Fields, languages: Collection[str]) -> tuple[str, ...]:
    """Languages beside the first, each once."""
    first = fields.text("language", default="zh-Hans")
    asked = tuple(language for language in dict.fromkeys(fields.texts("languages")) if language != first)
    return tuple(language for language in asked if _known(fields, "languages", language, languages))


def _known(fields: Fields, key: str, language: str, languages: Collection[str]) -> bool:
    if language in languages:
        return True
    hint = f"choose one of {', '.join(sorted(languages))}, or add templates/strings/{language[:20]}.yaml"
    fields.complain(key, f"there is no interface in the language {language[:20]!r}", hint)
    return False


def _span(fields: Fields, text: str) -> tuple[dt.date, dt.date] | None:
    """A day or two with a slash between them, both included."""
    first, _, last = text.partition("/")
    try:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    except ValueError:
        days = dt.date.max, dt.date.min
    if days[0] <= days[1]:
        return days
    fields.complain(
        "no_issue", f"this is no day and no span of days: {text[:40]!r}", "2026-10-01, 2026-10-01/2026-10-07"
    )
    return None


def _digests(fields: Fields) -> str:
    text = fields.text("digests")
    if text not in ("", *DIGESTS):
        hint = "write full, brief (long lines by their first and last characters) or none, or leave it out"
        fields.complain("digests", f"digests cannot be shown as {text[:20]!r}", hint)
        return ""
    return text


def _boundaries(fields: Fields) -> BoundaryFile | None:
    """Without source and approval there is no map: nobody could tell whether it may be printed."""
    part = fields.part("boundaries", "`boundaries`")
    if part is None:
        return None
    part.close(("file", "source", "approval"))
    before = len(fields.problems)
    told = BoundaryFile(*(part.text(key, required=True) for key in ("file", "source", "approval")))
    if told.file and not _MAP.fullmatch(told.file):
        part.complain("file", f"this names no GeoJSON file in content/: {told.file[:80]!r}", "file: counties.geojson")
    if told.approval and not _APPROVAL.search(told.approval):
        hint = "write it as the map has it, 黔S(2023)007号; without one leave `boundaries` out: tiles need none"
        part.complain("approval", f"this is no number of a map's approval (审图号): {told.approval[:40]!r}", hint)
    return told if len(fields.problems) == before else None


def _base_url(fields: Fields) -> str | None:
    address = _address(fields, "base_url")
    return normal_base_url(address) if address else None


def _address(fields: Fields, key: str) -> str | None:
    text = fields.text(key)
    if text and not _ADDRESS.fullmatch(text):
        fields.complain(key, f"`{key}` is no web address: {text[:80]!r}", "write it out, `https://…`")
        return None
    return text.rstrip("/") if text else None


def _newspapers(fields: Fields) -> tuple[Newspaper, ...]:
    papers = []
    for part in fields.parts("newspapers", "paper"):
        part.close(("name", "slug"))
        slug = part.text("slug", required=True)
        if slug and not _SLUG.fullmatch(slug):
            part.complain("slug", f"the slug {slug[:40]!r} must be lower-case letters, digits and hyphens", "mend it")
        papers.append(Newspaper(part.text("name", required=True), slug))
    names = [paper.name for paper in papers] + [paper.slug for paper in papers]
    if len(set(names)) != len(names):
        fields.complain("newspapers", "two papers have the same name or slug", "give each its own")
    return tuple(papers)
