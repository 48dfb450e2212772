"""Lines that a source calls text and that only say who made it: bylines, credits, captions, editors.

A saved page knows its paragraphs, and to it `□ 本报记者 何清海` is one of them. Here the parser's knowledge of
such lines, which importers do not have, says what they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from jianbao.importers.document import Line
from jianbao.parse.fields.authors import are_authors
from jianbao.parse.fields.names import LONGEST_BYLINE, are_names, is_byline, read_byline
from jianbao.parse.fields.phrases import is_author_note, is_caption, is_of_the_page, is_photo_credit, is_source
from jianbao.text.chars import bare, trim
from jianbao.text.simplified import simplified

_TEXT = frozenset(("paragraph", "crosshead"))
_OPENING = frozenset(("column", "kicker", "title"))
_HEADS = _OPENING | {"subtitle", "byline", "continuation"}
_ENCLOSED = re.compile(r"[（(【\[](.+)[）)】\]]")
_SIGNED_CAPTION = re.compile(r"(?:摄|摄影|供图)[）)]?[。.]?$")
# An interview has lines such as `记者：谢谢`; a byline with a colon stands first or last.
_SPOKEN = re.compile(r"[:：]")
# 责任编辑：王芳, （编辑 王芳）; not 编辑部的故事.
_EDITED = re.compile(r"[^\s:：]{2,6}[:：\s]")


def with_signatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with the role of what is called a paragraph or crosshead and is a byline, credit, caption or editor.

    Those of an archive of ours have their roles.
    """
    if any(line.pinned for line in lines):
        return tuple(lines)
    texts = [place for place, line in enumerate(lines) if line.role in _TEXT and bare(line.text)]
    signed = list(lines)
    for place in reversed(texts):  # what is told of the lines below a line tells whether it is the last
        text = trim(lines[place].text)
        if len(text) <= LONGEST_BYLINE and (role := _role(simplified(text), ends=_ends(signed, place))):
            signed[place] = replace(lines[place], role=role)
    return tuple(signed)


def _role(text: str, *, ends: bool) -> str | None:
    """What a line is that names who made an article; `ends`: it is the first or the last of a text."""
    enclosed = _ENCLOSED.fullmatch(text)
    inner = trim(enclosed[1]) if enclosed else text
    if _EDITED.match(inner) and is_of_the_page(inner) and not inner.endswith("。"):
        return "furniture"
    if is_photo_credit(text) or is_source(text):
        return "credit"
    if is_caption(text) and _SIGNED_CAPTION.search(text):
        return "caption"
    if is_author_note(text):
        return "byline"
    titled = read_byline(text) if is_byline(text) else None
    if titled and _SPOKEN.search(text) and not (ends and are_names(titled.names)):
        return None
    return "byline" if titled or (ends and are_authors(text)) else None


def _ends(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands right below headings, or no text of its article stands below it."""
    above = next((lines[n].role for n in range(place - 1, -1, -1) if bare(lines[n].text)), None)
    following = (lines[n] for n in range(place + 1, len(lines)))
    below = next((line for line in following if line.role in _TEXT | _OPENING or line.start), None)
    return above in _HEADS or lines[place].start or below is None or below.start or below.role in _OPENING
