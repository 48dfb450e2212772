"""The tagger that reads digests: the trained network cuts the page, the rules name what stands in an article.

The network learned where articles begin, which lines are headings and which go on, from pages whose makers had marked
just that. What a line of the text is (byline, credit, caption, crosshead) was not marked there: patterns tell it
better, and so they do of furniture.
"""

from collections.abc import Sequence
from dataclasses import replace

from jianbao.parse import decode, tagger
from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.layout import read_layout
from jianbao.parse.sight import Sort, look

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


def tag(lines: Sequence[PageLine]) -> tuple[LineTag, ...]:
    """Give every line of a page its label, and say where articles begin; marks are obeyed."""
    cut = decode.tag(_with_furniture(lines))
    named = tagger.tag([_cut_so(line, given) for line, given in zip(lines, cut, strict=True)])
    return tuple(_named(given, name) for given, name in zip(cut, named, strict=True))


def _with_furniture(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines, those fixed that are furniture by their own words: a folio or 广告 is never left to likelihood."""
    sights = look(lines, read_layout(lines))
    return [
        replace(line, fixed=Label.FURNITURE) if line.fixed is None and sight.sort is Sort.FURNITURE else line
        for line, sight in zip(lines, sights, strict=True)
    ]


def _cut_so(line: PageLine, given: LineTag) -> PageLine:
    """The line with the network's cut as if it were marked, and its role left open where it is one of the text."""
    fixed = line.fixed or (None if given.label in _OF_THE_TEXT else given.label)
    return replace(line, fixed=fixed, fixed_opens=given.opens)


def _named(given: LineTag, name: LineTag) -> LineTag:
    if given.label == name.label or not {given.label, name.label} <= _OF_THE_TEXT:
        return given
    return replace(given, label=name.label, confidence=min(given.confidence, name.confidence))
