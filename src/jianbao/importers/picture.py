"""Captions on a saved page: the text in the element around a picture, or right below it."""

import re
from collections.abc import Sequence

from jianbao.importers.markup import Block, Node, blocks_below, text_of
from jianbao.text.chars import bare, trim

PHOTOGRAPHER = re.compile(r"[摄攝](?:影[报報]道)?(?:\s?/[\u4e00-\u9fff]{2,6})?\s*[）)]?(?:（[^（）]{2,12}）)?[。.]?$")
"""The end of a line that names who took the picture: `林小满摄`, `（林小满 摄）`, `林小满摄/光明图片`."""
_FRAMES = frozenset(("table", "tbody", "tr", "td", "figure"))
_MOST_BLOCKS = 4
"""Blocks of text around a picture that are its caption; more of them are the article itself."""
_LONGEST = 200
"""Characters of a caption that stands in one element with its picture."""


def are_captions(blocks: Sequence[Block], bound: Node) -> list[bool]:
    """Of each block, whether it is the caption of a picture; what lies outside of `bound` is not looked at."""
    holders = {holder for picture in bound.iter("img") for holder in (picture, *picture.iterancestors())}
    headed = {holder for head in bound.iter("h1", "h2", "h3") for holder in head.iterancestors()}
    frames = [_frame(block.node, bound, holders) for block in blocks]
    found = {frame: _blocks(frame) for frame in dict.fromkeys(frames) if frame is not None and frame not in headed}
    return [
        _is_below(block, holders) if frame is None else frame in found and _is_caption(block, frame, *found[frame])
        for block, frame in zip(blocks, frames, strict=True)
    ]


def _is_caption(block: Block, frame: Node, count: int, signed: bool) -> bool:  # noqa: FBT001 - as `_blocks` tells
    if frame is block.node:
        return len(block.text) <= _LONGEST and (signed or frame.tag in _FRAMES)
    return count <= _MOST_BLOCKS and (signed or count == 1 or frame.tag in _FRAMES)


def _is_below(block: Block, holders: set[Node]) -> bool:
    before = block.node.getprevious()
    return (
        before is not None
        and before in holders
        and PHOTOGRAPHER.search(trim(block.text)) is not None
        and not bare(text_of(before))
    )


def _frame(node: Node, bound: Node, holders: set[Node]) -> Node | None:
    """The smallest element around a block, within the bound, that holds a picture."""
    for above in (node, *node.iterancestors()):
        if above is bound:
            return None
        if above in holders:
            return above
    return None


def _blocks(frame: Node) -> tuple[int, bool]:
    """How many blocks of text an element holds, and whether one of them names who took the picture."""
    texts = [block.text for block in blocks_below(frame)]
    return len(texts), any(PHOTOGRAPHER.search(trim(text)) for text in texts)
