"""Tagging a page: the probability of each state on each line, and the path that gets most lines right.

Lines that surely continue one another are joined into pieces first (see `pieces`). Forward and backward passes give the
probabilities of their states; Viterbi then finds, among the paths that the grammar allows, the one with the greatest
sum of them and of the probabilities of opening or not (posterior decoding; on tuning pages it cut a fiftieth of the
wrong articles that the most probable path had). Marks are hard: a state that a mark excludes has no probability at all,
so the lines around a mark arrange themselves by it. The grammar of `states` is nearly hard: a path may break it at a
high price, which only marks that contradict it will ever pay.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.tagger.features import Features, LinesRead, of_lines, of_pieces
from jianbao.parse.tagger.model import Model, join_scores, load, state_scores
from jianbao.parse.tagger.pieces import SURE, Piece, gather, may_join
from jianbao.parse.tagger.states import STATES, grammar

UNGRAMMATICAL = -60.0
"""Log-odds against a transition that the grammar forbids: far beyond what features ever say, far within a float."""

BREACH, EXCLUDED = -1e3, -1e7
"""What breaking the grammar, and breaking a mark, cost a path that gains at most 3 a line."""

OPENINGS = 0.1
"""Share of openings among lines that continue nothing (.07 on learned pages): the risk when a join is wrong."""

OPENING_WEIGHT = 2.0
"""What it is worth that a piece opens an article rightly, or rightly does not, against 1 for its state: a wrong opening
spoils two articles, a wrong label one line."""

_FLOOR = -80.0
"""Scores this far below a line's best are held there, so that no probability underflows."""

_MOST_ODDS = 60.0
_MOST = 1e26
"""Odds beyond e^60 are held there."""

_SCALED = 4
"""Lines after which probabilities are scaled: each lowers them by little more than e^60, and a float holds e^-708."""

_Array = npt.NDArray[np.float64]

_OPENS = np.array([state.opens for state in STATES], float)
_SAME_LABEL = np.array([[one.label is other.label for other in STATES] for one in STATES], float)
"""(s,) the states that open an article, (s, s) those that bear one label."""


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """A tag for each line. Lines with `fixed` or `fixed_opens` are tagged so with confidence 1. Time is linear."""
    return tag_with(load(), lines)


def tag_with(model: Model, lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """`tag` by other weights."""
    if not lines:
        return ()
    seen, joins, joined = _joined(model, lines)
    pieces = gather(lines, joined)
    path, chances = _judged(model, pieces, seen)
    if apart := joined_headings(pieces, path):
        # The joiner learned how text goes on, not how headings do: what it joined to one is left to the taggers.
        pieces = gather(lines, [join and place not in apart for place, join in enumerate(joined)])
        path, chances = _judged(model, pieces, seen)
    return tuple(_spread(pieces, _tags([piece.line for piece in pieces], path, chances), joins))


def _judged(model: Model, pieces: Sequence[Piece], seen: LinesRead) -> tuple[list[int], _Array]:
    """The state of each piece, and (pieces, s) the probabilities of all."""
    scores = _scored(model, pieces, seen)
    begin, follow = chain(model)
    heat = float(model.shared.temperature)
    chances = marginals(scores / heat, begin / heat, follow / heat)
    possible = np.where(np.isneginf(scores), EXCLUDED, gains(chances))
    return best_path(possible, *(np.where(part <= UNGRAMMATICAL, BREACH, 0.0) for part in (begin, follow))), chances


def joined_headings(pieces: Sequence[Piece], path: Sequence[int]) -> set[int]:
    """The lines that were joined to a heading which no mark names."""
    return {
        place
        for piece, number in zip(pieces, path, strict=True)
        if piece.last > piece.first and piece.line.fixed is None and STATES[number].label in _HEADINGS
        for place in range(piece.first + 1, piece.last + 1)
    }


def gains(chances: _Array) -> _Array:
    """(n, s): what a path is expected to gain by each state, from the (n, s) probabilities."""
    opening = chances.dot(_OPENS)[:, None]
    gained: _Array = chances + OPENING_WEIGHT * np.where(_OPENS > 0, opening, 1 - opening)
    return gained


def read(model: Model, lines: Sequence[PageLine]) -> tuple[tuple[Piece, ...], _Array, _Array]:
    """The pieces of a page; (n,) the probability that each line continues the one before; (pieces, s) the scores."""
    seen, joins, joined = _joined(model, lines)
    pieces = gather(lines, joined)
    return pieces, joins, _scored(model, pieces, seen)


def _joined(model: Model, lines: Sequence[PageLine]) -> tuple[LinesRead, _Array, list[bool]]:
    """The lines as they are seen; the probability that each continues the one before; whether it is joined to it."""
    seen = of_lines(lines, model.seams)
    free = np.array([may_join(line) for line in lines])
    joins = join_chances(model, seen.features) if free[1:].any() else np.zeros(len(lines))
    return seen, joins, ((joins >= SURE) & free).tolist()


def _scored(model: Model, pieces: Sequence[Piece], seen: LinesRead) -> _Array:
    """(pieces, s): the scores of the states."""
    raw = state_scores(model, of_pieces(pieces, seen, model.shared.topics)).astype(float)
    scores: _Array = np.maximum(raw, raw.max(axis=1, keepdims=True) + _FLOOR)
    scores[~allowed([piece.line for piece in pieces])] = -np.inf
    return scores


def join_chances(model: Model, features: Features) -> _Array:
    """(n,): the probability that a line continues the one before."""
    return two_state_marginals(join_scores(model, features).astype(float), model.joiner.transitions.astype(float))


def allowed(lines: Sequence[PageLine]) -> npt.NDArray[np.bool_]:
    """(n, s): the states that marks leave to each line. Where `fixed` and `fixed_opens` contradict, the label wins."""
    masks, rows = _masks()
    out: npt.NDArray[np.bool_] = masks.take([rows[line.fixed, line.fixed_opens] for line in lines], axis=0)
    apart = [at for at, line in enumerate(lines) if line.apart and line.fixed is None]
    if apart:
        out[apart] &= ~_joining()
    return out


@cache
def _joining() -> npt.NDArray[np.bool_]:
    """(s,): the states of lines that continue the one before."""
    return np.array([bool(state.continues) or state.label is Label.CONTINUATION for state in STATES])


@cache
def _masks() -> tuple[npt.NDArray[np.bool_], dict[tuple[Label | None, bool | None], int]]:
    """(marks, s): the states that each kind of mark leaves, and the row of each kind."""
    masks: list[npt.NDArray[np.bool_]] = []
    rows: dict[tuple[Label | None, bool | None], int] = {}
    for label in (None, *Label):
        bears = np.array([label in (None, state.label) for state in STATES])
        for opens in (None, True, False):
            agrees = bears & np.array([opens in (None, state.opens) for state in STATES])
            rows[label, opens] = len(masks)
            masks.append(agrees if agrees.any() else bears)
    return np.array(masks), rows


@lru_cache(maxsize=1)
def chain(model: Model) -> tuple[_Array, _Array]:
    """(s,) scores of the first state and (s, s) of transitions, with the grammar's prohibitions."""
    may_begin, may_follow = grammar()
    begin = np.where(may_begin, model.begin, UNGRAMMATICAL)
    return begin.astype(float), np.where(may_follow, model.transitions, UNGRAMMATICAL).astype(float)


def best_path(scores: _Array, begin: _Array, follow: _Array) -> list[int]:
    """The states of the most probable path (Viterbi 1967) for scores (n, s), begin (s,) and transitions (s, s)."""
    options = np.empty_like(follow)
    flat, rows = options.ravel(), np.arange(len(begin)) * len(begin)
    into = np.ascontiguousarray(follow.T)
    came_from = np.empty(scores.shape, np.intp)
    best = begin + scores[0]
    for choice, gained in zip(came_from[1:], scores[1:], strict=True):
        np.add(into, best, out=options)
        options.argmax(axis=1, out=choice)
        best = flat.take(rows + choice)
        best += gained
    state = int(best.argmax())
    path = [state]
    for choices in came_from[:0:-1].tolist():
        state = choices[state]
        path.append(state)
    return path[::-1]


def two_state_marginals(scores: _Array, follow: _Array) -> _Array:
    """(n,): the probability of the second of two states, for scores (n, 2); the first line is in the first.

    `marginals` in odds, several times faster than arrays of two.
    """
    favour = np.exp((scores[:, 1] - scores[:, 0]).clip(-_MOST_ODDS, _MOST_ODDS)).tolist()
    (stay, begin), (end, go_on) = np.exp(follow).tolist()
    forward, behind = [0.0] * len(favour), [1.0] * len(favour)
    odds = 0.0
    for at in range(1, len(favour)):
        odds = min(favour[at] * (begin + odds * go_on) / (stay + odds * end), _MOST)
        forward[at] = odds
    odds = 1.0
    for at in range(len(favour) - 2, -1, -1):
        onward = favour[at + 1] * odds
        odds = (end + go_on * onward) / (stay + begin * onward)
        behind[at] = odds
    both: _Array = np.array(forward) * np.array(behind)
    chances: _Array = both / (1 + both)
    return chances


def marginals(scores: _Array, begin: _Array, follow: _Array) -> _Array:
    """(n, s): the probability of each state on each line (forward–backward).

    Both passes are one, side by side in a row, the second from the last line up: half as many small steps.
    """
    states = len(begin)
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    onward = np.exp(follow)
    passes, halves = np.zeros((2, 2 * states, 2 * states))
    passes[:states, :states], passes[states:, states:] = onward, onward.T
    halves[:states, :states] = halves[states:, states:] = 1
    runs = np.hstack((emitted, emitted[::-1]))
    now = runs[0]
    now[:states] *= np.exp(begin - begin.max())
    for at in range(1, len(runs)):
        before, now = now, runs[at]
        now *= before.dot(passes)
        if at % _SCALED == 0:
            now /= now.dot(halves)
    joint = runs[:, :states].copy()
    joint[:-1] *= runs[-2::-1, states:].dot(onward.T)
    chances: _Array = joint / joint.sum(axis=1, keepdims=True)
    return chances


_HEADINGS = frozenset({Label.TITLE, Label.KICKER, Label.SUBTITLE, Label.COLUMN})
_CAPTION = re.compile(r"\s*[上下左右题]?图为")
_START, _FURNITURE = Label.START, Label.FURNITURE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_UNCLEAR = frozenset({Label.PARAGRAPH, Label.CREDIT, Label.BYLINE})


def _said_by_itself(line: PageLine, label: Label) -> Label:
    """A line that says 图为 is a caption, whoever else is named on it: only the photographer's credit confuses that."""
    unclear = line.fixed is None and label in _UNCLEAR
    return Label.CAPTION if unclear and _CAPTION.match(line.text) else label


_NEXT = {
    Label.TITLE: Label.TITLE_NEXT,
    Label.KICKER: Label.KICKER_NEXT,
    Label.SUBTITLE: Label.SUBTITLE_NEXT,
    Label.TITLE_NEXT: Label.TITLE_NEXT,
    Label.KICKER_NEXT: Label.KICKER_NEXT,
    Label.SUBTITLE_NEXT: Label.SUBTITLE_NEXT,
    Label.FURNITURE: Label.FURNITURE,
}


def _spread(pieces: Sequence[Piece], tags: Sequence[LineTag], joins: _Array) -> list[LineTag]:
    """The tags of the lines of the pieces: the first bears the piece's, the others continue it."""
    out = []
    for piece, tag_of_piece in zip(pieces, tags, strict=True):
        out.append(tag_of_piece)
        label = _NEXT.get(tag_of_piece.label, Label.CONTINUATION)
        rest = joins[piece.first + 1 : piece.last + 1].tolist()
        out += [LineTag(label, False, sure, 1 - (1 - sure) * OPENINGS) for sure in rest]  # noqa: FBT003 - as in the class
    return out


def _tags(lines: Sequence[PageLine], path: Sequence[int], chances: _Array) -> list[LineTag]:
    of_state = chances.dot(_SAME_LABEL)[np.arange(len(path)), path].clip(max=1.0).tolist()
    of_opening = chances.dot(_OPENS).clip(0.0, 1.0).tolist()
    tags = []
    for line, number, confidence, opening in zip(lines, path, of_state, of_opening, strict=True):
        state, marked = STATES[number], line.fixed_opens
        opens = state.opens if marked is None or state.label is _START else marked
        opens = opens and state.label is not _FURNITURE
        sure = 1.0 if marked is not None else opening if opens else 1 - opening
        tags.append(LineTag(_said_by_itself(line, state.label), opens, confidence, sure))
    return tags
