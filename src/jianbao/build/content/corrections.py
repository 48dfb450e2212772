"""content/corrections.yaml: what was corrected, when, and what was there before.

An entry of its list `corrections`:
`- {digest: content/issues/2025/2025-12-08-02.txt, date: 2026-01-12, text: 修水库, was: paragraph, now: subtitle}`.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import product

from jianbao.model.correction import CORRECTIONS, Correction
from jianbao.model.problem import Problem
from jianbao.text.dates import parse_edtf
from jianbao.text.schema import Fields
from jianbao.text.strict_yaml import load

KEYS = {
    "digest": "the digest, as a path from the archive's root",
    "date": "when it was corrected",
    "text": "the line that it is about, or its beginning",
    "was": "what stood there before: a role (`paragraph`), or the words themselves",
    "now": "what stands there since",
}
"""Every key of an entry with what it means."""

_HEAD = "# What was corrected; readers see it. `jianbao review` adds to it.\ncorrections:\n"
_INDENTS = ("  ", "", "    ", " ", "      ")
"""How far the entries of a list may stand in; the first is ours."""
_LONGEST = 300
"""Characters of a text: a sentence or two."""
_BEGINNING = 40
"""Characters of a line by which readers find it."""


def read_corrections(text: str) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Read the file: every entry that is sound, and all problems."""
    node, found = load(text, file=CORRECTIONS)
    problems = list(found)
    if node is None:
        return (), tuple(problems)
    top = Fields.of(node, file=CORRECTIONS, problems=problems, what="corrections.yaml")
    if top is None:
        return (), tuple(problems)
    top.close(("corrections",))
    entries = [_entry(fields) for fields in top.parts("corrections", "entry")]
    return tuple(one for one in entries if one), tuple(sorted(problems))


def missing_digests(corrections: Iterable[Correction], files: Collection[str]) -> tuple[Problem, ...]:
    """Entries that name a digest which the archive does not have."""
    hint = "write the path as it is now; where the digest was taken out, take the entry out, too"
    return tuple(
        Problem(CORRECTIONS, one.line, f"there is no digest {one.digest}", hint)
        for one in corrections
        if one.digest not in files
    )


def with_correction(text: str, made: Correction) -> str | None:
    """The file with one entry more at its end; a file that is empty or not there begins with its key.

    Every character that was there stays. None where the file is not sound, or its list is written in another style than
    one entry a line below the key: then nothing can be put behind it.
    """
    before, problems = read_corrections(text)
    if problems:
        return None
    feed = "\r\n" if "\r\n" in text else "\n"
    start = text + feed * (not text.endswith("\n") and text != "")
    made = replace(made, text=made.text.strip()[:_BEGINNING].strip())
    heads = ("", "corrections:\n") if text.strip() else (_HEAD,)
    for head, indent in product(heads, _INDENTS):
        after = start + f"{head}{indent}{entry(made)}\n".replace("\n", feed)
        read, wrong = read_corrections(after)
        if not wrong and [replace(one, line=made.line) for one in read[len(before) :]] == [made]:
            return after
    return None


def entry(made: Correction) -> str:
    """The line of an entry. What does not print is escaped, as YAML wants it."""
    quoted = {"digest": made.digest, "text": made.text, "was": made.was, "now": made.now}
    told = {key: "".join(map(_shown, json.dumps(value, ensure_ascii=False))) for key, value in quoted.items()}
    return "- {{digest: {digest}, date: {date}, text: {text}, was: {was}, now: {now}}}".format(date=made.date, **told)


def _shown(char: str) -> str:
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def _entry(fields: Fields) -> Correction | None:
    fields.close(KEYS)
    before = len(fields.problems)
    for key in KEYS:
        fields.text(key, required=True)
    date = fields.stated("date", parse_edtf)
    text, was, now = (fields.stated(key, _short) for key in ("text", "was", "now"))
    if len(fields.problems) > before or date is None or text is None or was is None or now is None:
        return None
    return Correction(fields.text("digest"), date, text, was, now, fields.mapping.line)


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(f"say it in at most {_LONGEST} characters")
    return text
