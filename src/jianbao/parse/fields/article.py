"""What the blocks of an article say of it: who wrote it, where it comes from, where it goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.model.digest import Block, Kind, Role
from jianbao.parse.fields.credit import HEAD_OF_TEXT, Credit, read_credit, read_head
from jianbao.parse.fields.phrases import SLOT, final_slot, read_jump

_TEXT = {Role.PARAGRAPH, Role.CAPTION}
_SIGNED = {Role.BYLINE, Role.CREDIT, Role.DATELINE}


@dataclass(frozen=True, slots=True)
class Origin:
    """Byline, source, dateline and jumps of an article."""

    byline: tuple[str, ...]
    source: str | None
    dateline: str | None
    continued_from: int | None
    continued_on: int | None


def read_origin(blocks: Sequence[Block], newspaper: str | None, kind: Kind = Kind.NEWS) -> Origin:
    """Read them; the newspaper's own name is no source, and the source of a picture only that of photo news."""
    found = [credit for block in blocks for credit in _credits(block)]
    names = dict.fromkeys(name for credit in found for name in credit.names)
    sources = [
        credit.source
        for credit in found
        if credit.source and credit.source != newspaper and (kind is Kind.PHOTO or not credit.picture)
    ]
    datelines = [credit.dateline for credit in found if credit.dateline]
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


def _credits(block: Block) -> Iterator[Credit]:
    if block.role in _SIGNED:
        yield read_credit(block.text, alone=True)
    elif block.role in _TEXT:
        yield read_head(block.text)
        slot = final_slot(block.text)
        if slot is not None:
            yield read_credit(slot, alone=False)
        elif block.role is Role.CAPTION:
            yield read_credit(block.text.rstrip("。").rpartition("。")[2], alone=False)


def _jumps(block: Block) -> Iterator[tuple[str, int]]:
    """Jumps in a line of their own, at the head or the end of a text, or beside the headline."""
    slot = final_slot(block.text)
    head = SLOT.match(block.text)
    for text in (block.text if block.role is Role.JUMP else None, head[1] if head else None, slot):
        jump = read_jump(text) if text is not None and len(text) <= HEAD_OF_TEXT else None
        if jump is not None:
            yield jump
