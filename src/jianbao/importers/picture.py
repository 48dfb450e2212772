"""Captions on a saved page: the text in the element around a picture, or right below it."""

import re

from jianbao.importers.markup import Block, Node, blocks_below, text_of
from jianbao.text.chars import bare, trim

PHOTOGRAPHER = re.compile(r"摄(?:影报道)?(?:\s?/[\u4e00-\u9fff]{2,6})?\s*[）)]?(?:（[^（）]{2,12}）)?[。.]?$")
"""The end of a line that names who took the picture: `林小满摄`, `（林小满 摄）`, `林小满摄/光明图片`."""
_FRAMES = frozenset(("table", "tbody", "tr", "td", "figure"))
_MOST_BLOCKS = 4
"""Blocks of text around a picture that are its caption; more of them are the article itself."""
_LONGEST = 200
"""Characters of a caption that stands in one element with its picture."""


def is_caption(block: Block, bound: Node) -> bool:
    """Whether a block is the caption of a picture; what lies outside of the element `bound` is not looked at."""
    frame = _frame(block.node, bound)
    if frame is None:
        before = block.node.getprevious()
        below = before is not None and _pictures(before) and not bare(text_of(before))
        return bool(below and PHOTOGRAPHER.search(trim(block.text)))
    texts = [one.text for one in blocks_below(frame)]
    signed = any(PHOTOGRAPHER.search(trim(text)) for text in texts)
    if frame is block.node:
        return len(block.text) <= _LONGEST and (signed or frame.tag in _FRAMES)
    return len(texts) <= _MOST_BLOCKS and (signed or len(texts) == 1 or frame.tag in _FRAMES)


def _frame(node: Node, bound: Node) -> Node | None:
    """The smallest element around a block, within the bound, that holds a picture and no heading."""
    for above in (node, *node.iterancestors()):
        if above is bound:
            return None
        if _pictures(above):
            return None if next(above.iter("h1", "h2", "h3"), None) is not None else above
    return None


def _pictures(node: Node) -> bool:
    return next(node.iter("img"), None) is not None
