"""The hidden states of the line tagger: labels, split where a newspaper's grammar needs it.

An article is a group of headings, then text: `(column | kicker | deck)* headline (deck | column)* text*`. Its first
line opens it. A deck before the headline and one behind it are different states, and so are furniture above the first
article and furniture further on; so every path that the grammar allows opens an article at the first line that is not
furniture.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from jianbao.parse.labels import Label


class Stage(StrEnum):
    """Where in an article (or outside it) a state stands."""

    TOP = "top"
    BEFORE_HEADLINE = "before headline"
    HEADLINE = "headline"
    AFTER_HEADLINE = "after headline"
    TEXT = "text"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class State:
    """One hidden state."""

    label: Label
    stage: Stage
    opens: bool = False
    continues: frozenset[Label] = frozenset()
    """It continues the line before, which must bear one of these labels; empty: it stands for itself."""


def _next_of(label: Label, following: Label) -> frozenset[Label]:
    return frozenset({label, following})


_KICKER = _next_of(Label.KICKER, Label.KICKER_NEXT)
_TITLE = _next_of(Label.TITLE, Label.TITLE_NEXT)
_DECK = _next_of(Label.SUBTITLE, Label.SUBTITLE_NEXT)

STATES: tuple[State, ...] = (
    State(Label.KICKER, Stage.BEFORE_HEADLINE, opens=True),
    State(Label.KICKER, Stage.BEFORE_HEADLINE),
    State(Label.KICKER_NEXT, Stage.BEFORE_HEADLINE, continues=_KICKER),
    State(Label.SUBTITLE, Stage.BEFORE_HEADLINE, opens=True),
    State(Label.SUBTITLE, Stage.BEFORE_HEADLINE),
    State(Label.SUBTITLE_NEXT, Stage.BEFORE_HEADLINE, continues=_DECK),
    State(Label.COLUMN, Stage.BEFORE_HEADLINE, opens=True),
    State(Label.COLUMN, Stage.BEFORE_HEADLINE),
    State(Label.TITLE, Stage.HEADLINE, opens=True),
    State(Label.TITLE, Stage.HEADLINE),
    State(Label.TITLE_NEXT, Stage.HEADLINE, continues=_TITLE),
    State(Label.SUBTITLE, Stage.AFTER_HEADLINE),
    State(Label.SUBTITLE_NEXT, Stage.AFTER_HEADLINE, continues=_DECK),
    State(Label.COLUMN, Stage.AFTER_HEADLINE),
    State(Label.START, Stage.TEXT, opens=True),
    State(Label.BYLINE, Stage.TEXT),
    State(Label.CREDIT, Stage.TEXT),
    State(Label.DATELINE, Stage.TEXT),
    State(Label.PARAGRAPH, Stage.TEXT),
    State(Label.CONTINUATION, Stage.TEXT),
    State(Label.CROSSHEAD, Stage.TEXT),
    State(Label.CAPTION, Stage.TEXT),
    State(Label.JUMP, Stage.TEXT),
    State(Label.FURNITURE, Stage.TOP),
    State(Label.FURNITURE, Stage.OUTSIDE),
)

_FOLLOWS: dict[Stage, frozenset[Stage]] = {
    Stage.TOP: frozenset({Stage.TOP}),
    Stage.BEFORE_HEADLINE: frozenset({Stage.BEFORE_HEADLINE}),
    Stage.HEADLINE: frozenset({Stage.BEFORE_HEADLINE}),
    Stage.AFTER_HEADLINE: frozenset({Stage.HEADLINE, Stage.AFTER_HEADLINE}),
    Stage.TEXT: frozenset({Stage.HEADLINE, Stage.AFTER_HEADLINE, Stage.TEXT, Stage.OUTSIDE}),
    Stage.OUTSIDE: frozenset({Stage.HEADLINE, Stage.AFTER_HEADLINE, Stage.TEXT, Stage.OUTSIDE}),
}
"""The stages that may stand on the line before a line that does not open an article."""


@cache
def index_of(label: Label, stage: Stage, *, opens: bool = False) -> int:
    """The number of a state. Raises StopIteration when there is none such."""
    return next(i for i, s in enumerate(STATES) if (s.label, s.stage, s.opens) == (label, stage, opens))


def may_follow(before: State, after: State) -> bool:
    """Whether the grammar lets `after` stand on the line behind `before`."""
    if after.opens:
        return before.stage is not Stage.BEFORE_HEADLINE
    if after.continues:
        return before.label in after.continues and before.stage is after.stage
    return before.stage in _FOLLOWS[after.stage]


def may_begin(state: State) -> bool:
    """Whether a page may begin with it."""
    return state.opens or state.stage is Stage.TOP


@cache
def grammar() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """(s,) states that may begin a page and (s, s) transitions that are allowed, row before column."""
    begin = np.array([may_begin(state) for state in STATES])
    follow = np.array([[may_follow(before, after) for after in STATES] for before in STATES])
    return begin, follow
