"""Write what was inferred about a digest into it, as marks: what `jianbao mark` does."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from jianbao.parse.digest import Reading
from jianbao.parse.labels import Label, LineTag
from jianbao.parse.marking import opens_by_marks
from jianbao.parse.marks import CONTINUATION, Mark, write_mark

_CONTINUES = {Label.TITLE_NEXT, Label.KICKER_NEXT, Label.SUBTITLE_NEXT, Label.CONTINUATION}


def mark_text(text: str, reading: Reading, ids: Mapping[int, str] = MappingProxyType({})) -> str:
    """The text of a digest with a mark on every line, so that reading it again gives what `reading` says.

    `text` is what `reading` was read from. Every character that was there stays (line ends, white space, escapes,
    earlier marks); a line that says already what it is stays as it is. Marking a marked text changes nothing.

    `ids` are those of articles, by the line that each begins on; they are pinned there unless the article has one.
    """
    pinned = {line: ids[line] for line in _unpinned(reading) & ids.keys()}
    roles = [_role(tag, line.mark) for line, tag in zip(reading.lines, reading.tags, strict=True)]
    starts = _starts(reading, roles)
    byte_order_mark = text[: text.startswith("\ufeff")]
    source = text.removeprefix("\ufeff").split("\n")
    for line, role, start in zip(reading.lines, roles, starts, strict=True):
        raw = source[line.number - 1]
        ending = "\r" if raw.endswith("\r") else ""
        source[line.number - 1] = (
            write_mark(raw.removesuffix("\r"), role=role, start=start, pinned=pinned.get(line.number)) + ending
        )
    return byte_order_mark + "\n".join(source)


def _unpinned(reading: Reading) -> set[int]:
    """The first lines of articles without a permanent id."""
    articles = reading.digest.articles if reading.digest else ()
    return {article.lines[0] for article in articles if article.id is None}


def _starts(reading: Reading, roles: Sequence[str | None]) -> list[bool]:
    """Where `{.start}` is needed because the roles alone would not say that an article begins."""
    starts = [
        line.mark.start or tag.label is Label.START for line, tag in zip(reading.lines, reading.tags, strict=True)
    ]
    while True:
        implied = opens_by_marks([Mark(role=role, start=start) for role, start in zip(roles, starts, strict=True)])
        missing = [n for n, tag in enumerate(reading.tags) if tag.opens and not implied[n]]
        if not missing:
            return starts
        for n in missing:  # each may take the opening from a headline below: hence another look
            starts[n] = True


def _role(tag: LineTag, mark: Mark) -> str | None:
    """The role to write; None for an untitled start, which `{.start}` says alone."""
    if mark.role is not None or tag.label is Label.START:
        return mark.role
    return CONTINUATION if tag.label in _CONTINUES else tag.label.value
