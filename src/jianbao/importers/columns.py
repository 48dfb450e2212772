"""The reading order of a newspaper page from where its lines stand: columns from the left, each from the top.

A page is cut along its white space (recursive XY-cut; Nagy and Seth, 1984): down between columns that have no headline
in common, else across where the space is wider than between lines, else down, and so on in each part. What the file
allows is read: lines that are drawn over each other, or columns that no white space parts, stay in the order of the
file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from jianbao.text.chars import is_han

_ACROSS = 1.1
"""Line heights of white space across a part that end a block; leading is at most 0.9, headlines stand off by more."""
_LEADING = 0.1
"""Line heights of white space between any two lines."""
_DISPLAY = 1.35
"""Times the usual type from which a line is a headline, which ends a block whatever the space."""
_DOWN = 0.5
"""Line heights of white space down a part that end a column; gutters are one em and more, gaps in a line less."""
_INDENT = 1.2
"""Ems from the left edge of its column at which a line opens a paragraph; the indent is two."""
_STACK = 3
"""Characters below each other from which they are a headline set from the top down."""
_PITCH = 1.6
"""Ems from one such character to the next, at most."""
_OPENING, _CLOSING = tuple("（《〈「『【〔“‘"), tuple("）》〉」』】〕”’，。、；：！？")
_TWO_COLUMNS = 20
"""Ems across that two columns have at least."""
_DEEPEST = 60
"""Cuts within cuts; a page has some ten."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters on one line without a gap; lengths in points, the origin lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """Of the type."""
    stacked: bool = False
    """Its characters stand below each other."""

    @property
    def height(self) -> float:
        """Of the line; at least a point, whatever the file says."""
        return max(self.size if self.stacked else self.top - self.bottom, 1.0)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that follow each other."""

    lines: list[str]
    size: float
    """Of their type."""


def in_reading_order(runs: Sequence[Run]) -> list[list[str]]:
    """The lines of the page, block by block."""
    visible = _stacked([run for run in runs if run.text.strip()])
    return [block.lines for block in _cut(visible, 0)]


def _stacked(runs: list[Run]) -> list[Run]:
    """The runs with those joined that follow each other downwards, one character each: a headline set from the top."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _goes_down(groups[-1][-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [one for group in groups for one in ([_stack(group)] if len(group) >= _STACK else group)]


def _goes_down(above: Run, run: Run) -> bool:
    alone = all(len(one.text.strip()) == 1 and is_han(one.text.strip()) for one in (above, run))
    beside = abs(above.left - run.left) < run.size / 2
    return alone and beside and above.size == run.size and 0 < above.top - run.top <= _PITCH * run.size


def _stack(group: list[Run]) -> Run:
    text = "".join(run.text.strip() for run in group)
    right = max(run.right for run in group)
    return Run(text, group[0].left, group[-1].bottom, right, group[0].top, group[0].size, stacked=True)


def _cut(runs: list[Run], depth: int) -> list[_Block]:
    """The blocks of a part of the page in the order of reading."""
    if not runs:
        return []
    height = median(run.height for run in runs)
    if depth < _DEEPEST:
        columns = _split(runs, _ink, _DOWN * height)
        apart = _apart(columns, median(run.size for run in runs))
        if len(apart) > 1:
            return _run_on([_cut(column, depth + 1) for column in apart])
        bands = _bands(runs, height)
        sections = _sections(bands, median(run.size for run in runs))
        parts = sections if len(sections) > 1 else bands
        if len(parts) > 1:
            return [block for part in parts for block in _cut(part, depth + 1)]
        if len(columns) > 1:
            return _run_on([_cut(column, depth + 1) for column in columns])
        stacks = [run for run in runs if run.stacked]
        if stacks:
            heads = sorted(stacks, key=lambda run: -run.left)
            rest = [run for run in runs if not run.stacked]
            return [_Block([run.text for run in heads], heads[0].size), *_cut(rest, depth + 1)]
    return [_Block(_lines(runs), median(run.size for run in runs))]


def _apart(columns: list[list[Run]], usual: float) -> list[list[Run]]:
    """The columns, those together that a headline of the one before, or amidst them, is a headline of, too.

    Beside such a headline a column is blank, and below it has text. Of columns that stand apart, white space that
    happens to be at one height cuts no article.
    """
    columns = _below_one_headline(columns, usual)
    groups = [columns[0]]
    for column in columns[1:]:
        heads = [run for run in groups[-1] if run.size >= _DISPLAY * usual]
        if any(_faces_blank(head, column) for head in heads):
            groups[-1] = groups[-1] + column
        else:
            groups.append(column)
    return groups


def _below_one_headline(columns: list[list[Run]], usual: float) -> list[list[Run]]:
    """The columns, those together over whose middle one a headline of all of them is centred."""
    for place, column in enumerate(columns):
        for head in (run for run in column if run.size >= _DISPLAY * usual):
            for reach in range(min(place, len(columns) - 1 - place), 0, -1):
                around = columns[place - reach : place + reach + 1]
                if all(one is column or _faces_blank(head, one) for one in around) and _is_centred(head, around, usual):
                    whole = [run for one in around for run in one]
                    return [*columns[: place - reach], whole, *columns[place + reach + 1 :]]
    return columns


def _is_centred(head: Run, columns: list[list[Run]], usual: float) -> bool:
    left, right = min(run.left for run in columns[0]), max(run.right for run in columns[-1])
    return right - left >= _TWO_COLUMNS * usual and abs(head.left + head.right - left - right) <= 2 * head.size


def _faces_blank(head: Run, column: list[Run]) -> bool:
    beside = any(run.bottom < head.top and run.top > head.bottom for run in column)
    return not beside and any(run.top <= head.bottom for run in column)


def _run_on(columns: list[list[_Block]]) -> list[_Block]:
    """The blocks of columns one after the other; text at the foot of one runs on at the head of the next."""
    blocks = columns[0]
    for column in columns[1:]:
        foot, head = blocks[-1], column[0]
        if foot.size == head.size:
            blocks = [*blocks[:-1], _Block(foot.lines + head.lines, foot.size), *column[1:]]
        else:
            blocks = blocks + column
    return blocks


def _bands(runs: list[Run], height: float) -> list[list[Run]]:
    """The runs cut across: at wide white space, and where headlines end and text begins."""
    usual = median(run.size for run in runs)
    bands: list[list[Run]] = []
    below_head = signs = False
    for line in _split(runs, lambda run: (-run.top, -run.bottom), _LEADING * height):
        space = min(run.bottom for run in bands[-1]) - max(run.top for run in line) if bands else 0.0
        changes = bands and _is_display(line, usual) != _is_display(bands[-1], usual)
        changes = changes or (bands and _has_stack(line) and not _has_stack(bands[-1]))
        # Names below a headline stand over all columns in the type of the text, of the middle one only by place.
        signed, signs = signs, below_head and len(line) == 1 and _is_centred(line[0], [runs], usual)
        if not bands or changes or signs or signed or space >= _ACROSS * height:
            bands.append(line)
        else:
            bands[-1] += line
        below_head = signs or _is_display(line, usual)
    return bands


def _sections(bands: list[list[Run]], usual: float) -> list[list[Run]]:
    """The bands from headlines to the next ones: cut first, so that articles beside each other stay in one part."""
    sections = [bands[0]]
    for before, band in pairwise(bands):
        if (_is_display(band, usual) or _has_stack(band)) and not _is_display(before, usual):
            sections.append(band)
        else:
            sections[-1] = sections[-1] + band
    return sections


def _has_stack(runs: list[Run]) -> bool:
    return any(run.stacked for run in runs)


def _is_display(runs: list[Run], usual: float) -> bool:
    return median(run.size for run in runs) >= _DISPLAY * usual


def _ink(run: Run) -> tuple[float, float]:
    """From where to where a run is seen: a bracket or stop at its end fills half an em, and may stand out by that."""
    half = run.size / 2
    text = run.text.strip()
    return run.left + half * text.startswith(_OPENING), max(run.right - half * text.endswith(_CLOSING), run.left + half)


def _split(runs: list[Run], extent: Callable[[Run], tuple[float, float]], gap: float) -> list[list[Run]]:
    """The runs in groups with at least `gap` of white space between them, along the axis of `extent` (from, to)."""
    order = sorted(range(len(runs)), key=lambda place: (extent(runs[place])[0], place))
    groups: list[list[int]] = []
    end = 0.0
    for place in order:
        start, stop = extent(runs[place])
        if not groups or start - end >= gap:
            groups.append([])
            end = stop
        groups[-1].append(place)
        end = max(end, stop)
    return [[runs[place] for place in sorted(group)] for group in groups]


def _lines(runs: list[Run]) -> list[str]:
    """The lines of a block from the top; pieces of one line are joined, indents become ideographic spaces."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        if rows and _same_row(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    left = min((run.left for run in runs), default=0.0)
    lines = []
    for row in rows:
        pieces = sorted(row, key=lambda run: run.left)
        opens = len(rows) > 1 and pieces[0].left - left > _INDENT * pieces[0].size
        opens = opens and not pieces[0].text.startswith("\u3000") and pieces[0].left - left < 3 * pieces[0].size
        lines.append("\u3000\u3000" * opens + "".join(run.text.rstrip(" ") for run in pieces))
    return lines


def _same_row(first: Run, run: Run) -> bool:
    middle = (run.top + run.bottom) / 2
    return first.bottom <= middle <= first.top
