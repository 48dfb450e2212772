r"""Marks: what a person (or `jianbao mark`) wrote into a digest to say what a line is.

Grammar only; what marks mean for a page is in `marking`.

    # A headline {#20251208-01 topic=talent}
    冯俊峰 {.subtitle}
    a line that really ends in a mark \{.title}
    \# a line that really begins with a number sign and a space
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from jianbao.model.digest import Kind, Role
from jianbao.text.devices import is_device
from jianbao.text.nearest import nearest
from jianbao.text.numerals import read_number

HEADLINE = "# "
START = "start"
FURNITURE = "furniture"
CONTINUATION = "continuation"
ROLES = (*(role.value for role in Role), CONTINUATION, FURNITURE)
LISTS = ("topic", "county", "byline")
KEYS = (*LISTS, "kind", "source", "continued_from", "continued_on")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 80
# What may stand between the braces of a mark: words that begin with a dot or a number sign, or that set a key.
_WORD = re.compile(r"[.#][^\s{}]*|[A-Za-z_]+=[^\s{}]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one line's mark says; `None` and empty where it says nothing."""

    role: str | None = None
    """One of `ROLES`."""
    start: bool = False
    """An article begins on this line (`{.start}`)."""
    id: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    """(key, value) in the order of writing; a key of `LISTS` may come several times."""

    def __bool__(self) -> bool:
        return self is not _NO_MARK and self != _NO_MARK


_NO_MARK = Mark()


class MarkedLine(NamedTuple):
    """A line of a digest, its mark taken off."""

    text: str
    """The line as printed: without mark and escapes, everything else kept."""
    mark: Mark
    errors: tuple[tuple[str, str], ...] = ()
    """(message, hint) of what is wrong in the mark."""


def read_mark(line: str) -> MarkedLine:
    """Split a line into its text and its mark."""
    if "}" not in line and not line.startswith(("#", "\\")):
        return MarkedLine(line, _NO_MARK)
    text, words = _braces(line)
    text = _unescape_end(text)
    headline = text.startswith(HEADLINE) and text[len(HEADLINE) :].strip() != ""
    if headline:
        text = text[len(HEADLINE) :]
    if text.startswith("\\") and text.lstrip("\\").startswith(HEADLINE):
        text = text[1:]
    mark, errors = _read_words(words, headline=headline)
    if not text.strip() and (mark.role or mark.start):
        errors += (("a role stands on a line without text", "write the mark at the end of the line that it is about"),)
        mark = Mark(id=mark.id, settings=mark.settings)
    return MarkedLine(text, mark, errors)


def write_mark(line: str, *, role: str | None, start: bool = False, pinned: str | None = None) -> str:
    """Write a role, a start and an id into a line of a digest that may have marks already; every byte of it stays.

    A title becomes a headline (`# `). What the line says already is not said again.
    """
    said = read_mark(line).mark
    if role == "title" and said.role is None:
        line, role = HEADLINE + line, None
    words = [f".{role}"] * (role is not None and said.role is None) + [f".{START}"] * (start and not said.start)
    words += [f"#{pinned}"] * (pinned is not None and said.id is None)
    return f"{line} {{{' '.join(words)}}}" if words else line


def without_role(line: str) -> str:
    """The line of a digest without what says its role; its text, its id and all else that it says stay."""
    role = read_mark(line).mark.role
    text, words = _braces(line)
    kept = [word for word in words if word != f".{role}"]
    if len(kept) < len(words):
        line = text + (f" {{{' '.join(kept)}}}" if kept else "")
    if role == Role.TITLE and line.startswith(HEADLINE):
        line = line.removeprefix(HEADLINE)
        # What a headline began with would now make it one.
        line = "\\" * line.startswith(HEADLINE) + line
    return line


def _braces(line: str) -> tuple[str, list[str]]:
    """The line without the marks at its end (one space before each goes too), and the words of them all in order."""
    groups: list[list[str]] = []
    kept = len(line)
    while True:
        end = _trimmed_end(line, kept)
        opening = line.rfind("{", 0, end) if end and line[end - 1] == "}" else -1
        if opening < 0 or line[opening - 1 : opening] == "\\" or not (words := _words(line[opening + 1 : end - 1])):
            return line[:kept], [word for group in reversed(groups) for word in group]
        groups.append(words)
        kept = opening - (line[opening - 1 : opening] == " ")


def _trimmed_end(line: str, end: int) -> int:
    while end and line[end - 1].isspace():
        end -= 1
    return end


def _words(inside: str) -> list[str]:
    words = inside.split()
    return words if all(_WORD.fullmatch(word) for word in words) else []


def _unescape_end(text: str) -> str:
    """Take the backslash off that kept the end of a line from being a mark."""
    end = text.rstrip()
    opening = end.rfind("\\{") if end.endswith("}") else -1
    if opening >= 0 and _words(end[opening + 2 : -1]):
        return text[:opening] + text[opening + 1 :]
    return text


def _read_words(words: list[str], *, headline: bool) -> tuple[Mark, tuple[tuple[str, str], ...]]:
    role, start, pinned = ("title" if headline else None), False, None
    settings: list[tuple[str, str]] = []
    errors: list[tuple[str, str]] = []
    for word in words:
        if word == f".{START}":
            start = True
        elif word.startswith("."):
            name = word[1:]
            if name not in ROLES:
                errors.append((f"unknown role `{word}`", _nearest(name, (*ROLES, START), ".")))
            elif role not in {None, name}:
                errors.append((f"the line is marked as {role} and as {name}", "keep one of the two roles"))
            else:
                role = name
        elif word.startswith("#"):
            if pinned is None and is_id(word[1:]):
                pinned = word[1:]
            else:
                errors.append(_wrong_id(word, pinned))
        else:
            error = _read_setting(word, settings)
            errors += [error] if error else []
    return Mark(role, start, pinned, tuple(settings)), tuple(errors)


def is_id(text: str) -> bool:
    """Whether it may be the id of an article, which is a part of its address."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None and not is_device(text)


def _wrong_id(word: str, pinned: str | None) -> tuple[str, str]:
    if pinned is not None:
        return (
            f"a second id `{word}` (the first is `#{pinned}`)",
            "an article has one id: keep the one that was published",
        )
    return (
        f"`{word}` is not an id",
        f"use lower-case letters, digits and single hyphens, at most {_LONGEST_ID} characters",
    )


def _read_setting(word: str, settings: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Add what `key=value` sets to `settings`, or tell what is wrong with it."""
    key, _, value = word.partition("=")
    if key not in KEYS:
        return f"unknown key `{key}`", _nearest(key, KEYS, "")
    values = [part for part in value.split(",") if part] if key in LISTS else [value] * bool(value)
    if not values:
        return f"`{word}` sets nothing", f"write a value behind `{key}=`, without a space"
    if key == "kind" and value not in set(Kind):
        return f"unknown kind `{value}`", f"the kinds are {', '.join(Kind)}"
    if key.startswith("continued_") and not read_number(value):
        return f"`{value}` is not a page", "write the number of the page, for example 1"
    if key not in LISTS and any(key == earlier for earlier, _ in settings):
        return f"`{key}` is set twice", "keep one of the two"
    settings += [(key, part) for part in values]
    return None


def _nearest(name: str, known: tuple[str, ...], sign: str) -> str:
    near = nearest(name, known)
    if near:
        return f"did you mean `{sign}{near}`? Text that really ends so is written with a backslash before the brace"
    return f"known are {', '.join(sign + word for word in known)}; a backslash before the brace makes it plain text"
