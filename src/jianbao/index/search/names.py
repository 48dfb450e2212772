"""Names that suggestions and other ways to write a query are made of: names.bin.

Gzipped JSON: `kinds`, pairs of a kind and how many of `names` (a line each) are of it; `counts`, the articles of each
(see `table`); `paths` of pages, by number of the name; `readings`, syllables of pinyin, each with the characters that
are read so, and `odd`, the syllables of names that are read otherwise, by number; `former` names, the longest first,
each with what it is called today and the number of the name; `aliases`, each with the number.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Final

from jianbao.index.search.fold import fold
from jianbao.index.search.table import compressed, numbers
from jianbao.model.search import NameKind, SearchDocument, SearchName

NAMES: Final = "names.bin"

_MOST: Final = {NameKind.WORD: 4500, NameKind.REPORTER: 600, NameKind.PERSON: 600}
"""The most frequent of each kind; of places and topics all. So the file stays below 40 kB, however many articles."""

HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_SYLLABLE = re.compile("[a-z]+")


def count_names(documents: Iterable[SearchDocument]) -> dict[SearchName, int]:
    """The articles of each name. Those of the parts of an archive add up to those of the whole."""
    texts = tuple(documents)
    named = {_key(name): name for document in texts for name in document.names}
    every = Counter(key for document in texts for key in dict.fromkeys(map(_key, document.names)))
    return {name: every[key] for key, name in named.items() if _is_writable(name)}


def write_names(articles: Mapping[SearchName, int]) -> bytes:
    """Pack the names that `count_names` counted."""
    counts = _kept(articles)
    names = list(counts)
    place = {name: number for number, name in enumerate(names)}
    spoken = [readings(fold(name.text)) for name in names]
    usual = _usual(zip((fold(name.text) for name in names), spoken, strict=True))
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for char, syllable in sorted(usual.items()):
        by_syllable[syllable].append(char)
    former = sorted(((old, name) for name in names for old in name.former), key=lambda pair: -len(pair[0]))
    columns = {
        "kinds": list(Counter(name.kind for name in names).items()),
        "names": "\n".join(name.text for name in names),
        "counts": numbers(counts.values()),
        "paths": {str(place[name]): name.path for name in names if name.path},
        "readings": " ".join(syllable + "".join(chars) for syllable, chars in sorted(by_syllable.items())),
        "odd": {str(number): " ".join(own) for number, own in _odd(names, spoken, usual)},
        "former": [(old, name.full or name.text, place[name]) for old, name in former],
        "aliases": [[old, place[name]] for name in names for old in (name.full, *name.aliases) if old],
    }
    return compressed(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode())


def _kept(counts: Mapping[SearchName, int]) -> dict[SearchName, int]:
    """The names that are kept, kind by kind, with their articles; one that stands under an earlier kind is left out."""
    kept: dict[SearchName, int] = {}
    taken: set[str] = set()
    for kind in NameKind:
        own = [name for name in counts if name.kind is kind and name.text not in taken]
        frequent = sorted(own, key=lambda name: (-counts[name], _key(name)))[: _MOST.get(kind)]
        kept |= {name: counts[name] for name in sorted(frequent, key=_key)}
        taken |= {name.text for name in own}
    return kept


def _key(name: SearchName) -> tuple[str, str, str]:
    """What tells names apart: quicker to count than they are themselves."""
    return name.text, name.kind, name.path


def _is_writable(name: SearchName) -> bool:
    return bool(fold(name.text)) and "\n" not in name.text


def readings(text: str) -> tuple[str, ...]:
    """Pinyin of each character without tones, ü as v; empty where there is none."""
    # Late, since it reads a dictionary of phrases for 0.4 s: 重庆 is chongqing.
    lazy_pinyin = import_module("pypinyin").lazy_pinyin
    spoken = [""] * len(text)
    for run in HAN.finditer(text):
        syllables = lazy_pinyin(run.group())
        if len(syllables) == len(run.group()):
            spoken[run.start() : run.end()] = [each if _SYLLABLE.fullmatch(each) else "" for each in syllables]
    return tuple(spoken)


def _usual(names: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, str]:
    """How each character is mostly read."""
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for text, spoken in names:
        for char, syllable in zip(text, spoken, strict=True):
            if syllable:
                heard[char][syllable] += 1
    return {char: min(counts, key=lambda each: (-counts[each], each)) for char, counts in heard.items()}


def _odd(
    names: Sequence[SearchName], spoken: Sequence[Sequence[str]], usual: Mapping[str, str]
) -> Iterator[tuple[int, Sequence[str]]]:
    for number, (name, own) in enumerate(zip(names, spoken, strict=True)):
        if list(own) != [usual.get(char, "") for char in fold(name.text)]:
            yield number, own
