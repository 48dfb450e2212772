"""Quick figures on composed pages, to watch a fit by. The figures that count come from `tests/eval`."""

from collections.abc import Sequence

from jianbao.parse.labels import Label
from jianbao.parse.tagger.decode import tag_with
from jianbao.parse.tagger.model import Model
from jianbao.parse.tagger.states import STATES
from jianbao.parse.training.pages import LabelledPage

_HEADINGS = (Label.TITLE, Label.KICKER, Label.SUBTITLE)


def measured(model: Model, pages: Sequence[LabelledPage]) -> str:
    """F1 of article openings and of headings' first lines, and the share of lines labelled right."""
    hit, said, true = (
        dict.fromkeys(("opens", *_HEADINGS), 0),
        dict.fromkeys(("opens", *_HEADINGS), 0),
        dict.fromkeys(("opens", *_HEADINGS), 0),
    )
    right = lines = 0
    for page in pages:
        for tag, number in zip(tag_with(model, page.lines), page.states, strict=True):
            state = STATES[number]
            right += tag.label is state.label
            lines += 1
            for key, ours, theirs in (
                ("opens", tag.opens, state.opens),
                *((label, tag.label is label, state.label is label) for label in _HEADINGS),
            ):
                said[key] += ours
                true[key] += theirs
                hit[key] += ours and theirs
    shares = "  ".join(f"{key} {2 * hit[key] / max(said[key] + true[key], 1):.4f}" for key in hit)
    return f"{shares}  lines {right / lines:.4f}"
