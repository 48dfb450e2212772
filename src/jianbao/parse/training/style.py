"""The conventions of one page, drawn at random: plain ones, as a tidy export has them, and rough ones of every kind."""

import random
from dataclasses import dataclass

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_CORNERED = str.maketrans("“”‘’", "「」『』")
_HALF_WIDTH = str.maketrans("，：；！？（）", ",:;!?()")
_AS_PRINTED = str.maketrans("", "")


@dataclass(frozen=True, slots=True)
class Style:
    """The conventions of one page."""

    rough: bool
    wrap: str
    """none, column (a paragraph broken at a column's end) or hard (every line broken at `width`)."""
    width: int
    narrow_latin: bool
    """Latin letters and digits take half the width, as in print."""
    keeps_rules: bool
    """No line begins with a full stop or a comma (禁则)."""
    indent: str
    heading_indent: str
    """White space before headings, or `centred`."""
    blank: str
    """all, none, articles, paragraphs, headings, double (before articles) or random."""
    break_rate: float
    """Share of long paragraphs that a column's end breaks."""
    title_breaks: str
    """never, spaces (where one is and the line too long), width or middle (of a long one)."""
    furniture: bool
    untitled: float
    """Share of photo news (and, on rough pages, of briefs) printed without a headline."""
    keep_spaces: bool
    """Runs of spaces stay as printed."""
    punctuation: dict[int, int]
    """For `str.translate`."""
    bullet: str
    """Before every headline."""
    crosshead_bullet: str
    ragged: int
    """Hard-wrapped lines are up to so many characters shorter than the width, as scans read them."""
    spaced_headings: bool
    """Short headings are letter-spaced."""
    bracketed: bool
    """Headlines stand in 【】."""
    rule: str
    """A line between articles; empty for none."""
    web: bool
    """Date, source and author stand on a line below the headline."""


def plain_style(rng: random.Random) -> Style:
    """The conventions of a tidy export."""
    wrap = rng.choices(["none", "column", "hard"], [0.32, 0.43, 0.25])[0]
    hard = wrap == "hard"
    return Style(
        rough=False,
        wrap=wrap,
        width=rng.choice([17, 22, 28, 36, rng.randrange(14, 40)]) if hard else 0,
        narrow_latin=False,
        keeps_rules=False,
        indent="\u3000\u3000" if rng.random() < (0.75 if hard else 0.4) else "",
        heading_indent="",
        blank=rng.choices(["all", "none", "articles"], [0.45, 0.37, 0.18])[0],
        break_rate=0.3,
        title_breaks="spaces" if hard else "never",
        furniture=rng.random() < 0.4,
        untitled=rng.choice([0.0, 1.0]),
        keep_spaces=False,
        punctuation=_AS_PRINTED,
        bullet="",
        crosshead_bullet="",
        ragged=0,
        spaced_headings=False,
        bracketed=False,
        rule="",
        web=False,
    )


def rough_style(rng: random.Random) -> Style:
    """Each convention by itself."""
    wrap = rng.choices(["none", "column", "hard"], [0.25, 0.35, 0.4])[0]
    return Style(
        rough=True,
        wrap=wrap,
        width=rng.randrange(8, 46) if wrap == "hard" else 0,
        narrow_latin=rng.random() < 0.4,
        keeps_rules=rng.random() < 0.5,
        indent=rng.choices(["", "\u3000\u3000", "  ", "    ", "\u3000"], [0.4, 0.35, 0.1, 0.1, 0.05])[0],
        heading_indent=rng.choice(["", "", "", "\u3000\u3000", "    ", "centred"]),
        blank=rng.choice(["all", "none", "articles", "paragraphs", "headings", "double", "random"]),
        break_rate=rng.choice([0.1, 0.3, 0.6]),
        title_breaks=rng.choice(["never", "spaces", "width", "middle"]),
        furniture=rng.random() < 0.5,
        untitled=rng.choice([0.0, 0.3, 0.8]),
        keep_spaces=rng.random() < 0.3,
        punctuation=rng.choices([_AS_PRINTED, _STRAIGHT, _CORNERED, _HALF_WIDTH], [0.82, 0.06, 0.06, 0.06])[0],
        bullet=rng.choices(["", "■", "●", "◆ "], [0.91, 0.03, 0.03, 0.03])[0],
        crosshead_bullet=rng.choices(["", "■", "▍", "● "], [0.85, 0.05, 0.05, 0.05])[0],
        ragged=rng.choice([0, 0, 0, 1, 2]),
        spaced_headings=rng.random() < 0.08,
        bracketed=rng.random() < 0.05,
        rule=rng.choices(["", "—" * 10, "-" * 20, "* * *", "======"], [0.9, 0.04, 0.02, 0.02, 0.02])[0],
        web=rng.random() < 0.06,
    )
