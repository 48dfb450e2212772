"""The address of everything, in one place. Paths are relative to the site's root; folder pages end in `/`.

Addresses are injective, safe on file systems that fold case, and no part is longer than 255 bytes.
"""

import re

from jianbao.model.edtf import EdtfDate
from jianbao.model.site import Newspaper
from jianbao.text.devices import is_device

_UNSAFE = re.compile(r"[^0-9a-z_·\-\u3400-\u9fff\U00020000-\U0003ffff]")
_ARTICLES = "articles/"
_LONGEST_PART = 200
"""Bytes of one part of an address; file systems stop at 255, and pagination and endings need room."""


def slug(name: str) -> str:
    """A name as one part of an address: Han characters, `a-z`, `0-9`, `-`, `_` and `·` stay, the rest becomes `~hex~`.

    So no two names differ by case or by Unicode composition alone, and different names give different slugs. An empty
    name and one whose slug is longer than `_LONGEST_PART` bytes raise ValueError.
    """
    safe = _UNSAFE.sub(lambda match: f"~{ord(match.group()):x}~", name)
    if is_device(safe):
        safe = f"~{ord(safe[0]):x}~{safe[1:]}"
    if not safe or len(safe.encode()) > _LONGEST_PART:
        message = f"no address can be made of {name[:40]!r}"
        raise ValueError(message)
    return safe


def issue_key(newspaper: Newspaper, date: EdtfDate) -> str:
    """`2025-12-08` for the main paper, `zunyi-evening-2025-12-08` for another; how sure a date is does not show."""
    return f"{newspaper.slug}-{date.base}" if newspaper.slug else date.base


def article_id(newspaper: Newspaper, date: EdtfDate, page: int | None, number: int) -> str:
    """`20251208-03`; with a page `20251208-02-03`, so that splitting one page anew moves no id of another."""
    parts = [newspaper.slug] if newspaper.slug else []
    parts.append(date.compact)
    if page is not None:
        parts.append(f"{page:02}")
    return "-".join([*parts, f"{number:02}"])


def issue_path(key: str) -> str:
    """An issue."""
    return f"issues/{key}/"


def article_path(identifier: str) -> str:
    """An article."""
    return f"{_ARTICLES}{identifier}/"


def article_at(path: str) -> str | None:
    """The id of the article whose page has the path; None where the path is not that of an article."""
    return path.removeprefix(_ARTICLES).rstrip("/") or None if path.startswith(_ARTICLES) else None


def topic_path(topic: str) -> str:
    """A topic, by its id."""
    return f"topics/{topic}/"


def county_path(county_slug: str) -> str:
    """A county, by its slug."""
    return f"counties/{county_slug}/"


def named_path(county_slug: str) -> str:
    """The articles that only name a county."""
    return f"counties/{county_slug}/named/"


def officeholder_path(name: str) -> str:
    """A person named in texts; reporters may have the same name."""
    return f"people/named/{slug(name)}/"


def organisation_path(name: str) -> str:
    """An organisation named in texts."""
    return f"people/organisations/{slug(name)}/"


def cross_path(topic: str, county_slug: str) -> str:
    """A topic in one county."""
    return f"topics/{topic}/{county_slug}/"


def person_path(name: str) -> str:
    """A reporter, by name."""
    return f"people/{slug(name)}/"


def list_path(base: str, number: int, count: int) -> str:
    """Page `number` of a list at `base`; the newest, `count`, stands at `base` itself."""
    return base if number == count else f"{base}page/{number}/"
