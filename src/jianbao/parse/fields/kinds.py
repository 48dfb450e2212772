"""What sort of item an article is."""

import re
from collections.abc import Sequence

from jianbao.model.digest import Block, Kind, Role
from jianbao.parse.fields.credit import read_credit, read_head
from jianbao.parse.fields.phrases import is_author_note, is_caption, is_of_the_page, is_photo_credit
from jianbao.text.chars import bare

# Words that end the headline of an official or paid announcement.
_NOTICE = re.compile(
    r"(?:公告|公示|启事|通告|招标|遗失声明|声明|讣告|更正|拍卖公告|布告|招聘)(?:[（(][^（）()]{1,20}[）)])?$"
)
# Labels of opinion, in a column, in parentheses behind the headline, or as the byline of the paper itself.
# 谈 ends many (今日谈, 纵横谈), but 访谈, 座谈 and 会谈 are news.
_COMMENTARY = re.compile(
    r"评论员|[时短快社锐微热网众点酷]评|社论|评论|论坛|论道|论语|[要专新立宏泛杂文政]论|杂谈|漫谈|(?<![访座会对洽商])谈(?:$|[·：])|观点|纵横"
    r"|随笔|有所思|思考|编后|[理者]说$|之声$|[金警洪]钟|钟声|来论|来信|一家言|议论风生"
)
# Where an author's post or school is told, a scholar or official argues; unless the label says that it is literature.
_LITERATURE = re.compile(r"散文|小说|诗|副刊|故事|游记|大地|遇见")
_BRIEF_COLUMN = re.compile(r"[简短快]讯|速览|集锦|一句话新闻|要闻速递")
_PHOTO_WORDS = re.compile(r"图为|摄影报道|[\u4e00-\u9fff\s](?:摄|供图)[。）)]?$")
_TEXT = {Role.PARAGRAPH, Role.CAPTION}
_MOST_PARAGRAPHS_OF_PHOTO = 3
_LONGEST_BRIEF = 120


def kind_of(title: str | None, kicker: str | None, column: str | None, blocks: Sequence[Block]) -> Kind:
    """Judge an article by its headings and its text; `title` is None where the page prints none."""
    texts = [block for block in blocks if block.role in _TEXT]
    labels = " ".join(filter(None, (column, kicker)))
    bylines = " ".join(block.text for block in blocks if block.role is Role.BYLINE)
    if title and _NOTICE.search(title):
        return Kind.NOTICE
    if len(texts) <= _MOST_PARAGRAPHS_OF_PHOTO and _is_photo(blocks):
        return Kind.PHOTO
    if (labels and _COMMENTARY.search(labels)) or "评论员" in bylines or _is_argued(labels, blocks):
        return Kind.COMMENTARY
    if (column and _BRIEF_COLUMN.search(column)) or (len(texts) == 1 and (title is None or _is_short(texts[0]))):
        return Kind.BRIEF
    return Kind.NEWS


def _is_short(text: Block) -> bool:
    return len(bare(text.text)) <= _LONGEST_BRIEF


def _is_photo(blocks: Sequence[Block]) -> bool:
    """A caption, or the credit of a picture beside a text that is no dispatch: those may have pictures, too.

    Nor is a text with crossheads photo news, whatever pictures it has.
    """
    if any(block.role is Role.CROSSHEAD for block in blocks):
        return False
    if any(_is_caption(block) for block in blocks):
        return True
    filed = any(block.role in _TEXT and read_head(block.text).dateline for block in blocks)
    return not filed and any(_credits_picture(block) for block in blocks)


def _is_caption(block: Block) -> bool:
    return block.role is Role.CAPTION or (
        block.role is Role.PARAGRAPH and (is_caption(block.text) or _PHOTO_WORDS.search(block.text[-200:]) is not None)
    )


def _credits_picture(block: Block) -> bool:
    if block.role not in {Role.CREDIT, Role.BYLINE} or is_of_the_page(block.text):
        return False
    return is_photo_credit(block.text) or read_credit(block.text, alone=True).picture


def _is_argued(labels: str, blocks: Sequence[Block]) -> bool:
    noted = any(block.role is Role.CREDIT and is_author_note(block.text) and "作者" in block.text for block in blocks)
    return noted and not _LITERATURE.search(labels)
