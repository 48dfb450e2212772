"""What the blocks of an article say of it: who wrote it, where it comes from, where it goes on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jianbao.model.digest import Block, Role
from jianbao.parse.names import Byline, read_byline
from jianbao.parse.phrases import DATELINE, SLOT, final_slot, read_jump, read_source, without_photo_agency

# Agencies whose dateline tells the source; 本报 and its like are the paper itself.
_OUR_OWN = {"本报", "本刊", "本社"}
_TEXT = {Role.PARAGRAPH, Role.CAPTION}
_SIGNED = {Role.BYLINE, Role.CREDIT, Role.DATELINE}
_HEAD_OF_TEXT = 60


@dataclass(frozen=True, slots=True)
class Origin:
    """Byline, source, dateline and jumps of an article."""

    byline: tuple[str, ...]
    source: str | None
    dateline: str | None
    continued_from: int | None
    continued_on: int | None


@dataclass(frozen=True, slots=True)
class _Finding:
    names: tuple[str, ...] = ()
    source: str | None = None
    dateline: str | None = None


def read_origin(blocks: Sequence[Block], newspaper: str | None) -> Origin:
    """Read them; the newspaper's own name is no source."""
    findings = [finding for block in blocks for finding in _findings(block)]
    names = dict.fromkeys(name for finding in findings for name in finding.names)
    sources = [f.source for f in findings if f.source and f.source != newspaper]
    datelines = [f.dateline for f in findings if f.dateline]
    jumps = dict(reversed([jump for block in blocks for jump in _jumps(block)]))
    return Origin(
        tuple(names),
        sources[0] if sources else None,
        datelines[0] if datelines else None,
        jumps.get("from"),
        jumps.get("on"),
    )


def heading(blocks: Iterable[Block], role: Role) -> str | None:
    """The text of the blocks with a role, in the order of the page; None without one."""
    texts = [block.text for block in blocks if block.role is role]
    return " ".join(texts) if texts else None


def _findings(block: Block) -> Iterable[_Finding]:
    if block.role in _SIGNED:
        yield from _from_line(block.text)
    elif block.role in _TEXT:
        yield from _from_head(block.text)
        slot = final_slot(block.text)
        if slot is not None:
            yield _from_slot(slot)
        elif block.role is Role.CAPTION:
            yield _from_byline(read_byline(block.text.rstrip("。").rpartition("。")[2]))


def _from_line(text: str) -> Iterable[_Finding]:
    source = read_source(text)
    if source is not None:
        return [_Finding(source=source)]
    return list(_from_head(text)) or [_from_slot(text)]


def _from_head(text: str) -> Iterable[_Finding]:
    """What the dateline says: `新华社北京12月6日电（记者 赵文君）`, or the byline that stands in its place."""
    start = text[:_HEAD_OF_TEXT].lstrip("（( ")
    skipped = len(text[:_HEAD_OF_TEXT]) - len(start)
    match = DATELINE.match(start)
    if match:
        agency = match["agency"].strip("《》“”")
        yield _Finding(source=None if agency in _OUR_OWN else agency, dateline=match.group())
    slot = SLOT.match(text, skipped + match.end() if match else 0)
    byline = read_byline(slot[1]) if slot else None
    if byline is not None and byline.titled:
        yield _from_byline(byline)


def _from_slot(text: str) -> _Finding:
    """What a closing parenthesis or a line of its own says: a byline, a source, a dateline."""
    source = read_source(f"（{text}）")
    match = DATELINE.match(text.strip("（()） "))
    if match:
        agency = match["agency"].strip("《》“”")
        return _Finding(source=None if agency in _OUR_OWN else agency, dateline=match.group())
    return _Finding(source=source) if source else _from_byline(read_byline(without_photo_agency(text)))


def _from_byline(byline: Byline | None) -> _Finding:
    return _Finding(byline.names, byline.outlet) if byline is not None else _Finding()


def _jumps(block: Block) -> Iterable[tuple[str, int]]:
    """Jumps in a line of their own, at the head or the end of a text, or beside the headline."""
    slot = final_slot(block.text)
    head = SLOT.match(block.text)
    for text in (block.text if block.role is Role.JUMP else None, head[1] if head else None, slot):
        jump = read_jump(text) if text is not None and len(text) <= _HEAD_OF_TEXT else None
        if jump is not None:
            yield jump
