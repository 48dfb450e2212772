"""What the tagger sees of each line: measures, cues, cohesion, the characters at its ends, and the style of its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from jianbao.parse import characters, cohesion, cues
from jianbao.parse.characters import CharClass, PageText
from jianbao.parse.labels import PageLine

HEAD, TAIL = 8, 6
"""Characters taken from either end of a line one by one."""

SPAN = 32
"""Pairs of characters of a line's beginning taken without their places."""

PAIR_BUCKETS = 1 << 14
"""Hash values of a pair; bucket 0 stands for none."""

_CLASSES = len(CharClass)
_LENGTHS = (4, 7, 10, 13, 16, 19, 23, 28, 36, 51, 81, 161)
_LONG = 60
"""Lines up to this length are counted for the wrap width: a hard-wrapped column is never wider."""

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """Features of `n` lines."""

    dense: Floats
    """(n, DENSE) measures, not yet standardised."""
    ends: npt.NDArray[np.uint32]
    """(n, HEAD + TAIL) code points at the beginning and, last first, at the end; 0 where the line is shorter."""
    pairs: Ints
    """(n, SPAN) hashed pairs of characters; 0 where the line is shorter."""


def extract(lines: Sequence[PageLine]) -> PageFeatures:
    """Features of a page of at least one line. Linear in its lines and characters."""
    texts = [line.text for line in lines]
    page = characters.read(texts)
    blanks = np.fromiter((min(line.blank_before, 9) for line in lines), np.int64, len(lines))
    dense = np.hstack(
        (
            _place(len(lines)),
            _lengths(page),
            _layout(page, blanks),
            _punctuation(page),
            cues.find(texts),
            cohesion.measure(page),
        )
    )
    return PageFeatures(dense, _ends(page), _hashed_pairs(page))


def _one_hot(values: Ints, size: int) -> Floats:
    return np.eye(size, dtype=np.float32)[values]


def _columns(*values: npt.NDArray[np.generic]) -> Floats:
    return np.column_stack(values).astype(np.float32)


def _place(count: int) -> Floats:
    """Where on the page a line stands."""
    index = np.arange(count)
    back = index[::-1]
    return _columns(
        index / count, np.minimum(index, 8) / 8, np.minimum(back, 8) / 8, index == 0, back == 0, np.full(count, np.log1p(count))
    )


def _lengths(page: PageText) -> Floats:
    """How long a line is, alone and beside its neighbours."""
    length = page.full_lengths
    log = np.log1p(length)
    before, after = np.append(log[:1], log[:-1]), np.append(log[1:], log[-1:])
    return np.hstack(
        (
            _columns(log, np.minimum(length, 60) / 60, log - before, log - after, np.full(len(log), np.median(log)), log - np.mean(log)),
            _one_hot(np.searchsorted(_LENGTHS, length, "right"), len(_LENGTHS) + 1),
        )
    )


def _layout(page: PageText, blanks: Ints) -> Floats:
    """Indents, blank lines and wrap width, alone and against what is usual on the page."""
    length, indent = page.full_lengths, page.indents
    printed = length + indent // 2
    counts = np.bincount(np.minimum(printed, _LONG + 1), minlength=_LONG + 2)[: _LONG + 1]
    pairs = counts[:-1] + counts[1:]
    width = max(int(np.argmax(pairs[6:])) + 7, 8)
    full = pairs[width - 1] / len(length)
    over = np.mean(printed > width + 1)
    after = np.append(blanks[1:], 1)
    usual = np.median(blanks)
    indented = indent > 0
    own = _columns(
        (printed == width) | (printed == width - 1),
        printed == width + 1,
        (printed / width).clip(0, 3),
        printed < width - 1,
        np.minimum(indent, 8) / 8,
        indented,
        indent == 4,  # noqa: PLR2004 - two ideographic spaces, the usual indent of a paragraph
        indented.astype(int) - np.mean(indented),
        blanks == 0,
        blanks == 1,
        blanks > 1,
        after == 0,
        after > 1,
        blanks > usual,
        blanks < usual,
        blanks - np.mean(blanks),
    )
    style = (full, over, width / _LONG, np.mean(indented), np.mean(blanks == 0), np.mean(blanks > 1), usual)
    return np.hstack((own, np.tile(np.array(style, np.float32), (len(length), 1))))


def _punctuation(page: PageText) -> Floats:
    """Classes of characters at the ends and in all, and brackets and quotes left open or closed without an opening."""
    lines = len(page.starts)
    counts = np.bincount(page.line_of * _CLASSES + page.classes, minlength=lines * _CLASSES).reshape(lines, _CLASSES)
    last = page.starts + page.lengths - 1
    second, second_last = np.minimum(page.starts + 1, last), np.maximum(last - 1, page.starts)
    at_ends = [_one_hot(page.classes[at].astype(np.int64), _CLASSES) for at in (page.starts, second, second_last, last)]
    shares = counts / page.lengths[:, None]
    stopped = np.mean(page.classes[last] == CharClass.STOP)
    return np.hstack(
        (*at_ends, np.log1p(counts), shares, _balance(page), np.full((lines, 1), stopped)), dtype=np.float32, casting="unsafe"
    )


def _balance(page: PageText) -> Floats:
    """(n, 4): for quotes and for brackets, openings less closings, and the depth that the line sinks below its start."""
    out = []
    for opening, closing in ((CharClass.QUOTE_OPEN, CharClass.QUOTE_CLOSE), (CharClass.BRACKET_OPEN, CharClass.BRACKET_CLOSE)):
        depth = np.cumsum((page.classes == opening).astype(np.int64) - (page.classes == closing))
        end = depth[page.starts + page.lengths - 1]
        start = np.append(0, end[:-1])
        lowest = np.minimum(np.minimum.reduceat(depth, page.starts) - start, 0)
        out += [(end - start).clip(-2, 2), lowest.clip(-2, 0)]
    return _columns(*out)


def _ends(page: PageText) -> npt.NDArray[np.uint32]:
    forward, backward = np.arange(HEAD), np.arange(TAIL)
    last = page.starts + page.lengths - 1
    top = len(page.codes) - 1
    head = page.codes[np.minimum(page.starts[:, None] + forward, top)] * (forward < page.lengths[:, None])
    tail = page.codes[np.maximum(last[:, None] - backward, 0)] * (backward < page.lengths[:, None])
    return np.hstack((head, tail)).astype(np.uint32)


def _hashed_pairs(page: PageText) -> Ints:
    mixed = page.codes[:-1].astype(np.uint64) * np.uint64(0x9E3779B1) + page.codes[1:].astype(np.uint64) * np.uint64(0x85EBCA77)
    hashed = (mixed >> np.uint64(7)) % np.uint64(PAIR_BUCKETS - 1) + np.uint64(1)
    offset = np.arange(SPAN)
    at = np.minimum(page.starts[:, None] + offset, max(len(hashed) - 1, 0))
    if not len(hashed):
        return np.zeros((len(page.starts), SPAN), np.int64)
    return hashed[at].astype(np.int64) * (offset < page.lengths[:, None] - 1)
