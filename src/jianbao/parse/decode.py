"""Tagging a page: the best path through the states of its lines, and how sure each part of it is.

Viterbi finds the path, forward and backward passes the probabilities. Marks are hard: a state that a mark excludes has
no probability at all, so the lines around a mark arrange themselves by it. The grammar of `states` is nearly hard: a
path may break it at a high price, which only marks that contradict it will ever pay.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from jianbao.parse.features import extract
from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.model import Model, emissions, load
from jianbao.parse.states import STATES, grammar

UNGRAMMATICAL = -60.0
"""Log-odds against a transition that the grammar forbids: far beyond what features ever say, far within a float."""

_FLOOR = -80.0
"""Scores this far below a line's best are held there, so that no probability underflows."""

_Array = npt.NDArray[np.float64]


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """A tag for each line. Lines with `fixed` or `fixed_opens` are tagged so with confidence 1. Time is linear."""
    return tag_with(load(), lines)


def tag_with(model: Model, lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """`tag` by other weights."""
    if not lines:
        return ()
    scores = emissions(model, extract(lines)).astype(float)
    scores = np.maximum(scores, scores.max(axis=1, keepdims=True) + _FLOOR)
    scores[~allowed(lines)] = -np.inf
    begin, follow = _chain(model)
    path = best_path(scores, begin, follow)
    heat = float(model.temperature)
    chances = marginals(scores / heat, begin / heat, follow / heat)
    return tuple(_tags(lines, path, chances))


def allowed(lines: Sequence[PageLine]) -> npt.NDArray[np.bool_]:
    """(n, s): the states that marks leave to each line. Where `fixed` and `fixed_opens` contradict, the label wins."""
    masks = _masks()
    out = np.ones((len(lines), len(STATES)), bool)
    for row, line in zip(out, lines, strict=True):
        if line.fixed is not None or line.fixed_opens is not None:
            row[:] = masks[line.fixed, line.fixed_opens]
    return out


@cache
def _masks() -> dict[tuple[Label | None, bool | None], npt.NDArray[np.bool_]]:
    out = {}
    for label in (None, *Label):
        bears = np.array([label in (None, state.label) for state in STATES])
        for opens in (None, True, False):
            agrees = bears & np.array([opens in (None, state.opens) for state in STATES])
            out[label, opens] = agrees if agrees.any() else bears
    return out


def _chain(model: Model) -> tuple[_Array, _Array]:
    may_begin, may_follow = grammar()
    begin = np.where(may_begin, model.begin, UNGRAMMATICAL)
    return begin.astype(float), np.where(may_follow, model.transitions, UNGRAMMATICAL).astype(float)


def best_path(scores: _Array, begin: _Array, follow: _Array) -> list[int]:
    """The states of the most probable path (Viterbi 1967) for scores (n, s), begin (s,) and transitions (s, s)."""
    into = np.ascontiguousarray(follow.T)
    each = np.arange(len(begin))
    came_from = np.empty(scores.shape, np.int16)
    best = begin + scores[0]
    for at in range(1, len(scores)):
        options = into + best
        choice = options.argmax(axis=1)
        came_from[at] = choice
        best = options[each, choice] + scores[at]
    state = int(best.argmax())
    path = [state]
    for at in range(len(scores) - 1, 0, -1):
        state = int(came_from[at, state])
        path.append(state)
    return path[::-1]


def marginals(scores: _Array, begin: _Array, follow: _Array) -> _Array:
    """(n, s): the probability of each state on each line (forward–backward, scaled at every line)."""
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    onward, backward = np.exp(follow), np.ascontiguousarray(np.exp(follow).T)
    forward, behind = np.empty_like(emitted), np.ones_like(emitted)
    now = np.exp(begin - begin.max()) * emitted[0]
    forward[0] = now / now.sum()
    for at in range(1, len(emitted)):
        now = (forward[at - 1] @ onward) * emitted[at]
        forward[at] = now / now.sum()
    for at in range(len(emitted) - 2, -1, -1):
        now = (behind[at + 1] * emitted[at + 1]) @ backward
        behind[at] = now / now.sum()
    joint = forward * behind
    chances: _Array = joint / joint.sum(axis=1, keepdims=True)
    return chances


def _tags(lines: Sequence[PageLine], path: Sequence[int], chances: _Array) -> list[LineTag]:
    labels = list(Label)
    bears = np.array([[state.label is label for label in labels] for state in STATES], float)
    of_label = chances @ bears
    of_opening = chances @ np.array([state.opens for state in STATES], float)
    tags = []
    for line, number, by_label, opening in zip(lines, path, of_label, of_opening, strict=True):
        state = STATES[number]
        opens = state.opens if line.fixed_opens is None or state.label is Label.START else line.fixed_opens
        opens = opens and state.label is not Label.FURNITURE
        sure = 1.0 if line.fixed_opens is not None else float(opening if opens else 1 - opening)
        tags.append(LineTag(state.label, opens, min(float(by_label[labels.index(state.label)]), 1.0), min(max(sure, 0.0), 1.0)))
    return tags
