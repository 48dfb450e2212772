"""What the tagger sees of lines and pieces: measures, cues, cohesion, topics, the characters at their ends, layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from jianbao.parse.labels import PageLine
from jianbao.parse.tagger import brackets, characters, cohesion, cues, seams, topics
from jianbao.parse.tagger.characters import CharClass, PageText
from jianbao.parse.tagger.pieces import Piece

HEAD, TAIL = 8, 6
"""Characters taken from either end of a line one by one."""

SPAN, TAIL_SPAN = 32, 16
"""Pairs of characters of a line's beginning and end taken without their places."""

PAIR_BUCKETS = 1 << 14
"""Hash values of a pair; bucket 0 stands for none."""

_CLASSES = len(CharClass)
_LENGTHS = (4, 7, 10, 13, 16, 19, 23, 28, 36, 51, 81, 161)
_LENGTH_CLASS = np.searchsorted(_LENGTHS, np.arange(_LENGTHS[-1] + 1), "right")
"""The class of each length by `_LENGTHS`; all longer ones are in the last."""
_SHORT = 44
_TEXT_ENDS = np.array([ord(character) for character in "。，、；"], np.uint32)
_LONG = 60
"""Lines up to this length are counted for the wrap width: a hard-wrapped column is never wider."""

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Features:
    """Features of `n` lines or pieces."""

    dense: Floats
    """(n, d) measures, not yet standardised."""
    ends: npt.NDArray[np.uint32]
    """(n, HEAD + TAIL) code points at the beginning and, last first, at the end; 0 where the text is shorter."""
    head_pairs: Ints
    """(n, SPAN) hashed pairs of characters at the beginning; 0 where the text is shorter."""
    tail_pairs: Ints
    """(n, TAIL_SPAN) the same at the end, last first."""
    short: Bools
    """(n,): no longer than a heading, and not ending as text does."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What texts show by themselves, lines or pieces, and against the others of the page."""

    lengths: Floats
    """(n, columns)."""
    punctuation: Floats
    """(n, columns)."""
    ends: npt.NDArray[np.uint32]
    """As in `Features`, like those that follow."""
    head_pairs: Ints
    tail_pairs: Ints
    short: Bools


@dataclass(frozen=True, slots=True)
class LinesRead:
    """The lines of a page: what judges whether they continue one another, and what pieces inherit from them."""

    features: Features
    page: PageText
    measures: Measures
    layout: Floats
    """(n, columns) of each line's place in the column, and of the seam before it."""
    cues: Floats
    """(n, cues.COLUMNS)."""


def of_lines(lines: Sequence[PageLine], seam_table: seams.Table) -> LinesRead:
    """Features of a page of at least one line, in linear time."""
    texts = [line.text for line in lines]
    page = characters.read(texts)
    blanks = np.fromiter((min(line.blank_before, 9) for line in lines), np.int64, len(lines))
    seam = seams.measure(page, seam_table)
    layout = np.hstack((_layout(page, blanks), seam[:, : seams.ACROSS]))
    found = cues.find(texts)
    own = _measures(page)
    ends = seam[:, seams.ACROSS :]
    dense = np.hstack((_place(len(lines)), own.lengths, layout, own.punctuation, found, ends))
    features = Features(dense, own.ends, own.head_pairs, own.tail_pairs, own.short)
    return LinesRead(features, page, own, layout, found)


def of_pieces(pieces: Sequence[Piece], lines: LinesRead, topic_table: topics.Table) -> Features:
    """Features of the pieces of a page, whose lines were read before; `topic_table` is that of `topics`."""
    firsts = np.fromiter((piece.first for piece in pieces), np.int64, len(pieces))
    size = np.diff(np.append(firsts, len(lines.layout)))
    unjoined = len(pieces) == len(lines.layout)
    page = lines.page if unjoined else characters.regrouped(lines.page, firsts)
    own = lines.measures if unjoined else _measures(page)
    found = lines.cues[firsts]
    joined = np.flatnonzero(size > 1)
    if len(joined):
        found[joined] = cues.find([pieces[at].line.text for at in joined.tolist()])
    pairs = cohesion.word_pairs(page)
    dense = np.hstack(
        (
            _place(len(pieces)),
            own.lengths,
            lines.layout[firsts],
            _columns(size > 1, np.log(size), np.log(len(lines.layout) / len(pieces))),
            own.punctuation,
            found,
            _likes(page, own.short),
            cohesion.measure(page, pairs),
            topics.measure(page, pairs, topic_table),
        )
    )
    return Features(dense, own.ends, own.head_pairs, own.tail_pairs, own.short)


def _measures(page: PageText) -> Measures:
    return Measures(_lengths(page), _punctuation(page), _ends(page), *_hashed_pairs(page), _short(page))


def _short(page: PageText) -> Bools:
    last = page.codes[page.starts + page.lengths - 1]
    short: Bools = (page.full_lengths <= _SHORT) & (last[:, None] != _TEXT_ENDS).all(axis=1)
    return short


def _likes(page: PageText, short: Bools) -> Floats:
    """(n, 8): how many short lines there are; of each, how many begin, end, measure like it, how far off others are.

    Series show so: 代表 behind each name, 讲述： behind each place, headings of one length over texts of one length.
    """
    out = np.zeros((len(short), 8), np.float32)
    out[:, 7] = np.mean(short)
    at = np.flatnonzero(short)
    if not len(at):
        return out
    codes = page.codes.astype(np.int64)
    first, last = page.starts[at], page.starts[at] + page.lengths[at] - 1
    second, second_last = np.minimum(first + 1, last), np.maximum(last - 1, first)
    shapes = (
        codes[first],
        codes[first] << 32 | codes[second],
        codes[last],
        codes[second_last] << 32 | codes[last],
        page.full_lengths[at],
    )
    for number, shape in enumerate(shapes):
        out[at, number] = np.log(_alike(shape))
    away = np.log1p(np.append(first, len(codes)) - np.append(-1, last) - 1)
    out[at, 5], out[at, 6] = away[:-1], away[1:]
    return out


def _alike(values: Ints) -> Ints:
    """(n,): how many of the values are the same as each. `np.unique` takes three times as long to tell."""
    ranked = np.sort(values)
    return np.searchsorted(ranked, values, "right") - np.searchsorted(ranked, values)


@cache
def _unit_vectors(size: int) -> Floats:
    return np.eye(size, dtype=np.float32)


def _one_hot(values: npt.NDArray[np.integer], size: int) -> Floats:
    return _unit_vectors(size).take(values, axis=0)


def _columns(*values: npt.NDArray[np.generic] | float) -> Floats:
    """(n, len(values)): the values side by side; the first is no lone number."""
    out = np.empty((len(values), len(np.asarray(values[0]))), np.float32)
    for row, each in zip(out, values, strict=True):
        row[:] = each
    return out.T


def _median(values: npt.NDArray[np.generic]) -> float:
    """What `np.median` says, which takes five times as long for a page."""
    ordered = np.sort(values)
    return float(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _place(count: int) -> Floats:
    """Where on the page a line stands."""
    index = np.arange(count)
    back = index[::-1]
    near_top, near_end = np.minimum(index, 8) / 8, np.minimum(back, 8) / 8
    return _columns(index / count, near_top, near_end, index == 0, back == 0, np.log1p(count))


def _lengths(page: PageText) -> Floats:
    """How long a line is, alone and beside its neighbours."""
    length = page.full_lengths
    log = np.log1p(length)
    before, after = np.append(log[:1], log[:-1]), np.append(log[1:], log[-1:])
    capped = np.minimum(length, _LONG) / _LONG
    own = _columns(log, capped, log - before, log - after, _median(log), log - np.mean(log))
    return np.hstack((own, _one_hot(_LENGTH_CLASS.take(length, mode="clip"), len(_LENGTHS) + 1)))


def _layout(page: PageText, blanks: Ints) -> Floats:
    """Indents, blank lines and wrap width, alone and against what is usual on the page."""
    length, indent = page.full_lengths, page.indents
    printed = length + indent // 2
    counts = np.bincount(np.minimum(printed, _LONG + 1), minlength=_LONG + 2)[: _LONG + 1]
    pairs = counts[:-1] + counts[1:]
    width = max(int(np.argmax(pairs[6:])) + 7, 8)
    full = pairs[width - 1] / len(length)
    over = np.mean(printed > width + 1)
    longer = 1 - np.cumsum(counts) / len(length)
    held = np.minimum(printed, _LONG)
    after = np.append(blanks[1:], 1)
    usual = _median(blanks)
    indented = indent > 0
    own = _columns(
        (printed == width) | (printed == width - 1),
        printed == width + 1,
        (printed / width).clip(0, 3),
        printed < width - 1,
        counts[held] / len(length),
        longer[held],
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
    exact = counts[min(width, _LONG)] / max(pairs[width - 1], 1)
    style = (full, exact, over, width / _LONG, np.mean(indented), np.mean(blanks == 0), np.mean(blanks > 1), usual)
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
    parts = (*at_ends, np.log1p(counts), shares, brackets.balance(page), np.full((lines, 1), stopped))
    return np.hstack(parts, dtype=np.float32, casting="unsafe")


def _ends(page: PageText) -> npt.NDArray[np.uint32]:
    forward, backward = np.arange(HEAD), np.arange(TAIL)
    last = page.starts + page.lengths - 1
    top = len(page.codes) - 1
    head = page.codes[np.minimum(page.starts[:, None] + forward, top)] * (forward < page.lengths[:, None])
    tail = page.codes[np.maximum(last[:, None] - backward, 0)] * (backward < page.lengths[:, None])
    return np.hstack((head, tail)).astype(np.uint32)


def _hashed_pairs(page: PageText) -> tuple[Ints, Ints]:
    codes = np.append(page.codes, np.uint32(0)).astype(np.uint64)
    mixed = codes[:-1] * np.uint64(0x9E3779B1) + codes[1:] * np.uint64(0x85EBCA77)
    mixed >>= np.uint64(7)
    # The remainder, five times as fast as `%`.
    mixed -= mixed // np.uint64(PAIR_BUCKETS - 1) * np.uint64(PAIR_BUCKETS - 1)
    hashed = mixed.astype(np.int64) + 1
    held = page.lengths[:, None] - 1
    forward, backward = np.arange(SPAN), np.arange(TAIL_SPAN)
    first, last = page.starts[:, None], page.starts[:, None] + held - 1
    head = hashed[np.minimum(first + forward, len(hashed) - 1)]
    tail = hashed[np.maximum(last - backward, 0)]
    return np.where(forward < held, head, 0), np.where(backward < held, tail, 0)
