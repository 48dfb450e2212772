"""The tagger that reads digests: the trained network cuts the page, the rules name what stands in an article.

The network learned where articles begin, which lines are headings and which go on, from pages whose makers had marked
just that. What a line of the text is (byline, credit, caption, crosshead) was not marked there: patterns tell it
better, and so they do of furniture.
"""

from collections.abc import Sequence

from jianbao.parse import decode, tagger
from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.layout import read_layout
from jianbao.parse.sight import furniture_among, look

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
_FEW, _UNDECIDED = 12, 0.6
"""Of pages of so few lines the network saw none: where it hardly prefers a paragraph to a deck there, the rules decide.
On whole pages they would be wrong more often than it is."""


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """Give every line of a page its label, and say where articles begin; marks are obeyed."""
    if not lines:
        return ()
    outside = furniture_among(lines)
    cut = decode.tag([_as_furniture(line) if known else line for line, known in zip(lines, outside, strict=True)])
    cut_lines = [_cut_so(line, given) for line, given in zip(lines, cut, strict=True)]
    layout = read_layout(lines)
    named = tagger.tag_seen(cut_lines, look(cut_lines, layout, outside=(False,) * len(lines)), layout)
    chosen = [_decided(given, name) for given, name in zip(cut, named, strict=True)] if len(lines) <= _FEW else cut
    return tuple(_named(given, name) for given, name in zip(chosen, named, strict=True))


def _as_furniture(line: PageLine) -> PageLine:
    """The line, fixed: what is furniture by its own words, a folio or 广告, is never left to likelihood."""
    return line._replace(fixed=Label.FURNITURE)


def _cut_so(line: PageLine, given: LineTag) -> PageLine:
    """The line with the network's cut as if it were marked, and its role left open where it is one of the text."""
    fixed = line.fixed or (None if given.label in _OF_THE_TEXT else given.label)
    return PageLine(line.text, line.blank_before, fixed, given.opens, line.apart)


def _decided(given: LineTag, name: LineTag) -> LineTag:
    doubtful = given.label is Label.PARAGRAPH and given.confidence < _UNDECIDED
    return given._replace(label=name.label) if doubtful and name.label is Label.SUBTITLE else given


def _named(given: LineTag, name: LineTag) -> LineTag:
    if given.label == name.label or not {given.label, name.label} <= _OF_THE_TEXT:
        return given
    return given._replace(label=name.label, confidence=min(given.confidence, name.confidence))
