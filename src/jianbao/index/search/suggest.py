"""Suggestions, and other ways to write a query: in Python what suggest.js is in browsers."""

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from typing import Any, Final, Literal, NotRequired, TypedDict

from jianbao.index.search.fold import WHITE_SPACE, fold
from jianbao.index.search.match import Read
from jianbao.index.search.names import HAN, NAMES
from jianbao.index.search.sounds import FAR, Name, by_sound, closeness, words
from jianbao.index.search.table import row_numbers
from jianbao.index.search.traditional import VARIANTS, Variants, read_variants
from jianbao.model.search import NameKind

Suggestion = TypedDict(
    "Suggestion",
    {
        "text": str,
        "query": str,
        "kind": str,
        "count": int,
        "url": NotRequired[str],
        "from": NotRequired[str],
        "of": NotRequired[str],
    },
)
"""`text` completes the last term, `query` is all that was typed with it in place; `count` is of articles; `url`, below
the site's root, is its page, if there is one; `from` the former name that was typed, if it was one. Another name or a
landmark completes to itself: `of` is then what is counted, and has the page."""

Alternative = TypedDict(
    "Alternative", {"query": str, "kind": Literal["traditional", "pinyin", "former"], "from": str, "to": str}
)
"""A whole query, and the part of it that was written anew."""

_MOST: Final = 3
"""Alternatives offered."""
_LAST: Final = re.compile(rf'[^{WHITE_SPACE}"]*\Z')
_LETTERS: Final = "[A-Za-züÜ']+"
_RUN: Final = re.compile(rf"(?<![^{WHITE_SPACE}]){_LETTERS}(?:[{WHITE_SPACE}]+{_LETTERS})*(?![^{WHITE_SPACE}])")
_SPACES: Final = re.compile(f"([{WHITE_SPACE}]+)")

_Part = str | list[Name]
"""Of a query: text, or words that sound the same."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """A name, and how it was typed where that is not how it is written."""

    name: Name
    former: str = ""
    alias: str = ""


@dataclass(frozen=True)
class Helper:
    """The names of an archive."""

    names: Sequence[Name]
    former: Sequence[tuple[str, str, int]]
    """Names no longer in use, the longest first; what they are today; and the number of what they name."""
    aliases: Sequence[tuple[str, int]]
    """Other names and landmarks, and the number of what they name."""
    read: Read

    def suggest(self, typed: str, limit: int = 8) -> list[Suggestion]:
        """Names that begin as the last term does: in characters, in pinyin, or by first letters of syllables."""
        term = _LAST.search(typed)
        last = term[0].removeprefix("-") if term else ""
        wanted = fold(last).replace("ü", "v")
        if not wanted:
            return []
        found = self._beginning(wanted)
        if not found and HAN.search(last):
            found = self._beginning(self._variants.simplify(wanted))
        before = typed[: len(typed) - len(last)]
        return [_suggestion(meant, before) for meant in found[:limit]]

    def alternatives(self, query: str, count: Callable[[str], int]) -> list[Alternative]:
        """The query in simplified characters, with the names of today, in characters instead of pinyin.

        Only what finds something is offered: `count` tells how many articles a query finds.
        """
        return [other for other in self._rewritten(query) if count(other["query"])][:_MOST]

    def _beginning(self, wanted: str) -> list[_Meant]:
        """Names, the likeliest first."""
        steps = {number: closeness(name, wanted) for number, name in enumerate(self.names)}
        found = {number: (step, _Meant(self.names[number])) for number, step in steps.items() if step < FAR}
        for old, _, number in self.former:
            if number not in found and fold(old).startswith(wanted):
                found[number] = 0, _Meant(self.names[number], former=old)
        for alias, number in self.aliases:
            if number not in found and fold(alias).startswith(wanted):
                found[number] = 0, _Meant(self.names[number], alias=alias)
        order = sorted(found, key=lambda number: (found[number][0], -self.names[number].count, number))
        return [found[number][1] for number in order]

    def _rewritten(self, query: str) -> Iterator[Alternative]:
        simple = self._variants.simplify(query) if HAN.search(query) else query
        if simple != query:
            yield _alternative("traditional", query, simple)
        today = simple
        for old, name, _ in self.former:
            today = today.replace(old, name)
        if today != simple:
            yield _alternative("former", query, today)
        for written in self._written(query):
            yield _alternative("pinyin", query, written)

    def _written(self, query: str) -> Iterator[str]:
        """The query with its pinyin in characters, the likeliest first."""
        parts: list[_Part] = []
        at = 0
        for run in _RUN.finditer(query):
            parts += [query[at : run.start()], *self._words(run[0])]
            at = run.end()
        parts.append(query[at:])
        if any(not isinstance(part, str) for part in parts):
            yield _text(parts, -1, 0)
            for place, part in enumerate(parts):
                if not isinstance(part, str):
                    yield from (_text(parts, place, nth) for nth in range(1, min(len(part), _MOST)))

    def _words(self, run: str) -> list[_Part]:
        """Words for some terms that may be pinyin: for all of them together, or each by itself."""
        together = words(run, self._sounds)
        if together:
            return _spaced(together)
        return [part for term in _SPACES.split(run) for part in _spaced(words(term, self._sounds)) or [term]]

    @cached_property
    def _sounds(self) -> Mapping[str, Sequence[Name]]:
        return by_sound(self.names)

    @cached_property
    def _variants(self) -> Variants:
        return read_variants(gzip.decompress(self.read(VARIANTS)).decode())


def open_names(read: Read) -> Helper:
    """Open the names of an archive; `read` gives a file by its name below the folder `search/`."""
    data = json.loads(gzip.decompress(read(NAMES)))
    usual = {char: run[1] for run in _runs(data["readings"]) for char in run[2]}
    kinds = chain.from_iterable(repeat(NameKind(kind), size) for kind, size in data["kinds"])
    texts = data["names"].split("\n") if data["names"] else []
    names = []
    for number, (text, kind, count) in enumerate(zip(texts, kinds, row_numbers(data["counts"]), strict=True)):
        chars = fold(text)
        odd = data["odd"].get(str(number))
        readings = tuple(odd.split(" ") if odd is not None else (usual.get(char, "") for char in chars))
        names.append(Name(text, chars, readings, kind, count, data["paths"].get(str(number), "")))
    former = [(old, today, number) for old, today, number in data["former"]]
    aliases = [(alias, number) for alias, number in data["aliases"]]
    return Helper(names, former, aliases, read)


def _runs(readings: str) -> Iterable[Any]:
    return re.finditer("([a-z]+)([^ ]+)", readings)


def _suggestion(meant: _Meant, before: str) -> Suggestion:
    name = meant.name
    text = meant.alias or name.text
    made = Suggestion(text=text, query=before + text, kind=name.kind, count=name.count)
    if name.path:
        made["url"] = name.path
    if meant.former:
        made["from"] = meant.former
    if meant.alias:
        made["of"] = name.text
    return made


def _spaced(found: Sequence[list[Name]]) -> list[_Part]:
    parts: list[_Part] = []
    for same in found:
        parts += [" ", same] if parts else [same]
    return parts


def _text(parts: Sequence[_Part], place: int, nth: int) -> str:
    """Write the words, the most frequent of each sound, but the `nth` at one place."""
    return "".join(
        part if isinstance(part, str) else part[nth if i == place else 0].text for i, part in enumerate(parts)
    )


def _alternative(kind: Literal["traditional", "pinyin", "former"], before: str, after: str) -> Alternative:
    """Tell the whole terms that two queries do not share."""
    old, new = ([term for term in _SPACES.split(text) if fold(term)] for text in (before, after))
    return {
        "query": after,
        "kind": kind,
        "from": " ".join(term for term in old if term not in new),
        "to": " ".join(term for term in new if term not in old),
    }
