"""The tagger that reads digests: the trained network cuts the page, the rules name what stands in an article.

The network learned where articles begin, which lines are headings and which go on, from pages whose makers had marked
just that. What a line of the text is (byline, credit, caption, crosshead) was not marked there: patterns tell it
better, and so they do of furniture.
"""

from collections.abc import Iterator, Sequence

from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.rules import tagger
from jianbao.parse.rules.joins import read_joins
from jianbao.parse.rules.layout import read_layout
from jianbao.parse.rules.openings import read_openings
from jianbao.parse.rules.sight import furniture_among, look_at, look_at_rest
from jianbao.parse.rules.units import gather_units
from jianbao.parse.tagger import decode

_OF_THE_TEXT = frozenset(
    {
        Label.PARAGRAPH,
        Label.BYLINE,
        Label.CREDIT,
        Label.DATELINE,
        Label.CROSSHEAD,
        Label.CAPTION,
        Label.JUMP,
        Label.COLUMN,
    }
)
"""Labels that the rules decide among, where the network has said that the line is one of them."""
_CONTINUATION = Label.CONTINUATION
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""
_FEW, _UNDECIDED = 12, 0.6
"""Of pages of so few lines the network saw none: where it hardly prefers a paragraph to a deck there, the rules decide.
On whole pages they would be wrong more often than it is."""


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """Give every line of a page its label, and say where articles begin; marks are obeyed."""
    if not lines:
        return ()
    outside = furniture_among(lines)
    tags = decode.tag([_as_furniture(line) if known else line for line, known in zip(lines, outside, strict=True)])
    named = list(tags)
    for place, label, confidence in _names(lines, tags):
        given = tags[place]
        if len(lines) <= _FEW and label is Label.SUBTITLE and _is_doubtful(given):
            named[place] = given._replace(label=label)
        elif given.label is not label and {given.label, label} <= _OF_THE_TEXT:
            named[place] = given._replace(label=label, confidence=min(given.confidence, confidence))
    return tuple(named)


def _as_furniture(line: PageLine) -> PageLine:
    """The line, fixed: what is furniture by its own words, a folio or 广告, is never left to likelihood."""
    return line._replace(fixed=Label.FURNITURE)


def _names(lines: Sequence[PageLine], tags: Sequence[LineTag]) -> Iterator[tuple[int, Label, float]]:
    """What the rules call the texts of a page that the network has cut: place of the first line, label, confidence."""
    layout = read_layout(lines)
    sights = [
        look_at_rest(line.text) if tag.label is _CONTINUATION else look_at(_cut_so(line, tag), layout)
        for line, tag in zip(lines, tags, strict=True)
    ]
    units = gather_units(sights, read_joins(sights, layout), layout)
    chances = read_openings(units, layout, has_blanks=any(line.blank_before for line in lines[1:]))
    for unit, (label, confidence) in zip(units, tagger.label_units(units, chances, layout), strict=True):
        if unit.first.fixed is None:
            yield unit.lines[0], label, round(confidence, 3)


def _cut_so(line: PageLine, given: LineTag) -> PageLine:
    """The line with the network's cut as if it were marked, and its role left open where it is one of the text."""
    fixed = line.fixed or (None if given.label in _OF_THE_TEXT else given.label)
    return PageLine(line.text, line.blank_before, fixed, given.opens, line.apart)


def _is_doubtful(given: LineTag) -> bool:
    return given.label is Label.PARAGRAPH and given.confidence < _UNDECIDED
