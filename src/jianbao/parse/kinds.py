"""What sort of item an article is."""

import re
from collections.abc import Sequence

from jianbao.model.digest import Block, Kind, Role
from jianbao.parse.phrases import final_slot, is_caption, is_photo_credit
from jianbao.text.chars import bare

# Words that end the headline of an official or paid announcement.
_NOTICE = re.compile(
    r"(?:公告|公示|启事|通告|招标|遗失声明|声明|讣告|更正|拍卖公告|布告|招聘)(?:[（(][^（）()]{1,20}[）)])?$"
)
# Labels of opinion, in a column, in parentheses behind the headline, or as the byline of the paper itself.
_COMMENTARY = re.compile(r"评论员|[时短快社锐微]评|社论|评论|论坛|杂谈|漫谈|观点|随笔|新论|有所思|编后")
_BRIEF_COLUMN = re.compile(r"[简短快]讯|速览|集锦|一句话新闻|要闻速递")
_PHOTO_WORDS = re.compile(r"图为|摄影报道|[\u4e00-\u9fff\s](?:摄|供图)[。）)]?$")
_TEXT = {Role.PARAGRAPH, Role.CAPTION}
_MOST_PARAGRAPHS_OF_PHOTO = 3
_LONGEST_BRIEF = 120


def kind_of(title: str | None, kicker: str | None, column: str | None, blocks: Sequence[Block]) -> Kind:
    """Judge an article by its headings and its text; `title` is None where the page prints none."""
    texts = [block for block in blocks if block.role in _TEXT]
    labels = " ".join(filter(None, (column, kicker, (final_slot(title) if title else None))))
    bylines = " ".join(block.text for block in blocks if block.role is Role.BYLINE)
    length = sum(len(bare(block.text)) for block in texts)
    if title and _NOTICE.search(title):
        return Kind.NOTICE
    if len(texts) <= _MOST_PARAGRAPHS_OF_PHOTO and any(_speaks_of_photo(block) for block in blocks):
        return Kind.PHOTO
    if (labels and _COMMENTARY.search(labels)) or "评论员" in bylines:
        return Kind.COMMENTARY
    if (column and _BRIEF_COLUMN.search(column)) or (len(texts) == 1 and (title is None or length <= _LONGEST_BRIEF)):
        return Kind.BRIEF
    return Kind.NEWS


def _speaks_of_photo(block: Block) -> bool:
    if block.role is Role.CAPTION:
        return True
    if block.role is Role.CREDIT:
        return is_photo_credit(block.text)
    return block.role is Role.PARAGRAPH and (
        is_caption(block.text) or _PHOTO_WORDS.search(block.text[-200:]) is not None
    )
