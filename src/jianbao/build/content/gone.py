"""content/gone.yaml: what became of addresses that are no more.

An entry of its list `gone`: `- {address: 20251208-07, date: 2026-01-12, reason: 与上篇合为一稿, moved: 20251208-06}`.
"""

import re
from urllib.parse import unquote

from jianbao.index.addresses import article_at, article_path
from jianbao.model.gone import GONE, Gone
from jianbao.model.problem import Problem
from jianbao.parse.marks import is_id
from jianbao.text.dates import parse_edtf
from jianbao.text.devices import is_device
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import load

KEYS = {
    "address": "id of the article, or the address of another page behind the site's root (`topics/energy/`)",
    "date": "when it was given up",
    "reason": "why; readers see it",
    "moved": "id or address of the page that has what stood there; without it the page says that it was withdrawn",
}
"""Every key of an entry with what it means."""

# As `index.addresses.slug` writes the parts; none is `..`, none a name that file systems take amiss.
_PATH = re.compile(r"(?:[0-9a-z_·~\-\u3400-\u9fff\U00020000-\U0003ffff]{1,200}/)+")
_LONGEST_PART = 200
"""Bytes, as `slug` has it."""
_LONGEST_REASON = 300
"""Characters: a sentence or two."""


def read_gone(text: str) -> tuple[tuple[Gone, ...], tuple[Problem, ...]]:
    """Read the file: every entry that is sound, and all problems."""
    node, found = load(text, file=GONE)
    problems = list(found)
    if node is None:
        return (), tuple(problems)
    top = Fields.of(node, file=GONE, problems=problems, what="gone.yaml")
    if top is None:
        return (), tuple(problems)
    top.close(("gone",))
    entries = [_entry(fields) for fields in top.parts("gone", "entry")]
    return tuple(one for one in entries if one), tuple(sorted(problems))


def entry_line(path: str, date: str, moved: str | None = None) -> str:
    """The line that says in the file what became of an address; its reason is left to the keeper."""
    end = f", moved: {article_at(moved) or moved}" if moved else ""
    return f"- {{address: {article_at(path) or path}, date: {date}, reason: …{end}}}"


def _entry(fields: Fields) -> Gone | None:
    fields.close(KEYS)
    before = len(fields.problems)
    for key in ("address", "date", "reason"):
        fields.text(key, required=True)
    path = fields.stated("address", read_address)
    date = fields.stated("date", parse_edtf)
    reason = fields.stated("reason", _reason)
    moved = fields.stated("moved", read_address)
    if len(fields.problems) > before or path is None or date is None or reason is None:
        return None
    return Gone(path, date, reason, moved, fields.mapping.line)


def read_address(text: str) -> str:
    """The path that an id or an address names. ValueError with a hint where it is neither."""
    if is_id(text):
        return article_path(text)
    path = unquote(text).removeprefix("/").removesuffix("index.html")
    path += "/" * (not path.endswith("/"))
    long = any(len(part.encode()) > _LONGEST_PART for part in path.split("/"))
    if long or not _PATH.fullmatch(path) or any(map(is_device, path.split("/"))):
        raise ValueError("write the id of an article (20251208-07), or an address of the site: topics/energy/")
    return path


def _reason(text: str) -> str:
    if len(text) > _LONGEST_REASON:
        raise ValueError(f"say it in at most {_LONGEST_REASON} characters")
    return text
