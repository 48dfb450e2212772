"""Chinese words. The only place that knows jieba and rjieba.

rjieba (jieba-rs) is the engine, twenty to thirty times as fast; jieba is the reference and stands in where no wheel of
rjieba fits the machine. They differ around Latin letters and digits only, so nothing but runs of Han characters is ever
given to either: then both cut text of words the same (a test holds them together). In a run of characters that makes
no words, their guesses at unknown names may differ.
"""

import re
import warnings
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

_HAN_RUN = re.compile("([\u4e00-\u9fd5]+)")

# How often each added word counts as seen in jieba's corpus of 60 million words. The dictionary has 正安 five times, so
# that it reads 正|安吉|他 in 正安吉他; at 300 it reads 正安|吉他, and still 真正|安全, 公平|正|安居 and 服务|川|渝.
_ADDED_FREQUENCY = 300

_MEDIAN_IDF = 11.9547675029
"""Median of jieba's list, which is what jieba.analyse gives to a word that the list lacks."""


class _Engine(Protocol):
    def cut(self, text: str) -> Any: ...  # noqa: ANN401 - jieba yields, rjieba returns a list


class Segmenter:
    """Cuts text into words. Not picklable: ask `segmenter` for it in each process."""

    def __init__(self, engine: _Engine, classify: Callable[[str], str]) -> None:
        self._engine = engine
        self._classify = classify
        self._classes: dict[str, str] = {}

    def cut(self, text: str) -> list[str]:
        """The pieces that tile `text`: words of Han characters, and whatever stands between two runs of them."""
        before, *rest = _HAN_RUN.split(text)
        # All runs at once, a line each, as both engines cut at line ends: many calls took half as long again.
        pieces = list(self._engine.cut("\n".join(rest[::2])))
        place = -1
        for between in rest[1:-1:2]:
            place = pieces.index("\n", place + 1)
            pieces[place] = between
        if before:
            pieces.insert(0, before)
        if rest and rest[-1]:
            pieces.append(rest[-1])
        return pieces

    def word_class(self, word: str) -> str:
        """What the dictionary takes a word for; empty for a word that it does not know.

        `n` is a noun, `v` a verb, `vn` a verbal noun, `nr` a person, `ns` a place, `t` a time, and so on. It tells of
        the word alone, not of its use in a sentence.
        """
        found = self._classes.get(word)
        if found is None:
            found = self._classes[word] = self._classify(word)
        return found


@lru_cache(maxsize=4)
def segmenter(names: tuple[str, ...] = (), terms: tuple[str, ...] = ()) -> Segmenter:
    """The segmenter with the words of an archive added; loaded at the first call, about 0.25 s.

    `names` are made frequent enough to be kept whole against all but the most common words; so are those of the `terms`
    that the dictionary does not know, while the others keep the frequency that it gives them.
    """
    if find_spec("rjieba") is None:
        return reference_segmenter(names, terms)
    engine = import_module("rjieba").Jieba()
    _add(engine, engine.has_word, names, terms)

    def classify(word: str) -> str:
        tagged = engine.tag(word) if engine.has_word(word) else []
        # A word that the engine would cut into others is rarer than they are together.
        return str(tagged[0][1]) if len(tagged) == 1 else ""

    return Segmenter(engine, classify)


def reference_segmenter(names: tuple[str, ...] = (), terms: tuple[str, ...] = ()) -> Segmenter:
    """The same on jieba itself, slow to load and to run.

    Its dictionary is read without `initialize`, which logs to stderr and caches in a folder that all may write to.
    """
    with warnings.catch_warnings():
        # jieba 0.42.1 is full of invalid escapes and asks for pkg_resources: errors under `python -W error`.
        warnings.simplefilter("ignore")
        jieba = import_module("jieba")
    engine = jieba.Tokenizer()
    with (_data_folder() / "dict.txt").open("rb") as dictionary:
        engine.FREQ, engine.total = engine.gen_pfdict(dictionary)
    engine.initialized = True
    classes = dict(line.split(" ")[::2] for line in _dictionary().split("\n") if line)
    _add(engine, engine.FREQ.get, names, terms)

    def classify(word: str) -> str:
        return classes.get(word, "") if len([*engine.cut(word)]) == 1 else ""

    return Segmenter(engine, classify)


def _dictionary() -> str:
    """Jieba's dictionary: a word, its frequency and its class a line."""
    return (_data_folder() / "dict.txt").read_text("utf-8")


@lru_cache(maxsize=1)
def _idf_list() -> dict[bytes, bytes]:
    # Kept as bytes: 270,000 words in 0.1 s, and only the few that are asked for become numbers. No word has a space.
    parts = iter((_data_folder() / "analyse" / "idf.txt").read_bytes().split())
    return dict(zip(parts, parts, strict=True))


def inverse_document_frequency(word: str) -> float:
    """How telling a word is: about 2 for 我们, 6 for 能源, 12 for a word that the list (jieba's, MIT) does not know."""
    return float(_idf_list().get(_as_listed(word), _MEDIAN_IDF))


def is_listed(word: str) -> bool:
    """Whether jieba's list of document frequencies knows the word."""
    return _as_listed(word) in _idf_list()


def _as_listed(word: str) -> bytes:
    """The word as the list writes it; half of a surrogate pair is in no list."""
    return word.encode(errors="replace")


def _add(engine: Any, knows: Callable[[str], object], names: tuple[str, ...], terms: tuple[str, ...]) -> None:  # noqa: ANN401 - either engine
    for term in terms:
        if not knows(term):
            engine.add_word(term, _ADDED_FREQUENCY, None)
    for name in names:
        engine.add_word(name, _ADDED_FREQUENCY, None)


def _data_folder() -> Path:
    # Asked of the finder: importing jieba for the sake of a text file would cost half a second.
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed", name="jieba")
    return Path(spec.origin).parent
