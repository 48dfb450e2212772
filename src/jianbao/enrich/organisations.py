"""Organisations named in full: a proper name, then the words of its kind (四川|美术学院, 桐梓县|羊磴|艺术协会)."""

from collections.abc import Iterator
from functools import lru_cache

from jianbao.enrich.passages import Passage
from jianbao.enrich.subjects import WordClass, is_nominal
from jianbao.model.digest import Article, Role
from jianbao.model.record import OrganisationMention

_KINDS = tuple(
    """
    公司 集团 大学 学院 医院 协会 学会 商会 联合会 委员会 研究院 研究所 法院 检察院 公安局 派出所 分局 银行 报社
    出版社 合作社 中学 小学 学校 幼儿园 博物馆 纪念馆 图书馆 美术馆 文化馆 档案馆 事务所 基金会 促进会 理事会 管委会
    居委会 村委会 总工会 妇联 工商联 文联 科协 残联 消防支队 消防大队 联社 剧院 剧团 歌舞团 卫生院 服务中心 监管局
    管理局 发改委 宣传部 组织部 统战部 教育局 司法局 财政局 民政局 水务局 交通局 税务局 气象局 卫健局 文旅局
    农业农村局 自然资源局 生态环境局 教育厅 教育部 财政部 商务部 科技部 外交部 国防部 公安部 司法部 民政部 交通运输部
    水利部 应急管理部
    """.split()  # noqa: SIM905 - a list of strings would be three times as long to read
)
_PROPER = ("ns", "nz", "nt", "nr", "j")
_ENDS = frozenset(kind[-1] for kind in _KINDS)
_GENERIC = frozenset("强区 人文学院 本市 全市 我市 县域 市县 区级 县级 市级 省级 学院 大学".split())  # noqa: SIM905
_LONGEST = 24
_LEAST_BEFORE = 2
"""Characters of the proper name at least."""
_NOT_SPOKEN_OF = frozenset({Role.JUMP, Role.DATELINE})


def find_organisations(
    article: Article, passages: tuple[Passage, ...], word_class: WordClass
) -> tuple[OrganisationMention, ...]:
    """Find the organisations that an article names in full, in the order of the text."""
    return tuple(
        mention
        for number, (block, passage) in enumerate(zip(article.blocks, passages, strict=True))
        if block.role not in _NOT_SPOKEN_OF
        for mention in _in_passage(passage, number, word_class)
    )


@lru_cache(maxsize=1 << 16)
def _kind(word: str) -> str:
    """The kind of organisation that a word ends with; empty where it does not."""
    if not word.endswith(_KINDS):
        return ""
    return max((kind for kind in _KINDS if word.endswith(kind)), key=len)


def _in_passage(passage: Passage, block: int, word_class: WordClass) -> Iterator[OrganisationMention]:
    words, offsets = passage.words, passage.offsets
    taken = 0
    # By the last character first: nine words in ten are done with there.
    kinds = [number for number, word in enumerate(words) if word[-1] in _ENDS and _kind(word)]
    for number in kinds:
        if number + 1 < len(words) and _kind(words[number + 1]):
            continue
        first = _beginning(passage, number, taken, word_class)
        if first is None or offsets[number + 1] - offsets[first] > _LONGEST:
            continue
        taken = number + 1
        start, end = offsets[first], offsets[taken]
        yield OrganisationMention(passage.text[start:end], block, start, end)


def _beginning(passage: Passage, number: int, taken: int, word_class: WordClass) -> int | None:
    """Number of the word that the organisation's name begins with; None where only a kind is named (该公司, 各学校)."""
    first = number
    while first > taken and _goes_on(passage, first - 1, word_class):
        first -= 1
    while first < number and not _is_proper(passage.words[first], word_class):
        first += 1
    if first < number:
        return first
    word = passage.words[number]
    return number if len(word) - len(_kind(word)) >= _LEAST_BEFORE and _is_proper(word, word_class) else None


def _goes_on(passage: Passage, number: int, word_class: WordClass) -> bool:
    word = passage.words[number]
    if passage.offsets[number] in passage.numbers:
        return False
    return is_nominal(word, word_class) or word.startswith("第") or word in {"（", "）"} or word_class(word) == "vn"


def _is_proper(word: str, word_class: WordClass) -> bool:
    if word in _GENERIC:
        return False
    kind = word_class(word)
    return word[0].isalnum() and (kind.startswith(_PROPER) or (not kind and len(word) > 1))
