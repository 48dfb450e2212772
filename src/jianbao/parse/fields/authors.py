"""Lines that are nothing but authors' names, where newspapers print them: at the ends of a text and below its headings.

The tagger knows bylines by their words (记者, 摄); essays, letters and contributions are signed with bare names. They
may be padded (王　强), in brackets, behind an ornament (□ 李明远) or the place that a letter is from (北京　洪乐风).
"""

import re
from collections.abc import Sequence

from jianbao.parse.fields.names import are_names, is_byline, is_no_word, read_byline
from jianbao.parse.fields.surnames import is_name
from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.text.chars import HAN, bare, trim

_LONGEST = 40
_PADDED = re.compile(rf"([{HAN}])[\s\u3000]+([{HAN}])")
_ADORNED = re.compile(rf"[□■◎●○◆◇▲△★☆※*/／]\s*([{HAN}·]{{2,4}}|[{HAN}][\s\u3000]+[{HAN}])")
# Two spaces or an ideographic one: with one space it may be a headline of two words.
_FROM_A_PLACE = re.compile(rf"[{HAN}]{{2,6}}(?:[\s\xa0]{{2,}}|\u3000+)([{HAN}]{{2,3}}|[{HAN}][\s\u3000]+[{HAN}])")
_PADDED_WHOLE = re.compile(rf"([{HAN}][\s\u3000]+[{HAN}])")
_NAMES = re.compile(rf"[□■◎●○◆◇▲△★☆※*/／]?\s*[{HAN}]{{1,4}}(?:[\s、，][\s]*[{HAN}]{{1,4}})*")
_IN_BRACKETS = re.compile(rf"[（(]([{HAN}·\s、，]{{2,38}})[）)]")
_FULL_NAME = 3
_HEADLINES = {Label.TITLE, Label.TITLE_NEXT, Label.SUBTITLE, Label.SUBTITLE_NEXT}
_OPEN_TO_DOUBT = {
    Label.TITLE_NEXT, Label.SUBTITLE, Label.SUBTITLE_NEXT, Label.CROSSHEAD, Label.KICKER, Label.PARAGRAPH, Label.COLUMN,
    Label.CAPTION,
}  # fmt: skip
_LAST_LINE = {Label.CROSSHEAD, Label.PARAGRAPH, Label.CAPTION, Label.CONTINUATION}
_BODY = {Label.PARAGRAPH, Label.CONTINUATION, Label.CAPTION}
_ENDS = ("。", "！", "？", "”", "…", "）", ")")
_LONGEST_HEADING = 30
_CONTINUATION, _TITLE = Label.CONTINUATION, Label.TITLE
"""Asked for at every line: in its class a member takes ten times as long to find (Python 3.11)."""


def with_authors(lines: Sequence[PageLine], tags: Sequence[LineTag]) -> tuple[LineTag, ...]:
    """The tags, with `byline` for each line of bare names right below a heading or at the end of a text.

    Marks and openings stay. Where such a line was taken for the headline, the line above it is that.
    """
    named = list(tags)
    for place in range(1, len(lines)):
        line, tag = lines[place], tags[place]
        if line.fixed is not None or tag.opens or len(line.text) > _LONGEST:
            continue
        if tag.label is _CONTINUATION and not _is_over(lines[place - 1], tags[place - 1]):
            continue
        text = trim(line.text)
        signs = tag.label in _OPEN_TO_DOUBT and _signs(text, tag, lines[place - 1], tags[place - 1])
        if signs or (tag.label in _LAST_LINE and _closes(text, place, lines, tags)):
            named[place] = tag._replace(label=Label.BYLINE)
        elif tag.label is _TITLE and _is_no_headline(text, place, lines, tags):
            named[place] = tag._replace(label=Label.BYLINE)
            named[place - 1] = tags[place - 1]._replace(label=Label.TITLE)
    return tuple(named)


def are_authors(text: str) -> bool:
    """Whether a line at the head or the end of a text is authors' names without a title.

    □ 李明远, 王　强, （周砚）, 张晓云, 赤水市融媒体中心 何清海.
    """
    if enclosed := _IN_BRACKETS.fullmatch(text):
        return _are_enclosed_names(enclosed[1])
    byline = read_byline(text)
    of_an_outlet = byline is not None and byline.outlet is not None and len(text.split()) > 1
    return _signed(text) or _are_names(text) or (of_an_outlet and byline is not None and are_names(byline.names))


def _signs(text: str, tag: LineTag, above: PageLine, tag_above: LineTag) -> bool:
    """Whether a line is a name there: a bare one of three characters only if it is no word, for 高铁站 is none.

    Right below a headline it may be any; what is taken for its second line may not: 向未来 is a word, 张晓云 is not.
    """
    if tag_above.label in _HEADLINES and len(text) == _FULL_NAME and is_name(text):
        return tag.label is not Label.TITLE_NEXT or is_no_word(text)
    below_heading = tag_above.label in _HEADLINES or (
        tag_above.label in {Label.CROSSHEAD, Label.PARAGRAPH, Label.START} and _may_head(trim(above.text))
    )
    return below_heading and (
        any(
            is_name(bare("".join(found.groups())))
            for found in (_PADDED.fullmatch(text), _ADORNED.fullmatch(text), _FROM_A_PLACE.fullmatch(text))
            if found
        )
        or _are_names(text)
    )


def _closes(text: str, place: int, lines: Sequence[PageLine], tags: Sequence[LineTag]) -> bool:
    """Whether a line of names ends a text: in brackets, or bare as the last line of an article."""
    if not _is_over(lines[place - 1], tags[place - 1]):
        return False
    if enclosed := _IN_BRACKETS.fullmatch(text):
        return _are_enclosed_names(enclosed[1])
    is_last = place + 1 == len(tags) or tags[place + 1].opens or tags[place + 1].label is Label.FURNITURE
    return is_last and _are_names(text)


def _are_enclosed_names(inner: str) -> bool:
    byline = read_byline(inner)
    return byline is not None and not byline.outlet and are_names(byline.names)


def _is_over(line: PageLine, tag: LineTag) -> bool:
    """Whether a line of the text ends as texts do."""
    return tag.label in _BODY and trim(line.text).endswith(_ENDS)


def _is_no_headline(text: str, place: int, lines: Sequence[PageLine], tags: Sequence[LineTag]) -> bool:
    """Whether what was taken for a headline signs it, and what was taken for a kicker is the headline.

    Who is written about is named in the text, who writes is not. In 10,294 articles no headline was bare names.
    """
    above = tags[place - 1]
    free = lines[place - 1].fixed is None and above.label is Label.KICKER
    names = read_byline(text) if free and (_are_names(text) or _signed(text) or is_byline(text)) else None
    if names is None:
        return False
    end = next((n for n in range(place + 1, len(tags)) if tags[n].opens), len(tags))
    return not any(name in line.text for line in lines[place + 1 : end] for name in names.names)


def _signed(text: str) -> bool:
    return any(found and is_name(bare(found[1])) for found in (_PADDED_WHOLE.fullmatch(text), _ADORNED.fullmatch(text)))


def _are_names(text: str) -> bool:
    """Whether a line is names and nothing else, and no words of a heading."""
    byline = read_byline(text) if _NAMES.fullmatch(text) else None
    if byline is None or byline.titled or byline.outlet or not are_names(byline.names):
        return False
    return any(len(name) >= _FULL_NAME and is_no_word(name) for name in byline.names)


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith(("。", "；", "，", "："))
