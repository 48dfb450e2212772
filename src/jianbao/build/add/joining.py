"""The documents of one page as the lines of one digest; an article that its site cut into pages is one again."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from pathlib import PurePath

from jianbao.build.add.parts import Part
from jianbao.parse.digest import read_digest
from jianbao.parse.marks import read_mark, write_mark

_HEADS = frozenset(("kicker", "title", "subtitle", "byline", "continuation"))
_FURTHER = re.compile(r"(.*\d)([_-])(\d{1,2})", re.ASCII | re.DOTALL)
# Behind a number: articles of one page that have equal headlines (图片新闻) are numbered behind a word.


def join_parts(parts: Sequence[Part]) -> list[str]:
    """The lines of all parts, a blank one between them; with each part but a further page an article begins."""
    if len(parts) == 1:
        return "\n".join(parts[0].lines).strip("\n").split("\n")
    texts = [_opened(parts[0].lines)]
    for before, part in pairwise(parts):
        texts.append(part.lines[_heads(part) :] if _goes_on(before, part) else _opened(part.lines))
    return "\n\n".join("\n".join(lines).strip("\n") for lines in texts).split("\n")


def _goes_on(before: Part, part: Part) -> bool:
    """Whether the part is a further page (`content_5_2.htm`) of the article before it (`content_5.htm`)."""
    first, further = PurePath(before.source.name).stem, _FURTHER.fullmatch(PurePath(part.source.name).stem)
    if further is None or first not in {further[1], f"{further[1]}{further[2]}{int(further[3]) - 1}"}:
        return False
    heads = part.lines[: _heads(part)]
    return bool(heads) and heads == before.lines[: len(heads)]


def _heads(part: Part) -> int:
    """Lines of headings that the part begins with."""
    return sum(1 for _ in takewhile(lambda line: read_mark(line).mark.role in _HEADS, part.lines))


def _opened(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with marks on the headings of the first article, and on what stands before it, as they are read alone.

    Where the first line of that article is marked already all stay as they are.
    """
    # Behind a blank line nothing is taken for front matter; lines count from 2.
    digest = read_digest("\n".join(("", *lines)).encode(), "").digest
    article = digest.articles[0] if digest and digest.articles else None
    if digest is None or article is None or read_mark(lines[article.lines[0] - 2]).mark:
        return lines
    first = article.lines[0]
    roles = {line: "furniture" for piece in digest.furniture for line in piece.lines if line < first}
    for block in takewhile(lambda block: block.role in _HEADS, article.blocks):
        roles |= {line: block.role.value if place == 0 else "continuation" for place, line in enumerate(block.lines)}
    untitled = {first} if article.title_inferred else set()
    numbered = enumerate(lines, 2)
    return tuple(write_mark(line, role=roles.get(number), start=number in untitled) for number, line in numbered)
