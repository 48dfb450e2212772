"""Lines that are nothing but an author's name, where newspapers print one: below a headline or crosshead.

The tagger knows bylines by their words (记者, 摄); essays, letters and contributions are signed with the bare name. It
may be padded (王　强), follow an ornament (□ 李明远) or the place that a letter came from (北京　洪乐风).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from jianbao.parse.labels import Label, LineTag, PageLine
from jianbao.parse.surnames import is_name
from jianbao.text.chars import HAN, bare, trim
from jianbao.text.words import is_listed, segmenter

_LONGEST = 24
_PADDED = re.compile(rf"([{HAN}])[\s\u3000]+([{HAN}])")
_ADORNED = re.compile(rf"[□■◎●○◆◇▲△★☆※*/／]\s*([{HAN}·]{{2,4}}|[{HAN}][\s\u3000]+[{HAN}])")
# Two spaces or an ideographic one: with one space it may be a headline of two words.
_FROM_A_PLACE = re.compile(rf"[{HAN}]{{2,6}}(?:[\s\xa0]{{2,}}|\u3000+)([{HAN}]{{2,3}}|[{HAN}][\s\u3000]+[{HAN}])")
_FULL_NAME = 3
_HEADLINES = {Label.TITLE, Label.TITLE_NEXT, Label.SUBTITLE, Label.SUBTITLE_NEXT}
_OPEN_TO_DOUBT = {Label.TITLE_NEXT, Label.SUBTITLE, Label.CROSSHEAD, Label.KICKER, Label.PARAGRAPH, Label.COLUMN}
_LONGEST_HEADING = 30


def with_authors(lines: Sequence[PageLine], tags: Sequence[LineTag]) -> tuple[LineTag, ...]:
    """The tags, with `byline` for each line that is a bare name right below a heading; marks and openings stay."""
    named = list(tags)
    for place in range(1, len(lines)):
        line, tag = lines[place], tags[place]
        free = line.fixed is None and tag.label in _OPEN_TO_DOUBT and not tag.opens
        if free and len(line.text) <= _LONGEST and _signs(trim(line.text), tag, lines[place - 1], tags[place - 1]):
            named[place] = replace(tag, label=Label.BYLINE)
    return tuple(named)


def _signs(text: str, tag: LineTag, above: PageLine, tag_above: LineTag) -> bool:
    """Whether a line is a name there: a bare one of three characters only below a headline, for 高铁站 is none.

    What is taken for the second line of the headline must be no words: 向未来 is, 张晓云 is not.
    """
    if tag_above.label in _HEADLINES and len(text) == _FULL_NAME and is_name(text):
        return tag.label is not Label.TITLE_NEXT or _is_no_word(text)
    below_heading = tag_above.label in _HEADLINES or (
        tag_above.label in {Label.CROSSHEAD, Label.PARAGRAPH, Label.START} and _may_head(trim(above.text))
    )
    return below_heading and any(
        is_name(bare("".join(found.groups())))
        for found in (_PADDED.fullmatch(text), _ADORNED.fullmatch(text), _FROM_A_PLACE.fullmatch(text))
        if found
    )


def _is_no_word(name: str) -> bool:
    """Whether the dictionary neither knows a text nor can make it of words that it knows."""
    return segmenter().cut(name) == [name] and not is_listed(name)


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith(("。", "；", "，", "："))
