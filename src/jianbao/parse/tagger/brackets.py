"""Brackets and quotation marks that a line leaves open, or closes without an opening."""

import numpy as np
import numpy.typing as npt

from jianbao.parse.tagger.characters import CharClass, PageText

_PAIRED = ((CharClass.QUOTE_OPEN, CharClass.QUOTE_CLOSE), (CharClass.BRACKET_OPEN, CharClass.BRACKET_CLOSE))


def balance(page: PageText) -> npt.NDArray[np.float32]:
    """(n, 4): for quotes and for brackets, openings less closings, and how deep the line sinks below its start."""
    lines = len(page.starts)
    out = np.zeros((2 * len(_PAIRED), lines), np.float32)
    paired = np.flatnonzero((page.classes >= CharClass.QUOTE_OPEN) & (page.classes <= CharClass.BRACKET_CLOSE))
    classes, line_of = page.classes[paired], page.line_of[paired]
    for number, (opening, closing) in enumerate(_PAIRED):
        step = (classes == opening).astype(np.int64) - (classes == closing)
        here = np.flatnonzero(step)
        if not len(here):
            continue
        step, of_line = step[here], line_of[here]
        begins = np.append(True, of_line[1:] != of_line[:-1])
        firsts = np.flatnonzero(begins)
        depth = np.cumsum(step)
        start = depth[firsts] - step[firsts]
        held = of_line[firsts]
        out[2 * number, held] = np.clip(np.append(start[1:], depth[-1]) - start, -2, 2)
        out[2 * number + 1, held] = np.clip(np.minimum.reduceat(depth, firsts) - start, -2, 0)
    return out.T
