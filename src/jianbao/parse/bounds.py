"""Texts that cannot be a page or an issue of a newspaper, however large: told before hours are spent on them."""

from collections.abc import Sequence

from jianbao.model.problem import Problem

MOST_CHARACTERS = 5_000_000
"""A broadsheet page has some 10,000, so that these are 500 of them."""
MOST_LINES = 200_000
"""Lines with text: 300 pages whose columns were copied line by line have as many. They take some ten seconds."""
LONGEST_LINE = 2_000_000
"""Characters: an issue of two hundred pages that was copied without a line end has as many."""
_CUT = "a digest is one page or one issue of a newspaper: cut it into issues, or see whether it is the right file"


def too_much_text(text: str, file: str) -> Problem | None:
    """The problem of a text that is too long as a whole; None where it is not."""
    if len(text) <= MOST_CHARACTERS:
        return None
    return Problem(file, 1, f"the text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read", _CUT)


def too_many_lines(source: Sequence[str], file: str) -> Problem | None:
    """The problem, at its line, of a text with too many lines or with one that is too long; None where it has none."""
    lines = 0
    for number, line in enumerate(source, 1):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters; at most {LONGEST_LINE:,} are read"
            return Problem(file, number, message, "put a line end behind every paragraph")
        lines += bool(line) and not line.isspace()
        if lines > MOST_LINES:
            return Problem(file, number, f"there are more than {MOST_LINES:,} lines with text", _CUT)
    return None
